import type { ScenarioComparison } from '#shared/ipc/scenarios.ts';

export type ChartBasis = 'capital' | 'votes' | 'diluted';
type Part = { readonly min: number; readonly max: number };

/** Who has a colour and a number of their own in the chart; the others are taken together. */
export const MOST_SERIES = 9;
export const OTHERS = 'others';
export const UNRECORDED = 'unrecorded';

export type ChartData = {
  /** Nodes in the order in which their parts are stacked, `OTHERS` and `UNRECORDED` last. */
  readonly series: readonly string[];
  readonly bars: readonly { readonly id: string; readonly parts: Readonly<Record<string, Part>> }[];
  /** How many holders `OTHERS` stands for. */
  readonly others: number;
  /** Some part is a range, and is drawn at its middle. */
  readonly ranged: boolean;
};

const middle = ({ min, max }: Part): number => (min + max) / 2;
const SOME = 1e-9;
const NONE: Part = { min: 0, max: 0 };
const plus = (a: Part, b: Part): Part => ({ min: a.min + b.min, max: a.max + b.max });

/** The stacked bars of a comparison: the largest holders of any column by name, the rest as one. */
export function chartData({ columns }: ScenarioComparison, basis: ChartBasis): ChartData {
  const partsOf = columns.map(
    ({ holders }) =>
      new Map(holders.map((row) => [row.holder, basis === 'diluted' ? row.diluted.capital : row[basis]])),
  );
  const most = new Map<string, number>();
  for (const parts of partsOf)
    for (const [holder, part] of parts) most.set(holder, Math.max(most.get(holder) ?? 0, middle(part)));
  const ranked = [...most]
    .filter(([, size]) => size > SOME)
    .sort((a, b) => b[1] - a[1])
    .map(([holder]) => holder);
  const named = ranked.length > MOST_SERIES ? ranked.slice(0, MOST_SERIES - 1) : ranked;
  const rest = ranked.slice(named.length);
  const bars = columns.map(({ id, unrecorded }, i) => {
    const parts = partsOf[i] as ReadonlyMap<string, Part>;
    const left = basis === 'diluted' ? NONE : unrecorded[basis];
    return {
      id,
      parts: {
        ...Object.fromEntries(named.map((holder) => [holder, parts.get(holder) ?? NONE])),
        ...(rest.length > 0
          ? { [OTHERS]: rest.reduce((all, holder) => plus(all, parts.get(holder) ?? NONE), NONE) }
          : {}),
        ...(left.max > SOME ? { [UNRECORDED]: left } : {}),
      } as Record<string, Part>,
    };
  });
  const unknown = bars.some(({ parts }) => parts[UNRECORDED] !== undefined);
  return {
    series: [...named, ...(rest.length > 0 ? [OTHERS] : []), ...(unknown ? [UNRECORDED] : [])],
    bars,
    others: rest.length,
    ranged: bars.some(({ parts }) => Object.values(parts).some(({ min, max }) => max - min > SOME)),
  };
}

/** Length of a part in the chart. */
export const lengthOf = (part: Part | undefined): number => (part === undefined ? 0 : middle(part));
