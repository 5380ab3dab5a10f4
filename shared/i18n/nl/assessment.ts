export const assessment = { title: 'x' };
