import { canonicalText, type Json } from '../../model/canonical.ts';
import { caseRecordId, type RecordId } from '../../model/ids.ts';
import { appliesTo, checkValue, type SubjectKind } from '../../model/properties.ts';
import type { RecordType } from '../../model/records.ts';
import { referencesOf } from '../../model/references.ts';
import type { Value } from '../../model/value.ts';
import type { PlannedPut } from '../case-folder.ts';
import { type Body, checkBody } from '../draft.ts';
import type { Made } from './made.ts';
import type { BodsContext } from './plan.ts';
import type { Problem } from './schema.ts';

type Taken = { readonly index: number; readonly path: string; readonly put: PlannedPut };

/** Types that a statement may bring; a file of parties never writes a verdict or the case itself. */
const BROUGHT: readonly RecordType[] = ['company', 'person', 'publicBody', 'relation', 'claim', 'source'];

/** The records that statements make, each checked against its schema and each id taken once. */
export class Collected {
  readonly #context: BodsContext;
  readonly #taken = new Map<RecordId, Taken>();

  constructor(context: BodsContext) {
    this.#context = context;
  }

  /**
   * Takes all records of a statement, or none and says why. A record that another statement brought already may come
   * again when it says the same (a shared source).
   */
  take(index: number, made: readonly Made[]): readonly Problem[] {
    const fresh = new Map<RecordId, Taken>();
    const problems: Problem[] = [];
    for (const one of made) {
      const checked = this.#check(one);
      if ('problem' in checked) {
        problems.push(checked.problem);
        continue;
      }
      const { record, type, marking, path } = one;
      const put = { record, type, body: checked.body, marking, place: `${this.#context.file}:${index + 1}` };
      const other = fresh.get(record) ?? this.#taken.get(record);
      if (other === undefined) fresh.set(record, { index, path, put });
      else if (other.put.type !== type || canonicalText(other.put.body) !== canonicalText(put.body))
        problems.push({ path, code: 'keyTwice', params: { key: record } });
    }
    if (problems.length === 0) for (const [record, taken] of fresh) this.#taken.set(record, taken);
    return problems;
  }

  #check({ record, type, body, path }: Made): { readonly body: Body } | { readonly problem: Problem } {
    const present = this.#context.typeOf?.(record);
    if (
      !BROUGHT.includes(type) ||
      record === caseRecordId(this.#context.logId) ||
      (present ?? type) !== type
    ) {
      const expected = present ?? BROUGHT.join(', ');
      return { problem: { path, code: 'referenceType', params: { key: record, expected, found: type } } };
    }
    const checked = checkBody(type, body);
    if ('problems' in checked) {
      const [first] = checked.problems;
      return {
        problem: {
          path,
          code: first?.code ?? 'fieldInvalid',
          ...(first?.params ? { params: first.params } : {}),
        },
      };
    }
    if (type !== 'claim') return checked;
    const value = checkValue(checked.body.property as string, checked.body.value as Value);
    return value.ok
      ? { body: { ...checked.body, value: value.value as Json } }
      : {
          problem: {
            path,
            code: value.error.code,
            ...(value.error.params ? { params: value.error.params } : {}),
          },
        };
  }

  /** What points at nothing, or says of its subject what cannot be said of it. */
  #broken({ path, put }: Taken): Problem | undefined {
    const typeOf = (record: RecordId): RecordType | undefined =>
      this.#taken.get(record)?.put.type ?? this.#context.typeOf?.(record);
    for (const { record } of referencesOf(put.type, { ...put.body }))
      if (typeOf(record) === undefined) return { path, code: 'referenceUnknown', params: { key: record } };
    if (put.type !== 'claim') return undefined;
    const subject = this.#taken.get(put.body.subject as RecordId)?.put;
    if (subject === undefined) return undefined;
    const kind = (subject.type === 'relation' ? subject.body.kind : subject.type) as SubjectKind;
    const property = String(put.body.property);
    return appliesTo(property, kind)
      ? undefined
      : { path, code: 'propertyNotForSubject', params: { property, subject: kind } };
  }

  /** The puts of which every pointer holds, in the order they came, and the records that are left out with the reason. */
  settled(): {
    readonly puts: readonly PlannedPut[];
    readonly dangling: readonly { readonly index: number; readonly problem: Problem }[];
  } {
    const dangling: { index: number; problem: Problem }[] = [];
    const pointing = new Map<RecordId, RecordId[]>();
    for (const [record, { put }] of this.#taken)
      for (const { record: target } of referencesOf(put.type, { ...put.body })) {
        const list = pointing.get(target);
        if (list) list.push(record);
        else pointing.set(target, [record]);
      }
    const queue = [...this.#taken.keys()];
    for (let record = queue.pop(); record !== undefined; record = queue.pop()) {
      const taken = this.#taken.get(record);
      const problem = taken && this.#broken(taken);
      if (!taken || !problem) continue;
      dangling.push({ index: taken.index, problem });
      this.#taken.delete(record);
      for (const other of pointing.get(record) ?? []) queue.push(other);
    }
    return { puts: [...this.#taken.values()].map(({ put }) => put), dangling };
  }
}
