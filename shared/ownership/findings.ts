import { overlaps, type PartialDate } from '../model/dates.ts';
import type { Basis, Holding } from './interest.ts';

/**
 * What is wrong with the data, or was taken for granted. A finding never changes a share.
 * - `nameMissing`: holder or held has no name; the interest is left out.
 * - `shareOutOfRange`: a share below 0, above 1 or no number; treated as unknown.
 * - `rangeContradictory`: a minimum above its maximum, or a best estimate outside; treated as unknown.
 * - `aboveWhole`: the interests in one company add up to more than the whole (params: sum).
 * - `closedGroup`: companies that hold each other completely, so that nobody outside can own them.
 * - `selfHolding`: a company that holds itself; such shares cannot vote.
 * - `parallel`: several interests of one holder in one company, which were added up.
 * - `votesAssumed`: no votes are recorded; one share, one vote was assumed.
 * - `twoControllers`: holders that each certainly control the company by themselves, apart from each other (the holders,
 *   then the company); such control is no more than possible.
 * - `selfSupporting`: companies in a circle that have the majority of the votes in each other, so that nobody outside
 *   can be shown to control them; every holder of a part of them may.
 * - `joinedParties`: two entries of one party each have an interest in one company; counted once or twice (a range).
 * - `overlap`: two interests of one holder in one company of which the dates overlap.
 */
export const FINDING_CODES = [
  'nameMissing',
  'shareOutOfRange',
  'rangeContradictory',
  'aboveWhole',
  'closedGroup',
  'selfHolding',
  'parallel',
  'votesAssumed',
  'joinedParties',
  'overlap',
  'twoControllers',
  'selfSupporting',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** `holdings` are places in the list that was given, `entities` names of nodes; both say where to look. */
export type Finding = {
  readonly code: FindingCode;
  readonly basis?: Basis;
  readonly entities: readonly string[];
  readonly holdings: readonly number[];
  readonly params?: Readonly<Record<string, number>>;
};

/** Whether any finding makes a result doubtful; the others only say what was assumed or added. */
export const isError = ({ code }: Finding): boolean => !INFORMATION.has(code);
const INFORMATION: ReadonlySet<FindingCode> = new Set([
  'selfHolding',
  'parallel',
  'votesAssumed',
  'closedGroup',
  'selfSupporting',
]);

type Dated = { readonly validFrom?: PartialDate | undefined; readonly validTo?: PartialDate | undefined };

/**
 * Pairs of interests of one holder in one company that are both recorded for the same day: either one of them is
 * out of date or both count, which only a person can tell. Look at the whole list, before choosing a day.
 */
export function overlapFindings(holdings: readonly (Holding & Dated)[]): readonly Finding[] {
  const groups = new Map<string, number[]>();
  holdings.forEach(({ holder, held }, i) => {
    const key = JSON.stringify([holder, held]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  });
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    group.forEach((a, k) => {
      for (const b of group.slice(k + 1)) {
        const [first, second] = [holdings[a], holdings[b]];
        if (first === undefined || second === undefined || !overlaps(first, second)) continue;
        const entities = [first.holder, first.held];
        findings.push({ code: 'overlap', entities, holdings: [a, b] });
      }
    });
  }
  return findings;
}
