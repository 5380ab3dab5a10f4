import { appliesTo, type SubjectKind } from '../model/properties.ts';
import type { Draft, Reference } from './draft.ts';
import type { Refusal } from './refusal.ts';

const kindOf = (subject: Draft): SubjectKind =>
  (subject.type === 'relation' ? subject.body.kind : subject.type) as SubjectKind;

const group = (
  drafts: readonly Draft[],
  keysOf: (draft: Draft) => readonly string[],
): Map<string, Draft[]> => {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    for (const key of keysOf(draft)) {
      const list = groups.get(key);
      if (list) list.push(draft);
      else groups.set(key, [draft]);
    }
  }
  return groups;
};

/**
 * Keeps the drafts whose keys are theirs alone and whose references hold, and refuses the rest with the reason. A row
 * that points at a refused row is refused too, and so on down the chain; the outcome does not depend on the order of
 * the rows. `refusedKeys` are keys of rows that were refused before.
 */
export function settle(
  drafts: readonly Draft[],
  refusedKeys: ReadonlySet<string>,
): { readonly kept: readonly Draft[]; readonly refused: readonly Refusal[] } {
  const groups = group(drafts, (draft) => [draft.key]);
  const alive = new Map<string, Draft>();
  const refused: Refusal[] = [];
  const gone = new Set(refusedKeys);
  const queue: string[] = [];
  const refuse = (draft: Draft, rest: Omit<Refusal, 'file' | 'line'>): void => {
    refused.push({ file: draft.file, line: draft.line, ...rest });
    alive.delete(draft.key);
    gone.add(draft.key);
    queue.push(draft.key);
  };
  for (const [key, sharing] of groups) {
    if (sharing.length === 1 && !refusedKeys.has(key)) alive.set(key, sharing[0] as Draft);
    else for (const draft of sharing) refuse(draft, { field: 'key', code: 'keyTwice', params: { key } });
  }
  const pointing = group(drafts, (draft) => draft.references.map(({ key }) => key));
  const judge = (draft: Draft): void => {
    if (alive.get(draft.key) !== draft) return;
    const broken = firstBroken(draft, alive, gone);
    if (broken) refuse(draft, broken);
  };
  drafts.forEach(judge);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) pointing.get(key)?.forEach(judge);
  return { kept: drafts.filter((draft) => alive.get(draft.key) === draft), refused };
}

function firstBroken(
  draft: Draft,
  alive: ReadonlyMap<string, Draft>,
  gone: ReadonlySet<string>,
): Omit<Refusal, 'file' | 'line'> | undefined {
  for (const reference of draft.references) {
    const target = alive.get(reference.key);
    const { field, key } = reference;
    if (target === undefined) {
      return { field, code: gone.has(key) ? 'referenceRefused' : 'referenceUnknown', params: { key } };
    }
    if (!reference.to.includes(target.type)) return wrongType(reference, target);
    if (
      draft.type === 'claim' &&
      field === 'subject' &&
      !appliesTo(String(draft.body.property), kindOf(target))
    ) {
      const params = { property: String(draft.body.property), subject: kindOf(target) };
      return { field: 'property', code: 'propertyNotForSubject', params };
    }
  }
  return undefined;
}

const wrongType = ({ field, key, to }: Reference, target: Draft): Omit<Refusal, 'file' | 'line'> => ({
  field,
  code: 'referenceType',
  params: { key, expected: to.join(', '), found: target.type },
});
