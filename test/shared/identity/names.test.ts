import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from '#shared/identity/compare-names.ts';
import { matchNames } from '#shared/identity/match-csv.ts';
import { type PartyKind, parseName } from '#shared/identity/parse-name.ts';

const codes = (a: string, b: string, kind: PartyKind) => {
  const { candidate, reasons, against } = matchNames(a, b, kind);
  return { candidate, for: reasons.map(({ code }) => code), against: against.map(({ code }) => code) };
};
const alike = (a: string, b: string, kind: PartyKind = 'organisation') => matchNames(a, b, kind).candidate;

describe('names of organisations', () => {
  it('are equal but for the way their legal form is written', () => {
    const one = { candidate: true, for: ['nameEqual'], against: [] };
    for (const [a, b] of [
      ['Zandvoort Optiek B.V.', 'Zandvoort Optiek BV'],
      ['Zandvoort Optiek G.m.b.H.', 'ZANDVOORT OPTIEK GMBH'],
      ['Zandvoort Optiek S.à r.l.', 'Zandvoort Optiek SARL'],
    ] as const)
      expect({ a, b, ...codes(a, b, 'organisation') }).toMatchObject({ candidate: true, against: [] });
    expect(codes('Zandvoort Optiek B.V.', 'Zandvoort Optiek BV', 'organisation')).toEqual(one);
    expect(codes('Zandvoort Optiek', 'Zandvoort Optiek NV', 'organisation')).toEqual({
      candidate: true,
      for: ['nameEqualButForm'],
      against: [],
    });
  });

  it('with another kind of legal person are another party: a private beside a public company', () => {
    expect(codes('Zandvoort Optiek B.V.', 'Zandvoort Optiek N.V.', 'organisation')).toEqual({
      candidate: false,
      for: ['nameEqualButForm'],
      against: ['otherForm'],
    });
  });

  it('are known in another script, with the legal form in front', () => {
    expect(codes('ООО «Заря Лазер»', 'Zarya Laser LLC', 'organisation')).toEqual({
      candidate: true,
      for: ['nameShared', 'nameSound', 'nameOtherScript'],
      against: [],
    });
    expect(alike('Ελληνικά Καλώδια ΑΕ', 'Ellinika Kalodia S.A.')).toBe(true);
    expect(alike('Общество с ограниченной ответственностью "БАЙ"', 'OOO Bay')).toBe(true);
  });

  it('with other Chinese characters are other names, though they sound the same', () => {
    expect(codes('石光集团', '市光集团', 'organisation')).toMatchObject({
      candidate: false,
      against: ['otherCharacters'],
    });
    expect(alike('华光集团', '华光集团')).toBe(true);
  });

  it('may have a slip, be written together, or be shortened', () => {
    expect(codes('Zandvort Optiek B.V.', 'Zandvoort Optiek B.V.', 'organisation').for).toContain('nameSound');
    expect(codes('Zandvaart Optiek B.V.', 'Zandvoort Optiek B.V.', 'organisation').for).toContain('nameTypo');
    expect(codes('van der Bilt N.V.', 'Vanderbilt N.V.', 'organisation').for).toContain('nameJoined');
    expect(alike('First Bank Int’l', '1st International Bank')).toBe(true);
    expect(codes('PLA', 'People’s Liberation Army', 'organisation').for).toEqual(['nameAcronym']);
  });

  it('with another number are another fund, trust or brigade', () => {
    expect(codes('Kempenlicht Fonds II C.V.', 'Kempenlicht Fonds III C.V.', 'organisation')).toEqual({
      candidate: false,
      for: ['nameShared'],
      against: ['otherNumber'],
    });
    expect(alike('Brigade Forty-Four', 'Brigade 44')).toBe(true);
    expect(alike('Fonds VII', 'Fonds 7')).toBe(true);
  });

  it('with one more telling word are another establishment or subsidiary', () => {
    expect(codes('Lumenschip B.V.', 'Lumenschip Foundry B.V.', 'organisation')).toEqual({
      candidate: false,
      for: ['nameShared'],
      against: ['extraWords'],
    });
    expect(alike('Betaalknoop N.V.', 'Betaalknoop Nederland N.V.')).toBe(false);
  });
});

describe('names of persons', () => {
  it('are known by initials, short names, titles and in any order', () => {
    expect(codes('de Wit, Marit', 'Marit de Wit', 'person')).toMatchObject({ candidate: true, against: [] });
    expect(codes('H.J. Friedrich', 'Hans Joachim Friedrich', 'person').candidate).toBe(true);
    expect(codes('Jan Bruinsma', 'Johannes Bruinsma', 'person').for).toContain('nameShort');
    expect(alike('Prof. dr. ir. Emre Sarı', 'Emre Sari', 'person')).toBe(true);
  });

  it('are not one because they share a family name, or an initial fits no longer', () => {
    expect(alike('Marit de Wit', 'Joris de Wit', 'person')).toBe(false);
    expect(alike('Hans O. Friedrich', 'Hans Joachim Friedrich', 'person')).toBe(false);
    expect(alike('J.J.', 'Jan Jansen', 'person')).toBe(false);
    expect(alike('Jansen', 'Jan Jansen', 'person')).toBe(true);
  });

  it('are known in romanisations of other languages, and without vowels', () => {
    expect(alike('Сергей Лавренко', 'Sergej Lavrenko', 'person')).toBe(true);
    expect(alike('Usama bin Ladin', 'Osama bin Laden', 'person')).toBe(true);
    expect(codes('فرناندو بيريز', 'Fernando Pérez', 'person')).toMatchObject({ candidate: true });
  });

  it('of father and son are two, though they have the same words', () => {
    expect(codes('Salman bin Muhammad al-Rawi', 'Muhammad bin Salman al-Rawi', 'person')).toMatchObject({
      candidate: false,
      against: ['otherOrder'],
    });
  });
});

const word = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const kind = fc.constantFrom<PartyKind>('person', 'organisation');

describe('comparing names', () => {
  it('is symmetric, and gives from 0 to 1', () => {
    fc.assert(
      fc.property(name, name, kind, (a, b, of) => {
        const [one, other] = [parseName(a, of), parseName(b, of)];
        const { score } = compareNames(one, other);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(compareNames(other, one).score).toBeCloseTo(score, 9);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a name in itself, whatever it is made of, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), kind, (text, of) => {
        const parsed = parseName(text, of);
        const initials = parsed.words.every((one) => one.weight < 0.6);
        if (parsed.words.length > 0 && !initials)
          expect(compareNames(parsed, parseName(text, of)).score).toBeCloseTo(1, 9);
      }),
    );
  });

  it('does not mind the case of letters or spaces around', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const plain = compareNames(parseName(a, 'person'), parseName(b, 'person')).score;
        const loud = compareNames(parseName(` ${a.toUpperCase()} `, 'person'), parseName(b, 'person')).score;
        expect(loud).toBeCloseTo(plain, 9);
      }),
    );
  });
});
