import { disputedClaims, isUnsourced, saysMissing } from '../dossier/health.ts';
import { type Day, firstDay, lastDay } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { propertyOf } from '../model/properties.ts';
import type { BodyOf } from '../model/records.ts';
import { type Claims, firstOf, restsOn, type Sources, type Told } from './facts.ts';

/**
 * What can be wrong with a claim. `unsourced`: no source and no basis. `circular`: drawn, by whatever way round, from
 * itself. `contradicted`: another claim says otherwise for the same time. `stale`: still held to be true on word that is
 * older than `STALE_YEARS`. `undated`: nobody recorded when its source said so, so that its age is not known.
 */
export const WEAKNESSES = ['unsourced', 'circular', 'contradicted', 'stale', 'undated'] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** A construct of the tool: after this many years a fact is looked at again. */
export const STALE_YEARS = 2;

const yearsBefore = (day: Day, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

/** When a claim was last said to be so, as late as its dates allow: by its source, or by its own beginning. */
function saidOn(claim: BodyOf<'claim'>, source: BodyOf<'source'> | undefined): Day | undefined {
  const dates = [source?.retrieved, source?.published, claim.validFrom].flatMap((date) =>
    date === undefined ? [] : [lastDay(date)],
  );
  return dates.toSorted().at(-1);
}

/** Names and numbers of parties do not age; what has ended, or says that we do not know, neither. */
const ages = (claim: BodyOf<'claim'>, day: Day): boolean =>
  !saysMissing(claim) &&
  propertyOf(claim.property)?.section !== 'identity' &&
  (claim.validTo === undefined || firstDay(claim.validTo) >= day);

function ageOf(claim: BodyOf<'claim'>, sources: Sources, day: Day): 'stale' | 'undated' | undefined {
  if (claim.source === undefined || !ages(claim, day)) return undefined;
  const said = saidOn(claim, sources.get(claim.source));
  if (said === undefined) return 'undated';
  return said < yearsBefore(day, STALE_YEARS) ? 'stale' : undefined;
}

const isCircular = (record: RecordId, claims: Claims): boolean =>
  (claims.get(record)?.basis ?? []).some((below) => restsOn(below, claims).has(record));

/** What is wrong with each claim on a day, in the order of `WEAKNESSES`; claims without a flaw are left out. */
export function weakClaims(live: readonly Told[], day: Day): Map<RecordId, readonly Weakness[]> {
  const claims = firstOf(live, 'claim');
  const sources = firstOf(live, 'source');
  const disputed = disputedClaims(live.filter(({ type }) => type === 'claim'));
  const found = new Map<RecordId, readonly Weakness[]>();
  for (const [record, claim] of claims) {
    const age = ageOf(claim, sources, day);
    const has: Readonly<Record<Weakness, boolean>> = {
      unsourced: isUnsourced(claim),
      circular: isCircular(record, claims),
      contradicted: disputed.has(record),
      stale: age === 'stale',
      undated: age === 'undated',
    };
    const list = WEAKNESSES.filter((one) => has[one]);
    if (list.length > 0) found.set(record, list);
  }
  return found;
}
