import type { CHANGES, ScenarioColumn, ScenarioComparison } from '../../ipc/scenarios.ts';
import type { SpeechOf } from '../sentences.ts';

type Interval = { readonly min: number; readonly max: number };

/** What stands in one column of a row; no lines for nothing. */
export type Cell = { readonly lines: readonly string[]; readonly change?: (typeof CHANGES)[number] };
export type Row = { readonly key: string; readonly label: string; readonly cells: readonly Cell[] };

/** Less than this is nothing. */
export const SOME = 1e-9;
export const NOTHING: Cell = { lines: [] };
export const cell = (...lines: readonly string[]): Cell => ({ lines });
export const isSome = (part: Interval | undefined): part is Interval => part !== undefined && part.max > SOME;

/** Makes the rows of one section. */
export type Build = (comparison: ScenarioComparison, words: SpeechOf) => Row[];

/** Every name once, in the order in which the columns bring them. */
export const namesIn = (
  { columns }: ScenarioComparison,
  of: (column: ScenarioColumn) => readonly string[],
): string[] => [...new Set(columns.flatMap(of))];

/** The rows in which some cell says something. */
export const filled = (rows: readonly Row[]): Row[] =>
  rows.filter(({ cells }) => cells.some(({ lines }) => lines.length > 0));
