import type { Validity } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import type { Subject } from '../rules/condition.ts';
import { type CaseKnowledge, knowledgeOf } from './knowledge.ts';
import type { LawItem } from './law-item.ts';
import { NL_LAW } from './nl-law.ts';
import type { KnowledgeOn } from './scope.ts';

/** One live version as these functions need it. */
export type Live = { readonly record: RecordId; readonly body: { readonly [member: string]: unknown } };
type Subjects = Record<Subject, (Validity & { readonly record: RecordId })[]>;
export type Law = { readonly item: LawItem; readonly own?: RecordId };

/** Which relations lead from the company to what a law asks about. */
const LEADS: Readonly<Partial<Record<BodyOf<'relation'>['kind'], Subject>>> = {
  develops: 'technology',
  operates: 'process',
};

/** What the laws can ask about: the company, what it develops and runs, and who owns or finances it. */
export function subjectsOf(company: RecordId, relations: readonly Live[]): Subjects {
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

/** Every subject once. */
export const askedOf = (subjects: Subjects): RecordId[] => [
  ...new Set(Object.values(subjects).flatMap((list) => list.map(({ record }) => record))),
];

/** The shipped laws with those of the case in their place, or added. */
export function lawsOf(own: readonly Live[]): Law[] {
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
 * What is known for the laws, for any day, out of live versions. `determinations` are grouped by record, `derived` is
 * what the map of dependencies says.
 */
export const legalKnowledge = (
  subjects: Subjects,
  claims: readonly Live[],
  determinations: readonly (readonly Live[])[],
  derived: CaseKnowledge['derived'],
): KnowledgeOn =>
  knowledgeOf({
    subjects,
    claims: claims.map(({ record, body }) => ({ record, body: body as BodyOf<'claim'> })),
    determinations: determinations.flatMap((versions) => {
      const [first] = versions;
      if (!first) return [];
      return [
        {
          record: first.record,
          versions: versions.map(({ body }) => body as unknown as BodyOf<'determination'>),
        },
      ];
    }),
    derived,
  });
