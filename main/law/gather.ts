import type { ReadDb } from '#db/handle.ts';
import { liveBy, liveOfTypes } from '#db/queries/versions.ts';
import type { At } from '#shared/ipc/common.ts';
import { askedOf, subjectsOf } from '#shared/law/case-facts.ts';
import { type LegalFacts, legalFactsOf } from '#shared/law/study.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { ENTITY_TYPES } from '#shared/model/records.ts';

/**
 * The laws and what is known for them, for any day. Facts and relations are not cut to one day here: each law is tested
 * on days of its own.
 */
export function gatherLegalFacts(db: ReadDb, log: LogId, company: RecordId, at: At): LegalFacts {
  const known = at.knownAt === undefined ? {} : { knownAt: at.knownAt };
  const relations = (['from', 'to'] as const).flatMap((end) =>
    liveBy(db, log, 'relation', end, company, known),
  );
  const claims = askedOf(subjectsOf(company, relations)).flatMap((record) =>
    liveBy(db, log, 'claim', 'subject', record, known),
  );
  const own = liveOfTypes(db, log, ['lawItem', 'determination'], known);
  // Read when a law asks what depends on the company, and not before.
  const mapped = () => liveOfTypes(db, log, [...ENTITY_TYPES, 'relation', 'claim'], known);
  return legalFactsOf([...relations, ...claims, ...own], company, mapped);
}
