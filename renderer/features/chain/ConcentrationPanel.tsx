export const ConcentrationPanel = () => null;
