import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/model/dates.ts';
import type { RecordType } from '#shared/model/records.ts';
import { countriesIn, countryIn, swapCountry, swapsOf } from '#shared/neutrality/countries.ts';
import { lightestOption } from '#shared/neutrality/lightest.ts';
import { lintNeutrality } from '#shared/neutrality/lint.ts';
import { swapDrifts } from '#shared/neutrality/swap.ts';
import { caseView, claim, id, view } from '../dossier/composeFixture.ts';

const DAY = '2026-11-25' as Day;
const COUNTRIES = ['NL', 'XZ', 'BE', 'US'] as const;
const company = (key: string, country: string) =>
  view(key, 'company', { name: key, form: 'company', country });
const owns = (key: string, from: string, to: string, percent: number) => [
  view(key, 'relation', { kind: 'owns', from: id(from), to: id(to) }),
  claim(`${key}-votes`, 'votes', { kind: 'number', number: percent, unit: 'percent' }, { subject: id(key) }),
  claim(
    `${key}-capital`,
    'capital',
    { kind: 'number', number: percent, unit: 'percent' },
    { subject: id(key) },
  ),
];
const state = (country: string) =>
  view('state', 'publicBody', { name: 'Republiek Zoravië', level: 'state', country });
const held = (country: string) => [
  caseView(),
  company('company', 'NL'),
  state(country),
  ...owns('stake', 'state', 'company', 60),
];

describe('swapping the country (PUR-20)', () => {
  it('there and back is the same case, and never touches a record of another country', () => {
    const records = fc.array(
      fc.record({
        type: fc.constantFrom<RecordType>('company', 'publicBody', 'site'),
        body: fc.record({ country: fc.constantFrom('NL', 'XZ', 'BE'), name: fc.string() }),
      }),
    );
    fc.assert(
      fc.property(records, (live) => {
        const there = swapCountry(live, 'XZ', 'QM');
        expect(swapCountry(there, 'QM', 'XZ')).toEqual(live);
        expect(there.filter((one) => countryIn(one) === 'QM')).toHaveLength(
          live.filter((one) => countryIn(one) === 'XZ').length,
        );
      }),
    );
  });

  it('also swaps a claim on nationality, and counts it', () => {
    const person = claim('nationality', 'nationality', { kind: 'code', code: 'XZ' }, { subject: id('x') });
    const [swapped] = swapCountry([person], 'XZ', 'BE');
    expect(swapped?.body.value).toEqual({ kind: 'code', code: 'BE' });
    expect(countriesIn([person, company('a', 'XZ'), company('b', 'NL')])).toEqual([
      { code: 'XZ', count: 2 },
      { code: 'NL', count: 1 },
    ]);
  });

  it('changes nothing between two foreign countries, whatever the two are', () => {
    const abroad = fc.constantFrom(...COUNTRIES.filter((code) => code !== 'NL'));
    fc.assert(
      fc.property(abroad, abroad, (from, to) => {
        expect(swapDrifts(held(from), DAY, [{ from, to }])).toEqual([[]]);
      }),
    );
  });

  it('tells that a state is no foreign one any more when it becomes the Dutch State, and where that shows', () => {
    expect(swapDrifts(held('XZ'), DAY, [{ from: 'XZ', to: 'NL' }])).toEqual([
      [{ of: 'state', was: 'certain 0.6 0.6', is: 'excluded 0 0' }],
    ]);
  });

  it('evaluates the case as it is once for all swaps, and tells how far it is', () => {
    const told: number[] = [];
    const swaps = ['QM', 'NL', 'BE'].map((to) => ({ from: 'XZ', to }));
    const drifts = swapDrifts(held('XZ'), DAY, swaps, (done) => void told.push(done));
    expect(drifts.map((drift) => drift.length)).toEqual([0, 1, 0]);
    expect(told).toEqual([1, 2, 3, 4]);
  });

  it('tries each foreign country of a state as another foreign one and as the Netherlands', () => {
    const named = (...all: string[]) => all.map((code) => ({ code, state: code === 'QM' || code === 'XZ' }));
    expect(swapsOf(named('NL', 'BE', 'XZ', 'QM')).map(({ from, to }) => `${from}>${to}`)).toEqual([
      ...['XZ>BE', 'XZ>NL', 'QM>BE', 'QM>NL'],
    ]);
    expect(swapsOf(named('NL', 'BE', 'CN'))).toEqual([
      { from: 'BE', to: 'CN' },
      { from: 'BE', to: 'NL' },
    ]);
    expect(swapsOf(named('BE', 'NL'))).toEqual([{ from: 'BE', to: 'NL' }]);
    expect(swapsOf(named('NL'))).toEqual([]);
  });
});

describe('the lint for judgements that rest on a country alone (PUR-20)', () => {
  const verdict = (argument: string, evidence: readonly string[] = []) =>
    view('v', 'verdict', { leaf: 'CON-2', outcome: 'met', argument, evidence: evidence.map(id) });
  const born = claim('born', 'nationality', { kind: 'code', code: 'XZ' }, { subject: id('person') });
  const codes = ['NL', 'XZ', 'CN'];
  const found = (...more: Parameters<typeof lintNeutrality>[0]) =>
    lintNeutrality([...held('XZ'), born, ...more], codes).map(({ about, code, words }) => [
      about,
      code,
      words,
    ]);

  it('finds a verdict whose evidence only says of which country somebody is', () => {
    expect(found(verdict('De bestuurder komt daar vandaan.', ['born']))).toEqual([
      ['CON-2', 'countryEvidence', []],
    ]);
  });

  it('finds an argument that names a country, also as an adjective, without evidence of a tie', () => {
    expect(found(verdict('De investeerder is Zoravisch.'))).toEqual([
      ['CON-2', 'countryArgument', ['Zoravisch']],
    ]);
    expect(found(verdict('Chinees kapitaal.'))).toEqual([['CON-2', 'countryArgument', ['Chinees']]]);
  });

  it('lets an argument be that names a country and shows the tie, and one that names none or only our own', () => {
    expect(found(verdict('De staat Zoravië houdt 60% van de stemmen.', ['stake-votes']))).toEqual([]);
    expect(found(verdict('De staat houdt 60%.'))).toEqual([]);
    expect(found(verdict('Nederland loopt risico.'))).toEqual([]);
  });
});

describe('the lightest option that averts control (PUR-18)', () => {
  const deal = (control: 'certain' | 'possible' | 'excluded') =>
    ({ kind: 'unwantedDeal', intervention: 'none', control }) as const;
  const option = (intervention: string | null, control: 'certain' | 'possible' | 'excluded') =>
    ({ kind: 'mitigatedDeal', intervention, control }) as const;

  it('is the first after which control is certainly excluded; possibly is not enough', () => {
    const lightest = option('finance', 'excluded');
    const options = [
      deal('certain'),
      option('conditions', 'possible'),
      lightest,
      option('minority', 'excluded'),
    ];
    expect(lightestOption(options)).toBe(lightest);
  });

  it('is none where the deal gives no control, or nobody said how far the State steps in', () => {
    expect(lightestOption([deal('excluded'), option('finance', 'excluded')])).toBeUndefined();
    expect(lightestOption([deal('certain'), option(null, 'excluded')])).toBeUndefined();
  });
});
