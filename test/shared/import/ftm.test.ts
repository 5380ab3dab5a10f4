import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFtm } from '#shared/export/ftm/export.ts';
import { percentageOf } from '#shared/import/ftm/percentage.ts';
import { FTM } from '#shared/import/ftm/reader.ts';
import type { RecordType } from '#shared/model/records.ts';
import { caseOf, contextFor, factsOf, readAll, viewsOf } from '../../support/rows.ts';

type Properties = Readonly<Record<string, readonly string[]>>;
const entity = (id: string, schema: string, properties: Properties, more: object = {}) => ({
  id,
  schema,
  properties,
  ...more,
});
const lines = (...entities: readonly object[]): string =>
  entities.map((one) => `${JSON.stringify(one)}\n`).join('');
const read = (...entities: readonly object[]) => readAll(FTM, lines(...entities));
const bodies = (kept: ReturnType<typeof read>['kept'], type: RecordType) =>
  kept.filter((one) => one.type === type).map(({ body }) => body);
const saying = (kept: ReturnType<typeof read>['kept'], property: string) =>
  kept.filter(({ body }) => body.property === property).map(({ body }) => body.value);

const LICHT = entity('c1', 'Company', {
  name: ['Lichtwerk B.V.', 'Lichtwerk'],
  jurisdiction: ['nl'],
  registrationNumber: ['01234567', 'HRB 12'],
  leiCode: ['724500VKKSH9QOLTFR81'],
  innCode: ['7707083893'],
  incorporationDate: ['1999-05'],
  address: ['Kerkstraat 1, Eindhoven'],
  topics: ['gov.soe'],
  publisher: ['Handelsregister'],
  sourceUrl: ['https://register.invalid/1'],
});
const IRIS = entity('p1', 'Person', { name: ['Iris Bakker'], nationality: ['be'], birthDate: ['1970'] });

describe('FollowTheMoney of others', () => {
  it('a company comes in with its numbers under the right registers, and every word that has no place as a fact', () => {
    const { kept, refused } = read(LICHT);
    expect(refused).toEqual([]);
    expect(bodies(kept, 'company')).toEqual([{ name: 'Lichtwerk B.V.', form: 'company', country: 'NL' }]);
    expect(saying(kept, 'kvk')).toEqual([{ kind: 'code', code: '01234567' }]);
    expect(saying(kept, 'foreignRegistration')).toEqual([
      { kind: 'code', code: 'innCode:7707083893' },
      { kind: 'code', code: 'HRB 12' },
    ]);
    expect(saying(kept, 'lei')).toEqual([{ kind: 'code', code: '724500VKKSH9QOLTFR81' }]);
    expect(saying(kept, 'founded')).toEqual([{ kind: 'date', date: '1999-05' }]);
    expect(saying(kept, 'tradeName')).toEqual([{ kind: 'text', text: 'Lichtwerk' }]);
    expect(saying(kept, 'description')).toEqual([{ kind: 'text', text: 'topics: gov.soe' }]);
    const [source] = kept.filter(({ type }) => type === 'source');
    expect(source?.body).toMatchObject({
      publisher: 'Handelsregister',
      location: 'https://register.invalid/1',
    });
    expect(kept.filter(({ type, body }) => type === 'claim' && body.source !== source?.record)).toEqual([]);
  });

  it('an interest has its share as said, with its period, and the words that go with it', () => {
    const { kept } = read(
      LICHT,
      IRIS,
      entity('o1', 'Ownership', {
        owner: ['p1'],
        asset: ['c1'],
        percentage: ['25.0', '25-50'],
        ownershipType: ['beneficial'],
        startDate: ['2020-01-31', '2019'],
      }),
    );
    expect(bodies(kept, 'relation')).toMatchObject([{ kind: 'owns', validFrom: '2019' }]);
    expect(saying(kept, 'capital')).toEqual([
      { kind: 'range', min: 25, max: 50, unit: 'percent' },
      { kind: 'number', number: 25, unit: 'percent' },
    ]);
    expect(saying(kept, 'relationNote')).toEqual([{ kind: 'text', text: 'ownershipType: beneficial' }]);
  });

  it('an interval is no edge: it makes a relation for every pair that it names, and none is lost', () => {
    const { kept } = read(
      LICHT,
      IRIS,
      entity('p2', 'Person', { name: ['Bo'] }),
      entity('c2', 'Company', { name: ['Optica'] }),
      entity('d', 'Directorship', { director: ['p1', 'p2'], organization: ['c1', 'c2'], role: ['Chair'] }),
    );
    expect(bodies(kept, 'relation')).toHaveLength(4);
    expect(saying(kept, 'boardFunction')).toHaveLength(4);
  });

  it('a link of which nobody knows the kind is an assumed influence, and keeps its word', () => {
    const { kept } = read(
      LICHT,
      IRIS,
      entity('u', 'UnknownLink', { subject: ['p1'], object: ['c1'], role: ['advisor'] }),
    );
    expect(bodies(kept, 'relation')).toMatchObject([{ kind: 'influences' }]);
    const [exists] = kept.filter(({ body }) => body.property === 'exists');
    expect(exists?.body).toMatchObject({ certainty: 'assumption' });
    expect(saying(kept, 'relationNote')).toEqual([{ kind: 'text', text: 'role: advisor' }]);
  });

  it('finds what stands in another entity, also when that comes later in the file', () => {
    const { kept, refused } = read(
      entity('a', 'ContractAward', {
        contract: ['k'],
        supplier: ['c1'],
        amount: ['12500'],
        currency: ['EUR'],
      }),
      entity('o', 'Occupancy', { holder: ['p1'], post: ['pos'] }),
      { ...LICHT, properties: { ...LICHT.properties, addressEntity: ['adr'] } },
      IRIS,
      entity('m', 'PublicBody', { name: ['Ministerie'] }),
      entity('k', 'Contract', { title: ['Lenzen'], authority: ['m'] }),
      entity('pos', 'Position', { name: ['Minister van Licht'] }),
      entity('adr', 'Address', { full: ['Havenweg 2'] }),
    );
    expect(refused).toEqual([]);
    expect(bodies(kept, 'relation')).toMatchObject([{ kind: 'contracts' }]);
    expect(saying(kept, 'contractValue')).toEqual([{ kind: 'number', number: 12_500, unit: 'eur' }]);
    expect(saying(kept, 'contractSubject')).toEqual([{ kind: 'text', text: 'Lenzen' }]);
    expect(saying(kept, 'position')).toEqual([{ kind: 'text', text: 'Minister van Licht' }]);
    expect(saying(kept, 'address')).toContainEqual({ kind: 'text', text: 'Havenweg 2' });
  });

  it('names the line and the place of what is wrong, and takes the rest', () => {
    const text = `${lines(LICHT)}{"half\n${lines(
      { id: 'x', properties: {} },
      entity('o', 'Ownership', { owner: ['niemand'], asset: ['c1'] }),
      entity('o2', 'Ownership', { asset: ['c1'] }),
      entity('z', 'Person', { name: [{}] as never }),
    )}`;
    const { refused, kept } = readAll(FTM, text);
    expect(refused.map(({ line, problem }) => [line, problem.field, problem.code])).toEqual([
      [2, undefined, 'jsonSyntax'],
      [3, 'schema', 'fieldMissing'],
      [4, 'from', 'referenceUnknown'],
      [5, 'properties.owner', 'fieldMissing'],
      [6, 'properties.name', 'fieldInvalid'],
    ]);
    expect(bodies(kept, 'company')).toHaveLength(1);
  });

  it('the same file again brings the same records, whatever the order of values and where it is cut', () => {
    const text = lines(
      LICHT,
      IRIS,
      entity('o1', 'Ownership', { owner: ['p1'], asset: ['c1'], percentage: ['5', '6'] }),
    );
    const turned = text.replace('["5","6"]', '["6","5"]');
    expect(factsOf(readAll(FTM, turned).kept)).toEqual(factsOf(readAll(FTM, text).kept));
    for (const piece of [1, 7, 100])
      expect(readAll(FTM, text, contextFor(), piece)).toEqual(readAll(FTM, text));
  });

  it('a file that names a record of another type of the case cannot write over it', () => {
    const record = '00000000-0000-4000-8000-0000000000aa';
    const present = { record, type: 'verdict', body: {} } as never;
    const { refused } = readAll(
      FTM,
      lines(entity(record, 'Person', { name: ['X'] })),
      contextFor(caseOf([present])),
    );
    expect(refused.map(({ problem }) => problem.code)).toEqual(['referenceType']);
  });

  it('whatever comes in goes out and comes in again as the same records', () => {
    const word = fc.constantFrom('Licht', '25', '2020-02', 'nl', '>50', 'Ü', 'https://x.invalid/a', '= 1+1');
    const property = fc.constantFrom('name', 'alias', 'country', 'percentage', 'role', 'startDate', 'notes');
    const thing = fc.record({
      schema: fc.constantFrom('Company', 'Person', 'PublicBody', 'LegalEntity', 'Asset', 'RealEstate'),
      properties: fc.dictionary(property, fc.array(word, { minLength: 1, maxLength: 3 })),
    });
    const link = fc.record({
      schema: fc.constantFrom('Ownership', 'Directorship', 'UnknownLink', 'Payment'),
      properties: fc.dictionary(property, fc.array(word, { minLength: 1, maxLength: 2 })),
      ends: fc.tuple(fc.nat(3), fc.nat(3)),
    });
    const ENDS = {
      Ownership: ['owner', 'asset'],
      Directorship: ['director', 'organization'],
      UnknownLink: ['subject', 'object'],
      Payment: ['payer', 'beneficiary'],
    } as const;
    fc.assert(
      fc.property(
        fc.array(thing, { minLength: 4, maxLength: 4 }),
        fc.array(link, { maxLength: 4 }),
        (things, links) => {
          const file = [
            ...things.map((one, i) => ({ id: `t${i}`, ...one })),
            ...links.map(({ schema, properties, ends }, i) => {
              const [from, to] = ENDS[schema as keyof typeof ENDS];
              return {
                id: `l${i}`,
                schema,
                properties: { ...properties, [from]: [`t${ends[0]}`], [to]: [`t${ends[1]}`] },
              };
            }),
          ];
          const views = viewsOf(read(...file).kept);
          const out = exportFtm(views).entities;
          const back = readAll(FTM, lines(...out), contextFor(caseOf(views)));
          expect(back.refused).toEqual([]);
          expect(factsOf(back.kept)).toEqual(factsOf(views));
          expect(exportFtm(viewsOf(back.kept)).entities).toEqual(out);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a share in words', () => {
  it.each([
    ['25', { kind: 'number', number: 25 }],
    ['25.0%', { kind: 'number', number: 25 }],
    ['33,3 %', { kind: 'number', number: 33.3 }],
    ['25-50', { kind: 'range', min: 25, max: 50 }],
    ['25% – 50%', { kind: 'range', min: 25, max: 50 }],
    ['>50', { kind: 'range', min: 50 }],
    ['≤ 10%', { kind: 'range', max: 10 }],
    ['75+', { kind: 'range', min: 75 }],
  ])('%s is read', (words, value) => {
    expect(percentageOf(words)).toEqual({ ...value, unit: 'percent' });
  });

  it.each(['', 'veel', '101', '50-25', '25 shares', '1/3'])('“%s” is not guessed', (words) => {
    expect(percentageOf(words)).toBeUndefined();
  });
});
