import type { VersionView } from '#shared/ipc/common.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RelationKind } from '#shared/model/properties.ts';
import type { EntityType } from '#shared/model/records.ts';
import type { Value } from '#shared/model/value.ts';

const author = { key: 'b'.repeat(64), name: 'A', department: 'EZ' } as VersionView['author'];

/** A record id that a person can read in a failing test: the letters of the name in the last group. */
export const idOf = (name: string): RecordId =>
  `00000000-0000-4000-8000-${[...name.slice(0, 6)]
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .padStart(12, '0')}` as RecordId;

type Said = Readonly<Record<string, Value | readonly Value[]>>;
type Dates = { readonly validFrom?: string; readonly validTo?: string };

/** Builds the live versions of a case by hand. Every claim is graded B2 and has a source, unless told otherwise. */
export class SmallCase {
  readonly views: VersionView[] = [];
  #claims = 0;

  #add(record: RecordId, type: VersionView['type'], body: object): RecordId {
    this.views.push({
      record,
      type,
      digest: String(this.views.length).padStart(64, '0') as VersionView['digest'],
      marking: 'open',
      body: body as VersionView['body'],
      change: 'c'.repeat(64) as VersionView['change'],
      author,
      time: '2026-01-01T00:00:00.000Z',
    });
    return record;
  }

  thing(name: string, type: EntityType = 'company', rest: object = {}): RecordId {
    const own = { company: { form: 'company' }, publicBody: { level: 'ministry' }, process: { vital: true } };
    return this.#add(idOf(name), type, { name, ...(own as Record<string, object>)[type], ...rest });
  }

  claim(subject: RecordId, property: string, value: Value, rest: object = {}): RecordId {
    this.#claims++;
    return this.#add(idOf(`#${this.#claims}`), 'claim', {
      subject,
      property,
      value,
      source: idOf('source'),
      reliability: 'B',
      credibility: '2',
      certainty: 'asserted',
      basis: [],
      ...rest,
    });
  }

  /** A relation that is named by its ends: `A>B`. */
  link(kind: RelationKind, from: string, to: string, said: Said = {}, dates: Dates = {}): RecordId {
    const record = idOf(`${from}>${to}`);
    this.#add(record, 'relation', { kind, from: idOf(from), to: idOf(to), ...dates });
    for (const [property, values] of Object.entries(said))
      for (const value of Array.isArray(values) ? values : [values]) this.claim(record, property, value);
    return record;
  }
}

export const yes: Value = { kind: 'yesNo', yes: true };
export const no: Value = { kind: 'yesNo', yes: false };
export const text = (words: string): Value => ({ kind: 'text', text: words });
export const code = (word: string): Value => ({ kind: 'code', code: word });
export const percent = (number: number): Value => ({ kind: 'number', number, unit: 'percent' });
export const weeks = (number: number): Value => ({ kind: 'number', number, unit: 'weeks' });
export const months = (min: number, max?: number): Value =>
  max === undefined
    ? { kind: 'number', number: min, unit: 'months' }
    : { kind: 'range', min, max, unit: 'months' };
