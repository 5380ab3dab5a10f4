import { firstDay, lastDay } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { isMissing, type Value } from '../model/value.ts';
import type { Outcome } from '../model/vocabulary.ts';
import type { Fact } from './condition.ts';

/** Why an atom has its outcome: what settles it, or what keeps it open. */
export const ATOM_REASONS = [
  'stated',
  'missing',
  'unknown',
  'conflicting',
  'straddles',
  'wrongKind',
] as const;
export type AtomReason = (typeof ATOM_REASONS)[number];

/** An atom's outcome with the claims or records that it rests on. */
export type Answer = {
  readonly outcome: Outcome;
  readonly reason: AtomReason;
  readonly rests: readonly RecordId[];
};

/** What one live claim says. */
export type Said = { readonly claim: RecordId; readonly value: Value };

const metWhen = (holds: boolean): Outcome => (holds ? 'met' : 'notMet');

/** Lower and upper end of a number or a range; open ends are infinite. */
function boundsOf(value: Value): readonly [number, number] | undefined {
  if (value.kind === 'number') return [value.number, value.number];
  if (value.kind === 'range')
    return [value.min ?? Number.NEGATIVE_INFINITY, value.max ?? Number.POSITIVE_INFINITY];
  return undefined;
}

/** What one claim makes of a fact; `straddles` when its range or imprecise date lies on both sides. */
function judge(fact: Fact, value: Value): { readonly outcome: Outcome; readonly reason: AtomReason } {
  const wrong = { outcome: 'undetermined', reason: 'wrongKind' } as const;
  const stated = (holds: boolean) => ({ outcome: metWhen(holds), reason: 'stated' }) as const;
  const between = (all: boolean, none: boolean) =>
    all || none ? stated(all) : ({ outcome: 'undetermined', reason: 'straddles' } as const);
  if (isMissing(value))
    return value.kind === 'notApplicable'
      ? { outcome: 'notMet', reason: 'stated' }
      : { outcome: 'undetermined', reason: 'unknown' };
  if (fact.yes !== undefined) return value.kind === 'yesNo' ? stated(value.yes === fact.yes) : wrong;
  if (fact.in !== undefined) return value.kind === 'code' ? stated(fact.in.includes(value.code)) : wrong;
  const day = fact.before ?? fact.from;
  if (day !== undefined) {
    if (value.kind !== 'date') return wrong;
    const [first, last] = [firstDay(value.date), lastDay(value.date)];
    return fact.before !== undefined ? between(last < day, first >= day) : between(first >= day, last < day);
  }
  const bounds = boundsOf(value);
  if (!bounds || !('unit' in value) || value.unit !== fact.unit) return wrong;
  const [low, high] = bounds;
  return fact.atLeast !== undefined
    ? between(low >= fact.atLeast, high < fact.atLeast)
    : between(high < (fact.below as number), low >= (fact.below as number));
}

/**
 * What all live claims on one subject make of a fact. Nothing said is `missing`; claims that say it is not known add
 * nothing beside one that says it; claims that contradict each other leave it undetermined, whoever is right.
 */
export function answerFact(fact: Fact, said: readonly Said[]): Answer {
  const rests = said.map(({ claim }) => claim);
  if (said.length === 0) return { outcome: 'undetermined', reason: 'missing', rests };
  const judged = said.map(({ claim, value }) => ({ claim, ...judge(fact, value) }));
  const telling = judged.filter(({ reason }) => reason !== 'unknown');
  const outcomes = new Set(telling.map(({ outcome }) => outcome));
  if (telling.length === 0) return { outcome: 'undetermined', reason: 'unknown', rests };
  if (outcomes.has('met') && outcomes.has('notMet'))
    return { outcome: 'undetermined', reason: 'conflicting', rests };
  const open = telling.find(({ outcome }) => outcome === 'undetermined');
  const [first] = telling;
  const { outcome, reason } = open ?? (first as (typeof telling)[number]);
  return { outcome, reason, rests: telling.map(({ claim }) => claim) };
}
