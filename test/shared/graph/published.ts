/** Graphs of the literature, as links between names, and how to number them. */

/** Zachary (1977): friendships in a karate club. 34 members, 78 links. */
export const KARATE = pairs(
  '1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20 2-22 2-31 ' +
    '3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33 9-34 10-34 14-34 ' +
    '15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28 ' +
    '25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34',
);

/** Padgett and Ansell (1993): marriages between families of Florence, without the Pucci. 15 families, 20 links. */
export const FLORENCE = pairs(
  'Acciaiuoli-Medici Medici-Barbadori Medici-Ridolfi Medici-Tornabuoni Medici-Albizzi Medici-Salviati ' +
    'Castellani-Peruzzi Castellani-Strozzi Castellani-Barbadori Peruzzi-Strozzi Peruzzi-Bischeri Strozzi-Ridolfi ' +
    'Strozzi-Bischeri Ridolfi-Tornabuoni Tornabuoni-Guadagni Albizzi-Ginori Albizzi-Guadagni Salviati-Pazzi ' +
    'Bischeri-Guadagni Guadagni-Lamberteschi',
);

/** Lengauer and Tarjan (1979), figure 1: a flow graph with root R. */
export const LENGAUER_TARJAN = pairs(
  'R-A R-B R-C A-D B-A B-D B-E C-F C-G D-L E-H F-I G-I G-J H-E H-K I-K J-I K-I K-R L-H',
);

type Pair = readonly [from: string, to: string];

function pairs(text: string): readonly Pair[] {
  return text.split(' ').map((pair) => {
    const [from = '', to = ''] = pair.split('-');
    return [from, to] as const;
  });
}

/** Numbers names in the order in which they come. */
export function numbered(links: readonly Pair[]) {
  const names = [...new Set(links.flat())];
  const number = new Map(names.map((name, at) => [name, at]));
  const at = (name: string): number => {
    const found = number.get(name);
    if (found === undefined) throw new Error(`no node ${name}`);
    return found;
  };
  return {
    n: names.length,
    names,
    at,
    from: Int32Array.from(links, ([from]) => at(from)),
    to: Int32Array.from(links, ([, to]) => at(to)),
  };
}
