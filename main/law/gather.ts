import type { ReadDb } from '#db/handle.ts';
import { liveBy, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import type { At, VersionView } from '#shared/ipc/common.ts';
import { knowledgeOf } from '#shared/law/knowledge.ts';
import type { LawItem } from '#shared/law/law-item.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import type { KnowledgeOn } from '#shared/law/scope.ts';
import type { Validity } from '#shared/model/dates.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import type { Subject } from '#shared/rules/condition.ts';

type Subjects = Record<Subject, (Validity & { readonly record: RecordId })[]>;
export type Law = { readonly item: LawItem; readonly own?: RecordId };

/** What the laws of a case are tested with. */
export type LegalFacts = {
  readonly laws: readonly Law[];
  readonly determinations: readonly Versions[];
  /** Everything that a law may ask about. */
  readonly subjects: readonly RecordId[];
  readonly knowledgeOn: KnowledgeOn;
};

/** Which relations lead from the company to what a law asks about. */
const LEADS: Readonly<Partial<Record<BodyOf<'relation'>['kind'], Subject>>> = {
  develops: 'technology',
  operates: 'process',
};

/** What the laws can ask about: the company, what it develops and runs, and who owns or finances it. */
function subjectsOf(db: ReadDb, log: LogId, company: RecordId, at: At): Subjects {
  const relations = [
    ...liveBy(db, log, 'relation', 'from', company, at),
    ...liveBy(db, log, 'relation', 'to', company, at),
  ];
  const found: Subjects = {
    company: [{ record: company }],
    technology: [],
    deal: [],
    process: [],
    party: [],
  };
  for (const { record, body } of relations) {
    const { kind, from, to, validFrom, validTo } = body as BodyOf<'relation'>;
    const lead = from === company ? LEADS[kind] : undefined;
    if (lead) found[lead].push({ record: to, validFrom, validTo });
    if (to !== company || (kind !== 'owns' && kind !== 'finances')) continue;
    // A deal stays a deal after it was done: its date is a fact about it, not its validity.
    found.deal.push({ record });
    found.party.push({ record: from, validFrom, validTo });
  }
  return found;
}

/** The shipped laws with those of the case in their place, or added. */
function lawsOf(own: readonly VersionView[]): Law[] {
  const corrected = new Map(
    own.map(({ record, body }): [string, Law] => {
      const { item } = body as unknown as BodyOf<'lawItem'>;
      return [item.id, { item, own: record }];
    }),
  );
  const shipped = NL_LAW.items.map((item) => corrected.get(item.id) ?? { item });
  return [...shipped, ...[...corrected.values()].filter((one) => !shipped.includes(one))];
}

/**
 * The laws and what is known for them, for any day. Facts and relations are not cut to one day here: each law is tested
 * on days of its own.
 */
export function gatherLegalFacts(db: ReadDb, log: LogId, company: RecordId, at: At): LegalFacts {
  const known = at.knownAt === undefined ? {} : { knownAt: at.knownAt };
  const subjects = subjectsOf(db, log, company, known);
  const asked = [...new Set(Object.values(subjects).flatMap((list) => list.map(({ record }) => record)))];
  const claims = asked.flatMap((record) => liveBy(db, log, 'claim', 'subject', record, known));
  const determinations = byRecord(liveOfTypes(db, log, ['determination'], known));
  const knowledgeOn = knowledgeOf({
    subjects,
    claims: claims.map(({ record, body }) => ({ record, body: body as BodyOf<'claim'> })),
    determinations: determinations.map((versions) => ({
      record: versions[0].record,
      versions: versions.map(({ body }) => body as BodyOf<'determination'>),
    })),
    derived: () => undefined,
  });
  return {
    laws: lawsOf(liveOfTypes(db, log, ['lawItem'], known)),
    determinations,
    subjects: asked,
    knowledgeOn,
  };
}
