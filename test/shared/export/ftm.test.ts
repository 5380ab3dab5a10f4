import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { disclose } from '#shared/disclosure/ceiling.ts';
import { exportFtm, type FtmExported } from '#shared/export/ftm/export.ts';
import type { View } from '#shared/export/told.ts';
import { CASE_FILES, planImport } from '#shared/import/case-folder.ts';
import { FTM } from '#shared/import/ftm/reader.ts';
import { sha256Hex } from '#shared/model/canonical.ts';
import { type AuthorKey, type RecordId, slotId } from '#shared/model/ids.ts';
import { ENTITY_TYPES } from '#shared/model/records.ts';
import { RELATION_KINDS } from '#shared/model/vocabulary.ts';
import { FtmModel } from '../../support/ftm-model.ts';
import { caseOf, contextFor, factsOf, LOG_ID, readAll, viewsOf } from '../../support/rows.ts';

const SCHEMA = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/ftm/followthemoney/followthemoney/schema',
);
const SAMPLE = path.resolve(import.meta.dirname, '../../../samples/lumenschip');

const id = (name: string): RecordId => slotId(LOG_ID, name);
const view = (name: string, type: View['type'], body: object, marking: View['marking'] = 'depV'): View => ({
  record: id(name),
  type,
  marking,
  body: body as View['body'],
  digest: sha256Hex(new TextEncoder().encode(name)) as View['digest'],
});
const claim = (name: string, subject: string, property: string, value: object, more: object = {}): View =>
  view(name, 'claim', {
    subject: id(subject),
    property,
    value,
    reliability: 'B',
    credibility: '2',
    certainty: 'asserted',
    basis: [],
    ...more,
  });
const percent = (number: number) => ({ kind: 'number', number, unit: 'percent' });
const text = (words: string) => ({ kind: 'text', text: words });

const THINGS: readonly View[] = [
  view('company', 'company', { name: 'Lichtwerk', form: 'company', country: 'NL' }),
  view('stichting', 'company', { name: 'Stichting Licht', form: 'foundation', country: 'XA' }),
  view('onbekend', 'company', { name: 'Onbekende houder', form: 'unknown' }),
  view('person', 'person', { name: 'Iris Bakker', note: 'Let op de spelling' }),
  view('publicBody', 'publicBody', { name: 'Ministerie van Licht', level: 'ministry', country: 'NL' }),
  view('technology', 'technology', { name: 'Laser' }),
  view('process', 'process', { name: 'Betalingsverkeer', vital: true }),
  view('site', 'site', { name: 'Fabriek', country: 'NL', place: 'Eindhoven' }),
  view('product', 'product', { name: 'Lens' }),
  view('bron', 'source', {
    title: 'Jaarrekening',
    kind: 'annualReport',
    reliability: 'B',
    language: 'nl',
    location: 'https://voorbeeld.invalid/jaar',
  }),
  claim('kvk', 'company', 'kvk', { kind: 'code', code: '01234567' }, { source: id('bron') }),
  claim(
    'omzet',
    'company',
    'revenue',
    { kind: 'range', min: 1e6, unit: 'eur' },
    { validFrom: '2023', validTo: '2023' },
  ),
  claim('website', 'company', 'website', text('geen adres')),
  claim('nat', 'person', 'nationality', { kind: 'code', code: 'BE' }),
];

/** Every kind of relation between every pair of kinds of things. */
const EVERY: readonly View[] = RELATION_KINDS.flatMap((kind) =>
  THINGS.slice(0, 9).flatMap((from) =>
    THINGS.slice(0, 9)
      .filter((to) => to !== from)
      .map((to) =>
        view(`${kind}/${from.record}/${to.record}`, 'relation', {
          kind,
          from: from.record,
          to: to.record,
          label: 'de band',
          validFrom: '2021-03',
        }),
      ),
  ),
);

const OWNED: readonly View[] = [
  ...THINGS.slice(0, 14),
  view('belang', 'relation', { kind: 'owns', from: id('person'), to: id('company') }),
  claim('a', 'belang', 'capital', percent(30), { source: id('bron'), validFrom: '2021', validTo: '2022' }),
  claim('b', 'belang', 'capital', { kind: 'range', min: 25, max: 50, unit: 'percent' }),
  claim('c', 'belang', 'votes', percent(20)),
  claim('d', 'belang', 'votes', { kind: 'undisclosed', reason: 'niet openbaar' }),
  claim('e', 'belang', 'exists', { kind: 'yesNo', yes: true }),
  view('geld', 'relation', { kind: 'finances', from: id('publicBody'), to: id('company'), label: 'Lening' }),
  claim('f', 'geld', 'amount', { kind: 'number', number: 2_500_000, unit: 'eur' }),
  view('contract', 'relation', {
    kind: 'contracts',
    from: id('publicBody'),
    to: id('company'),
    label: 'Raamcontract',
  }),
  claim('g', 'contract', 'contractValue', { kind: 'number', number: 12.5, unit: 'usd' }),
];

const linesOf = (entities: readonly FtmExported[]): string =>
  entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');
const readBack = (entities: readonly FtmExported[]) =>
  readAll(FTM, linesOf(entities), contextFor(caseOf([])));
const propertiesOf = (entities: readonly FtmExported[], name: string) =>
  entities.find((one) => one.id === id(name))?.properties;

describe('a case as FollowTheMoney', () => {
  const { entities, counts, marking, leftOut } = exportFtm([
    ...OWNED,
    view('n', 'note', { text: 'x' }, 'open'),
  ]);

  it('says shares as tools read them, and in words what the model has no place for', () => {
    const told = entities.find((one) => one.id === id('belang'));
    expect(told).toMatchObject({
      schema: 'Ownership',
      properties: { owner: [id('person')], asset: [id('company')] },
    });
    expect([...(told?.properties.percentage ?? [])].sort()).toEqual(['25-50', '30']);
    expect([...(told?.properties.summary ?? [])].sort()).toEqual([
      'Share of capital: 30% (2021 to 2022)',
      'Share of votes: 20%',
      'Share of votes: Not disclosed: niet openbaar',
    ]);
  });

  it('says money with its currency, and a contract with who gave it and who got it', () => {
    expect(propertiesOf(entities, 'geld')).toMatchObject({ amount: ['2500000'], currency: ['EUR'] });
    expect(propertiesOf(entities, 'contract')).toMatchObject({
      supplier: [id('company')],
      contract: [`${id('contract')}.contract`],
    });
  });

  it('tells the highest marking, how much there is of each, and what is not in it', () => {
    expect([counts, marking, leftOut]).toEqual([{ thing: 9, link: 3, source: 1 }, 'depV', { note: 1 }]);
  });

  it('comes back as the very records it was made from, and goes out again as the same bytes', () => {
    const { kept, refused } = readBack(entities);
    expect(refused).toEqual([]);
    expect(factsOf(kept)).toEqual(factsOf(OWNED));
    expect(exportFtm(viewsOf(kept)).entities).toEqual(entities);
  });

  it('comes back the same after a tool has put the values in another order', () => {
    const turned = entities.map((one) => ({
      ...one,
      properties: Object.fromEntries(
        Object.entries(one.properties)
          .reverse()
          .map(([name, values]) => [name, [...values].reverse()]),
      ),
    }));
    expect(factsOf(readBack(turned).kept)).toEqual(factsOf(OWNED));
  });

  it('changed by somebody, an entity counts for what it says, and stays the same record', () => {
    const changed = entities.map((one) =>
      one.id === id('belang') ? { ...one, properties: { ...one.properties, percentage: ['51'] } } : one,
    );
    const { kept, refused } = readBack(changed);
    expect(refused).toEqual([]);
    expect(kept.filter(({ type }) => type === 'relation').map(({ record }) => record)).toContain(
      id('belang'),
    );
    const capital = kept.filter(({ body }) => body.property === 'capital' && body.subject === id('belang'));
    expect(capital.map(({ body }) => body.value)).toEqual([percent(51)]);
  });

  it('does not depend on the order of the records', () => {
    expect(exportFtm([...OWNED].reverse()).entities).toEqual(exportFtm(OWNED).entities);
  });

  it('of what is above a ceiling there is no trace, at the ends of relations neither', () => {
    const secret = OWNED.map((one) =>
      one.record === id('person') ? { ...one, marking: 'stgG' as const } : one,
    );
    const { going } = disclose(secret, 'depV');
    const lines = linesOf(exportFtm(going).entities);
    expect(lines).not.toMatch(/Iris Bakker|stgG/);
    for (const name of ['person', 'belang', 'nat', 'a', 'c']) expect(lines).not.toContain(id(name));
    expect(lines).toContain('Lichtwerk');
  });
});

describe.skipIf(!existsSync(SCHEMA))('every exported entity is valid in the model', () => {
  const model = existsSync(SCHEMA) ? new FtmModel(SCHEMA) : undefined;

  it('of seventy schemata, whatever the kinds of relation and of its ends', () => {
    expect(model?.size).toBeGreaterThanOrEqual(70);
    const { entities } = exportFtm([...THINGS, ...EVERY]);
    expect(entities.length).toBeGreaterThan(1_000);
    expect(model?.faults(entities)).toEqual([]);
    expect(new Set(entities.map(({ schema }) => schema)).size).toBeGreaterThanOrEqual(14);
  });

  it('with every type of thing', () => {
    const { entities } = exportFtm([...OWNED]);
    expect(model?.faults(entities)).toEqual([]);
    expect(new Set(THINGS.map(({ type }) => type)).size).toBe(ENTITY_TYPES.length + 2);
  });

  it('finds fault with an entity that is wrong', () => {
    const wrong = {
      id: 'x',
      schema: 'Ownership',
      properties: { owner: ['y'], name: ['z'], startDate: ['soon'] },
    };
    expect(model?.faults([wrong])).toEqual([
      'Ownership: no asset',
      'Ownership.owner: points at nothing (y)',
      'Ownership: no property name',
      'Ownership.startDate: no date: soon',
    ]);
  });
});

describe('the sample case', () => {
  const files = new Map(CASE_FILES.map((name) => [name, readFileSync(path.join(SAMPLE, name), 'utf8')]));
  const attachments = new Set(
    readdirSync(path.join(SAMPLE, 'attachments')).map((name) => `attachments/${name}`),
  );
  const { puts } = planImport(files, { logId: LOG_ID, author: 'b'.repeat(64) as AuthorKey, attachments });
  const views = viewsOf(puts);
  const { entities } = exportFtm(views);

  it('goes out valid and comes back equal: all things, relations, facts about them and sources', () => {
    if (existsSync(SCHEMA)) expect(new FtmModel(SCHEMA).faults(entities)).toEqual([]);
    const { kept, refused } = readBack(entities);
    expect(refused).toEqual([]);
    const told = views.filter(({ type }) => [...ENTITY_TYPES, 'relation', 'claim', 'source'].includes(type));
    expect(factsOf(kept)).toEqual(factsOf(told));
    expect(told.length).toBeGreaterThan(250);
  });

  it('is read by a stranger, who has only the words, without a refusal and with the same shares', () => {
    const bare = entities.map(({ waarborg: _, ...rest }) => rest) as unknown as FtmExported[];
    const { kept, refused } = readBack(bare);
    expect(refused).toEqual([]);
    const shares = (from: readonly Pick<View, 'body'>[]) =>
      from.flatMap(({ body }) => (body.property === 'capital' ? [body.value] : [])).length;
    expect(shares(viewsOf(kept))).toBeGreaterThan(0);
    expect(kept.filter(({ type }) => type === 'relation').length).toBe(
      views.filter(({ type }) => type === 'relation').length,
    );
  });
});
