import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateCandidates, pairKey } from '#shared/identity/candidates.ts';
import type { Party } from '#shared/identity/party.ts';
import type { RecordId } from '#shared/model/ids.ts';

const id = (n: number): RecordId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordId;
const party = (n: number, name: string, more: Partial<Party> = {}): Party => ({
  record: id(n),
  kind: 'organisation',
  names: [name],
  identifiers: [],
  websites: [],
  ...more,
});
const kvk = (value: string): Party['identifiers'] => [{ kind: 'kvk', value }];
const shown = (parties: readonly Party[], related?: ReadonlyMap<string, string>) =>
  duplicateCandidates(parties, { related }).map(({ a, b, score, reasons, against }) => ({
    pair: [Number(a.slice(-3)), Number(b.slice(-3))],
    score,
    for: reasons.map(({ code }) => code),
    against: against.map(({ code }) => code),
  }));

describe('candidates for one party', () => {
  it('are nearly certain with the same number of a register, also under another name', () => {
    expect(
      shown([
        party(1, 'Zandvoort Optiek B.V.', { identifiers: kvk('99014116') }),
        party(2, 'Aurelis Capital', { identifiers: kvk('9901 4116') }),
        party(3, 'Iets anders', { identifiers: kvk('99014117') }),
      ]),
    ).toEqual([{ pair: [1, 2], score: 0.9, for: ['sameIdentifier'], against: ['otherWords'] }]);
  });

  it('are found by the RSIN in a VAT number', () => {
    const [found] = shown([
      party(1, 'Zandvoort Optiek', { identifiers: [{ kind: 'vat', value: 'NL999004116B01' }] }),
      party(2, 'Zandvoort Optiek B.V.', { identifiers: [{ kind: 'rsin', value: '999004116' }] }),
    ]);
    expect(found).toMatchObject({ score: 0.99, for: ['sameIdentifier', 'nameEqualButForm'] });
  });

  it('are none with another number, and doubtful when the number differs by one slip', () => {
    const name = 'Zandvoort Optiek B.V.';
    const pair = (other: string) =>
      shown([party(1, name, { identifiers: kvk('99014116') }), party(2, name, { identifiers: kvk(other) })]);
    expect(pair('99552233')).toEqual([]);
    expect(pair('99014176')).toEqual([
      { pair: [1, 2], score: 0.85, for: ['nameEqual'], against: ['slipInIdentifier'] },
    ]);
  });

  it('count a relation between the two, and another country, against it', () => {
    const parties = [party(1, 'Zandvoort Optiek', { country: 'NL' }), party(2, 'Zandvoort Optiek')];
    expect(shown(parties)[0]?.score).toBe(1);
    expect(shown(parties, new Map([[pairKey(id(2), id(1)), 'owns']]))).toEqual([]);
    expect(shown([parties[0] as Party, party(2, 'Zandvoort Optiek', { country: 'BE' })])[0]).toMatchObject({
      score: 0.85,
      against: ['otherCountry'],
    });
  });

  it('are found by a trade name, a website, and never between a person and an organisation', () => {
    expect(
      shown([
        party(1, 'ZO Techniek B.V.', { names: ['ZO Techniek B.V.', 'Zandvoort Optiek'] }),
        party(2, 'Zandvoort Optiek'),
      ]),
    ).toMatchObject([{ pair: [1, 2], for: ['nameEqual', 'otherName'] }]);
    expect(
      shown([
        party(1, 'Zandvoort Optiek', { websites: ['https://www.zandvoort.example/nl'] }),
        party(2, 'Zandvoort Optiek Fabriek', { websites: ['zandvoort.example'] }),
      ]),
    ).toMatchObject([{ pair: [1, 2], for: ['nameShared', 'sameWebsite'], against: ['extraWords'] }]);
    expect(shown([party(1, 'Jan Zandvoort', { kind: 'person' }), party(2, 'Jan Zandvoort')])).toEqual([]);
  });

  it('do not depend on the order of the parties', () => {
    const names = [
      'Optiek Zandvoort',
      'Zandvort Optiek',
      'Zandvoort Optiek BV',
      'Kempenlicht',
      'Kempen Licht',
    ];
    const parties = names.map((name, i) => party(i + 1, name));
    fc.assert(
      fc.property(fc.shuffledSubarray(parties, { minLength: parties.length }), (shuffled) => {
        expect(shown(shuffled)).toEqual(shown(parties));
      }),
    );
  });

  it('are the same with and without blocking', () => {
    const vocabulary = [
      'Zand',
      'Zandvoort',
      'Zantvoort',
      'Optiek',
      'Optik',
      'Licht',
      'Kempen',
      'Kempenlicht',
      'Noord',
    ];
    const name = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 12 }), (list) => {
        const parties = list.map((words, i) => party(i + 1, words.join(' ')));
        const pairs = parties.flatMap((a, i) =>
          parties
            .slice(i + 1)
            .flatMap((b) => duplicateCandidates([a, b]).map((one) => [one.a, one.b, one.score])),
        );
        const blocked = duplicateCandidates(parties).map((one) => [one.a, one.b, one.score]);
        expect(blocked.map(String).sort()).toEqual(pairs.map(String).sort());
      }),
      { numRuns: 50 },
    );
  });
});
