import type { ReadDb } from '#db/handle.ts';
import { liveBy, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import type { At } from '#shared/ipc/common.ts';
import { askedOf, type Law, lawsOf, legalKnowledge, subjectsOf } from '#shared/law/case-facts.ts';
import type { KnowledgeOn } from '#shared/law/scope.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';

/** What the laws of a case are tested with. */
export type LegalFacts = {
  readonly laws: readonly Law[];
  readonly determinations: readonly Versions[];
  /** Everything that a law may ask about. */
  readonly subjects: readonly RecordId[];
  readonly knowledgeOn: KnowledgeOn;
};

/**
 * The laws and what is known for them, for any day. Facts and relations are not cut to one day here: each law is tested
 * on days of its own.
 */
export function gatherLegalFacts(db: ReadDb, log: LogId, company: RecordId, at: At): LegalFacts {
  const known = at.knownAt === undefined ? {} : { knownAt: at.knownAt };
  const relations = (['from', 'to'] as const).flatMap((end) =>
    liveBy(db, log, 'relation', end, company, known),
  );
  const subjects = subjectsOf(company, relations);
  const asked = askedOf(subjects);
  const claims = asked.flatMap((record) => liveBy(db, log, 'claim', 'subject', record, known));
  const determinations = byRecord(liveOfTypes(db, log, ['determination'], known));
  return {
    laws: lawsOf(liveOfTypes(db, log, ['lawItem'], known)),
    determinations,
    subjects: asked,
    knowledgeOn: legalKnowledge(subjects, claims, determinations),
  };
}
