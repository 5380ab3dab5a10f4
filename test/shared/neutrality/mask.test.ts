import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/index.ts';
import { foldedWords } from '#shared/neutrality/folded.ts';
import { type Hidden, type Hiding, hidingOf } from '#shared/neutrality/hidden.ts';
import { type Masker, maskerOf } from '#shared/neutrality/mask.ts';
import { sampleId, sampleViews } from '../../support/sample-views.ts';
import { caseView, id, view } from '../dossier/composeFixture.ts';

const maskerIn = (lang: 'nl' | 'en', hiding: Hiding): Masker => {
  const t = translator(lang);
  return maskerOf(hiding, (kind, mark) => t(`neutrality.masked.pseudonym.${kind}`, { mark }));
};

describe('the names of the sample case are masked (PUR-20)', () => {
  let nl: Masker;
  let en: Masker;
  beforeAll(() => {
    const hiding = hidingOf(sampleViews());
    nl = maskerIn('nl', hiding);
    en = maskerIn('en', hiding);
  });

  it('hides the investor, its holders and their states under one name each, in both languages', () => {
    const text = 'Helion is van Aurelis Capital S.à r.l.; aurelis capital sarl houdt 55%.';
    expect(nl.mask(text)).toBe('Investeerder A is van Houder A; Houder A sarl houdt 55%.');
    expect(en.mask('Harzan signs for Tarsis, and Oleg Dragun for the Republiek Zoravië.')).toBe(
      'Person C signs for Holder C, and Person D for the Country 12.',
    );
  });

  it('knows a short name for the party of which it is all that is its own', () => {
    expect(nl.mask('Tarsis en Tarsis Optics B.V. zijn twee partijen.')).toBe(
      'Houder C en Investeerder B zijn twee partijen.',
    );
  });

  it('hides adjectives, other spellings, registration numbers and whole addresses', () => {
    expect(nl.mask('Zoravische invloed, een Belgische bank, ZORAVIË, Zoravia en België (BE).')).toBe(
      'Land 12 invloed, een Land 1 bank, Land 12, Land 12 en Land 1.',
    );
    expect(nl.mask('KvK 99018225; zie www.zuiderkoerier.example/helion of pers@aurelis.lu.')).toBe(
      'KvK Investeerder A; zie Verborgen adres of Verborgen adres.',
    );
    expect(nl.mask('De VS en het V.K. leveren; dat vs. dit.')).toBe(
      'De Land 10 en het Land 6 leveren; dat vs. dit.',
    );
  });

  it('lets the company, Dutch parties and ordinary words be', () => {
    const text =
      'Lumenschip B.V. (KvK 99014116, www.lumenschip.example) levert in Nederland aan de Koninklijke Marine; het Nederlandse Ministerie van Defensie meet de polaris.';
    expect(nl.mask(text)).toBe(text);
  });

  it('leaves no name of a hidden party in any text of the case', () => {
    const views = sampleViews();
    const sides = ['co-helion', 'co-aurelis', 'co-meridia', 'co-zorinvest', 'pe-harzan', 'pb-zoravie'].map(
      (key) => views.find(({ record }) => record === sampleId(key))?.body.name as string,
    );
    const texts = views.flatMap(({ body }) =>
      Object.values(body).filter((value): value is string => typeof value === 'string'),
    );
    for (const text of texts) {
      const masked = foldedWords(nl.mask(text)).join(' ');
      for (const name of sides) expect(masked).not.toContain(foldedWords(name).join(' '));
    }
  });
});

describe('whom a masked screen hides', () => {
  const company = (key: string, name: string, country: string, form = 'company') =>
    view(key, 'company', { name, form, country });
  const owns = (from: string, to: string) =>
    view(`${from}-${to}`, 'relation', { kind: 'owns', from: id(from), to: id(to) });
  const kinds = ({ hidden }: Hiding) => hidden.map(({ kind, names }) => [kind, names[0] ?? '']);

  it('is the acquirer of the unwanted deal and everybody above it, and not the other holders', () => {
    const views = [
      caseView(),
      company('company', 'Lichtwerk B.V.', 'NL'),
      company('buyer', 'Koper Noord B.V.', 'NL'),
      company('top', 'Topfirma AG', 'CH'),
      company('old', 'Oudgeld N.V.', 'BE'),
      owns('top', 'buyer'),
      owns('old', 'company'),
      view('deal', 'scenario', {
        title: 'Koop',
        kind: 'unwantedDeal',
        company: id('company'),
        steps: [
          { kind: 'transfer', from: { record: id('old') }, to: { record: id('buyer') }, size: { by: 'all' } },
        ],
      }),
    ];
    expect(kinds(hidingOf(views))).toEqual([
      ['country', ''],
      ['country', ''],
      ['investor', 'Koper Noord B.V.'],
      ['holder', 'Topfirma AG'],
    ]);
  });

  it('keeps the name of the company inside and beside the name of a vehicle called after it', () => {
    const views = [
      caseView(),
      company('company', 'Lichtwerk B.V.', 'NL'),
      company('vehicle', 'Lichtwerk Acquisitie Ltd', 'GB'),
      view('money', 'relation', { kind: 'finances', from: id('vehicle'), to: id('company') }),
    ];
    const { mask } = maskerIn('nl', hidingOf(views));
    expect(mask('Lichtwerk Acquisitie Ltd koopt Lichtwerk, en Lichtwerk B.V. weet dat.')).toBe(
      'Investeerder A koopt Lichtwerk, en Lichtwerk B.V. weet dat.',
    );
  });

  it('gives parties of one name, and parties that were called the same, one pseudonym', () => {
    const views = [
      caseView(),
      company('company', 'Lichtwerk B.V.', 'NL'),
      company('a', 'Dubbel Ltd', 'GB'),
      company('b', 'Dubbel Ltd', 'GB'),
      company('c', 'Enkel Ltd', 'GB'),
      company('d', 'Zelfde Partij SA', 'CH'),
      view('same', 'identity', {
        decision: 'same',
        records: [id('c'), id('d')],
        reason: 'Zelfde register.',
      }),
      ...['a', 'b', 'c'].map((key) =>
        view(`m-${key}`, 'relation', { kind: 'finances', from: id(key), to: id('company') }),
      ),
    ];
    const hiding = hidingOf(views);
    expect(kinds(hiding).filter(([kind]) => kind === 'investor')).toEqual([
      ['investor', 'Dubbel Ltd'],
      ['investor', 'Enkel Ltd'],
    ]);
    const { mask } = maskerIn('nl', hiding);
    expect(mask('Zelfde Partij SA')).toBe(mask('Enkel Ltd'));
  });
});

describe('masking, whatever the names (PUR-20)', () => {
  // Made of letters that no pseudonym has, so that no name is a part of one.
  const word = fc.string({
    unit: fc.constantFrom('b', 'é', 'k', 'Q', 'ü', 'x', 'Ж', 'z'),
    minLength: 4,
    maxLength: 9,
  });
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const names = fc.uniqueArray(name, {
    minLength: 1,
    maxLength: 6,
    selector: (text) => foldedWords(text).join(' '),
  });
  const between = fc.constantFrom(' ', ', ', '. ', ' – ', '/', '\n', "'s ", ' van ');
  const spelt = (text: string) =>
    fc.constantFrom(
      text,
      text.toUpperCase(),
      text.toLowerCase(),
      text.normalize('NFD'),
      text.replaceAll(' ', '-'),
    );
  const built = names.chain((all) =>
    fc.record({
      all: fc.constant(all),
      text: fc
        .array(fc.tuple(fc.constantFrom(...all).chain(spelt), between), { maxLength: 8 })
        .map((pieces) => pieces.flat().join('')),
    }),
  );
  const hidden = (all: readonly string[]): Hiding => ({
    hidden: all.map((one, i): Hidden => ({ kind: 'holder', n: i + 1, names: [one], short: [] })),
    kept: [],
  });

  it('leaves no hidden name, and masking again changes nothing', () => {
    fc.assert(
      fc.property(built, ({ all, text }) => {
        const masker = maskerIn('nl', hidden(all));
        const masked = masker.mask(text);
        const words = ` ${foldedWords(masked).join(' ')} `;
        for (const one of all) expect(words).not.toContain(` ${foldedWords(one).join(' ')} `);
        expect(masker.named(masked)).toEqual([]);
        expect(masker.mask(masked)).toBe(masked);
      }),
    );
  });

  it('finds a name in Chinese characters inside a row of them, and a Cyrillic one by its Latin spelling', () => {
    const { mask } = maskerIn('nl', hidden(['光谷投资', 'Gazprom Neft']));
    expect(mask('据光谷投资公司称')).toBe('据Houder A公司称');
    expect(mask('Газпром нефть')).toBe('Houder B');
  });

  it('gives a name the same pseudonym wherever and however it stands', () => {
    fc.assert(
      fc.property(
        names.chain((all) => fc.tuple(fc.constant(all), spelt(all[0] as string))),
        ([all, other]) => {
          const { mask } = maskerIn('nl', hidden(all));
          expect(mask(other)).toBe(mask(all[0] as string));
        },
      ),
    );
  });

  it('does not change a text without the names', () => {
    const plain = fc.string({
      unit: fc.constantFrom('a', 'o', ' ', '.', 'é', '3', '-', '\n'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(names, plain, (all, text) => {
        expect(maskerIn('nl', hidden(all)).mask(text)).toBe(text);
      }),
    );
  });
});
