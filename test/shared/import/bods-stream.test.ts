import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BODS } from '#shared/import/bods/reader.ts';
import { contextFor, readAll } from '../../support/rows.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../shared/data/bods/data-standard/examples');

const id = (n: number): string => String(n).padStart(32, '0');
const entity = (n: number) => ({
  statementId: id(n),
  statementDate: '2024-03-01',
  declarationSubject: `c${n}`,
  recordId: `c${n}`,
  recordType: 'entity',
  recordDetails: { isComponent: false, entityType: { type: 'registeredEntity' }, name: `Bedrijf ${n}` },
});
const holds = (n: number, from: string, to: string) => ({
  statementId: id(n),
  statementDate: '2024-03-01',
  declarationSubject: to,
  recordId: `r${n}`,
  recordType: 'relationship',
  recordDetails: {
    isComponent: false,
    subject: to,
    interestedParty: from,
    interests: [{ type: 'shareholding' }],
  },
});
const old = (n: number, more: object) => ({
  statementID: id(n),
  statementDate: '2020-01-01',
  statementType: 'entityStatement',
  entityType: 'registeredEntity',
  isComponent: false,
  name: `Oud ${n}`,
  ...more,
});
const rowsOf = (reader: ReturnType<typeof BODS.open>, piece: string) =>
  reader.push(piece).map(({ line }) => line);

describe('ownership statements as a stream', () => {
  it('are each answered as soon as they are whole, so that a file of any size holds no more than one', () => {
    const reader = BODS.open(contextFor());
    expect(rowsOf(reader, '[')).toEqual([]);
    for (let n = 1; n < 200; n++) {
      const text = JSON.stringify(n % 3 === 0 ? holds(n, `c${n - 1}`, `c${n - 2}`) : entity(n));
      expect(rowsOf(reader, text.slice(0, 40))).toEqual([]);
      expect(rowsOf(reader, `${text.slice(40)},`)).toEqual([n]);
    }
  });

  it('wait only for a party that has not come yet, and then for the end', () => {
    const reader = BODS.open(contextFor());
    const [first, second, third] = [holds(3, 'c1', 'c2'), entity(1), entity(2)].map(
      (one) => `${JSON.stringify(one)}\n`,
    );
    expect(rowsOf(reader, first ?? '')).toEqual([]);
    expect(rowsOf(reader, `${second}${third}`)).toEqual([2, 3]);
    const [late] = reader.end();
    expect(late).toMatchObject({ line: 1, problems: [] });
  });

  it('of earlier versions find the record that they replace, in whatever order they stand', () => {
    const statements = [
      old(1, {}),
      old(2, { replacesStatements: [id(1)], statementDate: '2021-01-01', name: 'Nieuw' }),
      {
        statementID: id(9),
        statementDate: '2021-01-01',
        statementType: 'ownershipOrControlStatement',
        isComponent: false,
        subject: { describedByEntityStatement: id(2) },
        interestedParty: { describedByEntityStatement: id(3) },
        interests: [{ type: 'shareholding', share: { exact: 10 } }],
      },
      old(3, {}),
    ];
    const facts = (order: readonly number[]) => {
      const { kept, refused } = readAll(BODS, order.map((at) => JSON.stringify(statements[at])).join('\n'));
      expect(refused).toEqual([]);
      return kept.map(({ record, body }) => JSON.stringify([record, body])).sort();
    };
    const inOrder = facts([0, 1, 3, 2]);
    expect(inOrder.some((fact) => fact.includes('Nieuw'))).toBe(true);
    for (const order of [
      [0, 1, 2, 3],
      [2, 1, 0, 3],
      [3, 2, 1, 0],
    ])
      expect(facts(order)).toEqual(inOrder);
  });

  it.skipIf(!existsSync(DATA))('of the standard come out the same wherever the file is cut', () => {
    const files = existsSync(DATA) ? readdirSync(DATA).filter((name) => name.endsWith('.json')) : [];
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = readFileSync(path.join(DATA, file), 'utf8');
      const whole = readAll(BODS, text);
      for (const piece of [17, 4096]) expect(readAll(BODS, text, contextFor(), piece), file).toEqual(whole);
    }
  });
});
