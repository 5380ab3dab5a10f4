import { csvLine, jsonList, writeAll } from './pieces.ts';
import { plainText, shareWords } from './share-text.ts';
import type { Terminal } from './terminal.ts';

export type PairsFormat = 'text' | 'json' | 'csv';
type Cell = string | number | null;

/** What is written of each pair, in this order: two names, then shares. */
export type PairColumn<Pair> = {
  readonly key: keyof Pair & string;
  readonly title: string;
};

const SHARE_WIDTH = 12;
const NAME_WIDTH = 48;

/** Columns as wide as the longest name, which is known before the first pair is. */
function* table(
  { lang }: Terminal,
  rows: Iterable<readonly Cell[]>,
  titles: readonly string[],
  longest: number,
): Generator<string> {
  const { percent } = shareWords(lang);
  const width = Math.min(longest, NAME_WIDTH);
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell, at) => (at < 2 ? cell.padEnd(width) : cell.padStart(SHARE_WIDTH))).join('  ')}\n`;
  const textOf = (cell: Cell): string =>
    cell === null ? '–' : typeof cell === 'number' ? percent(cell, 4) : plainText(cell);
  yield line(titles);
  for (const cells of rows) yield line(cells.map(textOf));
}

/** Writes pairs to standard output while they are computed; `names` are all names that can occur. */
export async function writePairs<Pair extends { readonly [Key in keyof Pair]: Cell }>(
  terminal: Terminal,
  format: PairsFormat,
  pairs: Iterable<Pair>,
  columns: readonly PairColumn<Pair>[],
  names: Iterable<string>,
): Promise<void> {
  const rows = function* () {
    for (const pair of pairs) yield columns.map(({ key }): Cell => pair[key]);
  };
  if (format === 'json') {
    const document = function* () {
      yield* jsonList(pairs);
      yield '\n';
    };
    return writeAll(document());
  }
  if (format === 'csv') {
    const lines = function* () {
      yield csvLine(columns.map(({ key }) => key));
      for (const cells of rows()) yield csvLine(cells);
    };
    return writeAll(lines());
  }
  const titles = columns.map(({ title }) => title);
  let longest = Math.max(...titles.slice(0, 2).map(({ length }) => length));
  for (const name of names) longest = Math.max(longest, name.length);
  return writeAll(table(terminal, rows(), titles, longest));
}
