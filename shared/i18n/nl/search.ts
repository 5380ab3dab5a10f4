export const search = {
  title: 'Zoeken',
};
