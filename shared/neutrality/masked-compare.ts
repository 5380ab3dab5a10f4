import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';

type Masked = BodyOf<'maskedRating'>;
type Level = Masked['level'];

/** A live version of a rating, open or masked. */
export type LiveRating = {
  readonly record: RecordId;
  readonly type: 'rating' | 'maskedRating';
  readonly body: BodyOf<'rating'> | Masked;
};
/** A version of a rating that was ever made, withdrawn ones too, in the order of the log. */
export type MadeRating = LiveRating;

/**
 * How masked and open level of one rater on one indicator stand to each other. `differs` asks for a reason; `explained`
 * has one for the open level as it is now; `conflict`: several versions of one of the two, so that there is no level.
 */
export const MASKED_STANDINGS = ['notOpen', 'conflict', 'same', 'differs', 'explained'] as const;
export type MaskedRow = {
  readonly record: RecordId;
  readonly indicator: string;
  readonly rater: string;
  readonly standing: (typeof MASKED_STANDINGS)[number];
  readonly masked: Level | null;
  readonly open: Level | null;
  /** Open less masked, in levels; null where one of the two is no level. */
  readonly steps: number | null;
  readonly reason: string | null;
  /** The rater had rated the indicator openly before: the masked level is not blind. */
  readonly knownBefore: boolean;
};

const placeOf = ({ body }: LiveRating): string => `${body.indicator} ${body.rater}`;

const sameJudgement = (a: LiveRating['body'], b: LiveRating['body']): boolean =>
  a.level === b.level && a.low === b.low && a.high === b.high;

/**
 * Masked ratings that were given, or given another level, after the same rater had rated the indicator openly. A reason
 * that was added, or another wording, does not make a blind level known.
 */
export function knownBefore(made: readonly MadeRating[]): ReadonlySet<RecordId> {
  const opened = new Map<string, number>();
  const masked = Map.groupBy(
    made.map((one, place) => ({ one, place })),
    ({ one }) => (one.type === 'maskedRating' ? one.record : undefined),
  );
  made.forEach((one, place) => {
    if (one.type === 'rating' && !opened.has(placeOf(one))) opened.set(placeOf(one), place);
  });
  const known = new Set<RecordId>();
  for (const [record, versions] of masked) {
    const last = versions.at(-1);
    if (record === undefined || last === undefined) continue;
    const other = versions.findLastIndex(({ one }) => !sameJudgement(one.body, last.one.body));
    const set = versions[other + 1] ?? last;
    if ((opened.get(placeOf(last.one)) ?? Number.POSITIVE_INFINITY) < set.place) known.add(record);
  }
  return known;
}

/** Masked beside open, by indicator and rater (PUR-20). Whoever gave no masked rating has no row. */
export function compareMasked(
  live: readonly LiveRating[],
  known: ReadonlySet<RecordId>,
): readonly MaskedRow[] {
  const open = Map.groupBy(
    live.filter(({ type }) => type === 'rating'),
    placeOf,
  );
  const masked = Map.groupBy(
    live.filter(({ type }) => type === 'maskedRating'),
    ({ record }) => record,
  );
  return [...masked.values()]
    .flatMap(([first, ...more]): MaskedRow[] => {
      if (first === undefined) return [];
      const { indicator, rater, level, difference } = first.body as Masked;
      const beside = open.get(placeOf(first)) ?? [];
      const [other] = beside;
      const base = { record: first.record, indicator, rater, knownBefore: known.has(first.record) };
      const none = { masked: null, open: null, steps: null, reason: null };
      if (more.length > 0 || beside.length > 1) return [{ ...base, ...none, standing: 'conflict' }];
      if (other === undefined) return [{ ...base, ...none, masked: level, standing: 'notOpen' }];
      const is = other.body.level;
      const steps = typeof is === 'number' && typeof level === 'number' ? is - level : null;
      const said = difference?.open === is ? difference.reason : null;
      const standing = is === level ? 'same' : said === null ? 'differs' : 'explained';
      return [{ ...base, masked: level, open: is, steps, standing, reason: is === level ? null : said }];
    })
    .toSorted((a, b) =>
      a.indicator === b.indicator ? (a.rater < b.rater ? -1 : 1) : a.indicator < b.indicator ? -1 : 1,
    );
}
