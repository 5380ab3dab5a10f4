import { type Ends, effectiveNumber, type Index } from './hhi.ts';
import { byGroup, bySupplier, GROUPINGS, type Grouping, type Source, shareOf } from './inputs.ts';
import { EU_MEMBERS, exceeds, type ThresholdId, thresholdOf, type Verdict } from './thresholds.ts';

/** How concentrated one input is. Absent: not recorded for any source. `contradictory`: the shares are more than a whole. */
export type Concentration = {
  readonly input: string;
  readonly sources: readonly string[];
  readonly supplier: Index | undefined;
  readonly effective: Ends | undefined;
  readonly groups: Readonly<Partial<Record<Grouping, Index>>>;
  /** The part of the input from outside the European Union. */
  readonly outsideEu?: Ends;
  readonly verdicts: readonly {
    readonly id: ThresholdId;
    readonly above: number;
    readonly verdict: Verdict;
  }[];
  readonly contradictory: boolean;
  /** The part that no named source has: with others, or forgotten. */
  readonly open: Ends;
};

/** Concentration of an input by supplier, country, ultimate owner and site, beside the thresholds that others use. */
export function studyInput(input: string, sources: readonly Source[]): Concentration {
  const supplier = bySupplier(sources);
  const groups: Partial<Record<Grouping, Index>> = {};
  for (const grouping of GROUPINGS) {
    if (sources.every(({ [grouping]: name }) => name === undefined)) continue;
    const index = byGroup(sources, grouping);
    if (index) groups[grouping] = index;
  }
  const outsideEu =
    groups.country && shareOf(sources, 'country', (country) => !EU_MEMBERS.has(country.toUpperCase()));
  const verdict = (id: ThresholdId, range: Ends | undefined) => {
    const { above } = thresholdOf(id);
    return { id, above, verdict: exceeds(range, above) };
  };
  const sum = (of: (share: Ends) => number): number => sources.reduce((all, { share }) => all + of(share), 0);
  return {
    input,
    sources: sources.map(({ id }) => id),
    supplier,
    effective: supplier && effectiveNumber(supplier),
    groups,
    ...(outsideEu ? { outsideEu } : {}),
    verdicts: supplier
      ? [
          verdict('doj-high', supplier),
          verdict('geodep-imports', groups.country ?? supplier),
          ...(outsideEu ? [verdict('eu-cdi2', outsideEu)] : []),
        ]
      : [],
    contradictory: supplier === undefined,
    open: { min: Math.max(0, 1 - sum(({ max }) => max)), max: Math.max(0, 1 - sum(({ min }) => min)) },
  };
}

/** What a merger of two sources adds to the index, and whether that is more than the guidelines presume harmless. */
export function mergerChange(
  sources: readonly Source[],
  one: string,
  other: string,
): { change: Ends; verdict: Verdict } {
  const share = (id: string): Ends => sources.find((source) => source.id === id)?.share ?? { min: 0, max: 0 };
  const [a, b] = [share(one), share(other)];
  // (a + b)^2 - a^2 - b^2, and together no more than the whole.
  const top = Math.min(a.max, 1 - b.min);
  const rest = Math.min(b.max, 1 - a.min);
  const highest = top + rest <= 1 ? 2 * top * rest : mostProduct(a, b);
  const change = { min: 2 * a.min * b.min, max: highest };
  return { change, verdict: exceeds(change, thresholdOf('doj-change').above) };
}

/** 2 a b at its largest when a + b = 1: as equal as the ranges allow. */
function mostProduct(a: Ends, b: Ends): number {
  const x = Math.min(Math.max(0.5, a.min, 1 - b.max), a.max, 1 - b.min);
  return 2 * x * (1 - x);
}
