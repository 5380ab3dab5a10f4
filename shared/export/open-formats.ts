/** Open formats in which a case can leave, for tools that are not ours. */
export const OPEN_FORMATS = ['bods', 'ftm', 'graphml', 'csv'] as const;
export type OpenFormat = (typeof OPEN_FORMATS)[number];

/** Ending of the file; two tables travel together in one archive. */
export const ENDINGS: Readonly<Record<OpenFormat, string>> = {
  bods: 'bods.json',
  ftm: 'ftm.json',
  graphml: 'graphml',
  csv: 'zip',
};

/** What the parts of a file are called; each format has its own. */
export const COUNTED = [
  'entity',
  'person',
  'relationship',
  'thing',
  'link',
  'source',
  'node',
  'edge',
] as const;
export type Counted = (typeof COUNTED)[number];
