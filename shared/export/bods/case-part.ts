import type { RecordId } from '../../model/ids.ts';
import { highestMarking, type Marking } from '../../model/marking.ts';
import type { BodyOf } from '../../model/records.ts';
import { isInterest } from '../../ownership/from-records.ts';
import { CaseFacts, type Told, type View } from '../told.ts';

/**
 * The part of a case that beneficial ownership statements can tell. `disputed` are records with several live versions,
 * of which the one with the lowest digest is taken; `leftOut` counts interests in things that are no party.
 */
export type CasePart = {
  readonly parties: readonly Told[];
  readonly interests: readonly Told[];
  readonly disputed: readonly RecordId[];
  readonly leftOut: number;
  /** Number of records that the statements tell of. */
  readonly told: number;
  readonly marking: Marking;
};

const PARTIES: readonly string[] = ['company', 'publicBody', 'person'];

/** Picks parties, interests between them, their claims and the sources of those out of the live versions of a case. */
export function partOf(views: readonly View[]): CasePart {
  const facts = new CaseFacts(views);
  const parties = facts.ofTypes(PARTIES);
  const isParty = new Set<string>(parties.map(({ record }) => record));
  const found = facts
    .ofTypes(['relation'])
    .filter(({ body }) => isInterest((body as BodyOf<'relation'>).kind));
  const interests = found.filter(({ body }) => {
    const { from, to } = body as BodyOf<'relation'>;
    return isParty.has(from) && isParty.has(to);
  });
  const picked = {
    parties: parties.map((main) => facts.tell(main)),
    interests: interests.map((main) => facts.tell(main)),
  };
  const records = [...picked.parties, ...picked.interests].flatMap(({ main, claims, sources }) => [
    main,
    ...claims,
    ...sources,
  ]);
  const distinct = [...new Set(records.map(({ record }) => record))];
  return {
    ...picked,
    told: distinct.length,
    disputed: distinct.filter((record) => facts.disputed.has(record)),
    leftOut: found.length - interests.length,
    marking: highestMarking(records.map(({ marking }) => marking)),
  };
}
