import fc from 'fast-check';
import type { FileRow, Problem, RowRecord } from '#shared/import/reader.ts';
import { type LogId, type RecordId, slotId } from '#shared/model/ids.ts';

export const ROWS_LOG = '00000000-0000-4000-8000-000000000001' as LogId;
export const idOf = (key: string): RecordId => slotId(ROWS_LOG, key);

export const company = (key: string, name = key): RowRecord => ({
  key,
  record: idOf(key),
  type: 'company',
  body: { name, form: 'company' },
  marking: 'open',
});
export const named = (key: string): RowRecord => ({ ...company(key, `${key} as named`), weak: true });
export const owns = (from: string, to: string): RowRecord => ({
  key: `${from}>${to}`,
  record: idOf(`${from}>${to}`),
  type: 'relation',
  body: { kind: 'owns', from: idOf(from), to: idOf(to) },
  marking: 'open',
  references: [
    { field: 'holder', key: from, record: idOf(from), to: ['company'] },
    { field: 'held', key: to, record: idOf(to), to: ['company'] },
  ],
});
export const claimOn = (subject: string, property: string, code: string): RowRecord => ({
  key: `${subject}.${property}`,
  record: idOf(`${subject}.${property}`),
  type: 'claim',
  body: {
    subject: idOf(subject),
    property,
    value: { kind: 'code', code },
    reliability: 'B',
    credibility: '2',
    certainty: 'asserted',
    basis: [],
  },
  marking: 'open',
});
export const row = (line: number, ...records: RowRecord[]): FileRow => ({ line, records, problems: [] });
export const refusedRow = (line: number, problem: Problem, ...wanted: string[]): FileRow => ({
  line,
  records: [],
  problems: [problem],
  wanted: wanted.map(idOf),
});

const key = fc.constantFrom('a', 'b', 'c', 'd');
const record = fc.oneof(
  key.map((one) => company(one)),
  key.map((one) => company(one, 'another name')),
  key.map(named),
  fc.tuple(key, key).map(([from, to]) => owns(from, `${to}'`)),
  fc.tuple(key, key).map(([from, to]) => owns(`${from}'`, to)),
  key.map((one) => company(`${one}'`)),
  key.map((one) => claimOn(one, 'kvk', '12345678')),
  fc.tuple(key, key).map(([from, to]) => claimOn(`${from}>${to}'`, 'kvk', '12345678')),
);

/** Files of a few rows that get into every kind of trouble with each other. */
export const troubledRows: fc.Arbitrary<FileRow[]> = fc
  .array(
    fc.record({
      records: fc.array(record, { minLength: 1, maxLength: 3 }),
      fate: fc.constantFrom('fine', 'fine', 'fine', 'refused', 'named', 'version'),
      word: fc.constantFrom('x', 'y'),
      rank: fc.constantFrom('1', '2'),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list.map(({ records, fate, word, rank }, line): FileRow => {
      if (fate === 'refused')
        return refusedRow(line, { field: 'form', code: 'fieldMissing' }, word === 'x' ? 'a' : 'b');
      const whole = row(line, ...records);
      if (fate === 'named') return { ...whole, name: word };
      return fate === 'version' ? { ...whole, version: { key: word, rank } } : whole;
    }),
  );
