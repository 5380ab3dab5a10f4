export const exchange = {
  title: 'Uitwisselen',
};
