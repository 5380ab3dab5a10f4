import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BodsStatement, exportBods } from '#shared/export/bods/export.ts';
import type { View } from '#shared/export/told.ts';
import { planBods } from '#shared/import/bods/plan.ts';
import { checkStatement } from '#shared/import/bods/schema.ts';
import { CASE_FILES, type PlannedPut, planImport } from '#shared/import/case-folder.ts';
import { canonicalText, sha256Hex } from '#shared/model/canonical.ts';
import { type AuthorKey, type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import { isInterest } from '#shared/ownership/from-records.ts';

const logId = '00000000-0000-4000-8000-00000000000d' as LogId;
const options = { logId, published: '2024-03-01', publisher: 'EZ' };
const DATA = path.resolve(import.meta.dirname, '../../../../shared/data/bods/data-standard');
const SAMPLE = path.resolve(import.meta.dirname, '../../../samples/lumenschip');

/** Planned records as they would live in a case. */
const viewsOf = (puts: readonly PlannedPut[]): View[] =>
  puts.map(({ record, type, marking, body }) => ({
    record,
    type,
    marking,
    body: body as View['body'],
    digest: sha256Hex(new TextEncoder().encode(canonicalText(body))) as View['digest'],
  }));

/** What a record is, whatever the order in which it came. */
const factsOf = (records: readonly Pick<View, 'record' | 'type' | 'marking' | 'body'>[]): string[] =>
  records.map(({ record, type, marking, body }) => canonicalText({ record, type, marking, body })).sort();

const typesIn = (views: readonly View[]) => {
  const types = new Map(views.map(({ record, type }) => [record, type]));
  return (record: RecordId) => types.get(record);
};
const readBack = (statements: readonly BodsStatement[], views: readonly View[] = []) =>
  planBods(JSON.stringify(statements), { logId, file: 'terug.json', typeOf: typesIn(views) });

const id = (name: string): RecordId => slotId(logId, name);
const view = (name: string, type: View['type'], body: View['body']): View => ({
  record: id(name),
  type,
  marking: 'depV',
  body,
  digest: sha256Hex(new TextEncoder().encode(name)) as View['digest'],
});
const claim = (name: string, subject: string, property: string, value: object, more: object = {}): View =>
  view(name, 'claim', {
    subject: id(subject),
    property,
    value: value as never,
    reliability: 'B',
    credibility: '2',
    certainty: 'asserted',
    basis: [],
    ...more,
  });
const percent = (number: number) => ({ kind: 'number', number, unit: 'percent' });
const SMALL: readonly View[] = [
  view('doel', 'company', { name: 'Lichtwerk', form: 'foundation', country: 'NL' }),
  view('houder', 'person', { name: 'Iris Bakker' }),
  view('belang', 'relation', { kind: 'owns', from: id('houder'), to: id('doel') }),
  view('bron', 'source', { title: 'Jaarrekening', kind: 'annualReport', reliability: 'B' }),
  claim('kvk', 'doel', 'kvk', { kind: 'code', code: '01234567' }),
  claim('employees', 'doel', 'employees', { kind: 'number', number: 12, unit: 'fte' }),
  claim('a', 'belang', 'capital', percent(30), { source: id('bron'), validFrom: '2021', validTo: '2022' }),
  claim('b', 'belang', 'capital', percent(40), { validFrom: '2023' }),
  claim('c', 'belang', 'votes', percent(20)),
  claim('d', 'belang', 'votes', percent(25)),
  claim('e', 'belang', 'boardSeats', { kind: 'number', number: 2, unit: 'count' }),
];
const detailsOf = (statements: readonly BodsStatement[], recordId: string) =>
  statements.find((one) => one.recordId === recordId)?.recordDetails;

describe('a case as ownership statements', () => {
  const { statements, counts, marking } = exportBods(SMALL, options);

  it('has one statement for each party and interest, and tells the highest marking in it', () => {
    expect(counts).toEqual({ entity: 1, person: 1, relationship: 1 });
    expect(marking).toBe('depV');
  });

  it('keeps every rule of the standard, with the annotation and without it', () => {
    for (const statement of statements) {
      const { annotations: _, ...bare } = statement;
      for (const one of [statement, bare]) expect(checkStatement(one, false)).toHaveProperty('statement');
    }
  });

  it('writes shares of different years apart and a dispute as the range that holds it', () => {
    expect(detailsOf(statements, id('belang'))).toMatchObject({
      subject: id('doel'),
      interestedParty: id('houder'),
    });
    const { interests } = detailsOf(statements, id('belang')) as unknown as { interests: readonly object[] };
    expect(interests).toHaveLength(3);
    for (const interest of [
      { share: { exact: 30 }, startDate: '2021-01-01', endDate: '2022-12-31', type: 'shareholding' },
      { share: { exact: 40 }, startDate: '2023-01-01', type: 'shareholding' },
      { share: { minimum: 20, maximum: 25 }, type: 'votingRights' },
    ])
      expect(interests).toContainEqual({ directOrIndirect: 'direct', ...interest });
  });

  it('writes every kind of interest by its type in the standard (issue 3.1)', () => {
    const text = (words: string) => ({ kind: 'text', text: words });
    const said: readonly (readonly [string, object])[] = [
      ['profitRight', percent(12.5)],
      ['liquidationRight', percent(5)],
      ['convertible', percent(8)],
      ['goldenShare', { kind: 'yesNo', yes: true }],
      ['nominee', { kind: 'yesNo', yes: true }],
      ['trustRole', { kind: 'code', code: 'beneficiary' }],
      ['vetoRight', text('Overdracht van octrooien')],
      ['contractRight', text('Licentie met terugvalrecht')],
      ['legalPower', text('Wet op de mededeling, art. 3')],
    ];
    const views = [
      view('doel', 'company', { name: 'Lichtwerk', form: 'company' }),
      view('houder', 'company', { name: 'Houdster', form: 'company' }),
      view('band', 'relation', { kind: 'controls', from: id('houder'), to: id('doel') }),
      ...said.map(([property, value]) => claim(property, 'band', property, value)),
    ];
    const types = exportBods(views, options)
      .statements.filter(({ recordType }) => recordType === 'relationship')
      .flatMap(({ recordDetails }) => (recordDetails as { interests: { type: string }[] }).interests)
      .map(({ type }) => type);
    expect(types.sort()).toEqual([
      'beneficiaryOfLegalArrangement',
      'conditionalRightsGrantedByContract',
      'controlByLegalFramework',
      'controlViaCompanyRulesOrArticles',
      'nominee',
      'otherInfluenceOrControl',
      'rightsGrantedByContract',
      'rightsToProfitOrIncome',
      'rightsToSurplusAssetsOnDissolution',
    ]);
  });

  it('writes numbers of registers with their register', () => {
    expect(detailsOf(statements, id('doel'))).toMatchObject({
      identifiers: [{ scheme: 'NL-KVK', id: '01234567' }],
    });
  });

  it('comes back as the very records it was made from', () => {
    const { puts, refused } = readBack(statements);
    expect(refused).toEqual([]);
    expect(factsOf(viewsOf(puts))).toEqual(factsOf(SMALL));
  });

  it('does not depend on the order of the records', () => {
    expect(exportBods([...SMALL].reverse(), options)).toEqual(exportBods(SMALL, options));
  });

  it('changed by somebody else, a statement counts for what it says now and not for what it carries', () => {
    const changed = statements.map((one) =>
      one.recordType === 'relationship'
        ? {
            ...one,
            recordDetails: {
              ...(one.recordDetails as object),
              interests: [{ type: 'shareholding', share: { exact: 51 } }],
            },
          }
        : one,
    ) as BodsStatement[];
    const { puts, refused } = readBack(changed, SMALL);
    expect(refused).toEqual([]);
    const relations = puts.filter(({ type }) => type === 'relation');
    expect(relations.map(({ record }) => record)).toEqual([id('belang')]);
    const capital = puts.filter(({ body }) => body.property === 'capital').map(({ body }) => body.value);
    expect(capital).toEqual([percent(51)]);
  });

  it('tells which records have several versions and which interests are in no party', () => {
    const rival = {
      ...(SMALL[0] as View),
      digest: 'f'.repeat(64) as View['digest'],
      body: { name: 'Anders', form: 'company' },
    };
    const thing = [
      view('techniek', 'technology', { name: 'Laser' }),
      view('los', 'relation', { kind: 'controls', from: id('houder'), to: id('techniek') }),
    ];
    const { disputed, leftOut } = exportBods([...SMALL, rival, ...thing], options);
    expect([disputed, leftOut]).toEqual([[id('doel')], 1]);
  });
});

describe('the sample case', () => {
  const files = new Map(CASE_FILES.map((name) => [name, readFileSync(path.join(SAMPLE, name), 'utf8')]));
  const attachments = new Set(
    readdirSync(path.join(SAMPLE, 'attachments')).map((name) => `attachments/${name}`),
  );
  const { puts } = planImport(files, { logId, author: 'b'.repeat(64) as AuthorKey, attachments });
  const views = viewsOf(puts);
  const { statements } = exportBods(views, options);

  it('goes out by the rules and comes back equal, with every party, interest and claim about them', () => {
    for (const one of statements) expect(checkStatement(one, false)).toHaveProperty('statement');
    const back = readBack(statements, views);
    expect(back.refused).toEqual([]);
    const subjects = new Set(
      views
        .filter(
          ({ type, body }) =>
            ['company', 'person', 'publicBody'].includes(type) ||
            (type === 'relation' && isInterest(body.kind as 'owns')),
        )
        .map(({ record }) => record),
    );
    const told = views.filter(
      ({ record, type, body }) =>
        subjects.has(record) || (type === 'claim' && subjects.has(body.subject as RecordId)),
    );
    const cited = new Set(told.map(({ body }) => body.source));
    const expected = [...told, ...views.filter(({ type, record }) => type === 'source' && cited.has(record))];
    expect(factsOf(viewsOf(back.puts))).toEqual(factsOf(expected));
    expect(expected.length).toBeGreaterThan(200);
  });

  it('is read by a stranger without a refusal, with the same shares', () => {
    const bare = statements.map(({ annotations: _, ...rest }) => rest) as BodsStatement[];
    const { refused, counts } = readBack(bare);
    expect(refused).toEqual([]);
    expect(counts.relation).toBeGreaterThanOrEqual(
      statements.filter((one) => one.recordType === 'relationship').length,
    );
  });
});

describe.skipIf(!existsSync(DATA))('the files of the standard itself', () => {
  const files = ['examples', 'tests/data/valid-statements'].flatMap((folder) =>
    existsSync(DATA)
      ? readdirSync(path.join(DATA, folder))
          .filter((name) => name.endsWith('.json'))
          .map((name) => `${folder}/${name}`)
      : [],
  );

  it('each goes in, out by the rules, and in again as the same records', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const { puts } = planBods(readFileSync(path.join(DATA, file), 'utf8'), { logId, file });
      const views = viewsOf(puts);
      const { statements } = exportBods(views, options);
      for (const one of statements) expect(checkStatement(one, false), file).toHaveProperty('statement');
      const back = readBack(statements, views);
      expect(back.refused, file).toEqual([]);
      // A source that no claim cites has nothing to tell.
      const cited = new Set(views.map(({ body }) => body.source));
      const told = views.filter(({ type, record }) => type !== 'source' || cited.has(record));
      expect(factsOf(viewsOf(back.puts)), file).toEqual(factsOf(told));
    }
  });
});
