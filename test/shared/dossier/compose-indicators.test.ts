import { describe, expect, it } from 'vitest';
import type { VersionView } from '#shared/ipc/common.ts';
import type { Marking } from '#shared/model/marking.ts';
import { bones, compose, fact, OTHER, rows, SMALL, view, wordsOf } from './composeFixture.ts';

const ANNA = 'a'.repeat(64);
const BRAM = 'b'.repeat(64);
const rating = (
  indicator: string,
  level: number | 'unknown',
  rater = ANNA,
  more: object = {},
  marking: Marking = 'open',
): VersionView =>
  view(
    `rating:${indicator}:${rater}`,
    'rating',
    { indicator, rater, level, argument: 'Gezien.', evidence: [], ...more },
    { marking, ...(rater === BRAM ? { author: OTHER } : {}) },
  );
const agreed = (body: object = {}, marking: Marking = 'open'): VersionView =>
  view(
    'agreed:IND-1',
    'reconciliation',
    { indicator: 'IND-1', level: 4, low: 3, high: 5, argument: 'Samen gewogen.', evidence: [], ...body },
    { marking },
  );
const own = (marking: Marking = 'open'): VersionView =>
  view(
    'own',
    'indicatorDefinition',
    {
      id: 'OWN-talent',
      block: 'core',
      title: 'Binding van talent',
      question: 'Vertrekt kennis met mensen?',
      reason: 'De brief noemt talent niet apart.',
      anchors: ['nooit', 'zelden', 'soms', 'vaak', 'altijd'],
    },
    { marking },
  );
const textIn = (views: readonly VersionView[], more: Parameters<typeof compose>[1] = {}): string =>
  wordsOf(compose(views, more));

describe('what raters agreed, on the page', () => {
  it('stands beside the ratings, with who still differs', () => {
    const views = [
      ...SMALL,
      rating('IND-1', 2),
      rating('IND-1', 5, BRAM),
      agreed({ dissent: [{ who: 'Bram Kuiper', text: 'Het blijft een 5.' }] }),
    ];
    const document = compose(views);
    expect(fact(document, 'Wie iets anders blijft vinden')).toBe('Bram Kuiper: Het blijft een 5.');
    expect(fact(document, 'Beoordelaar')).toContain('Bram Kuiper');
    expect(rows(document, 'indicator-overview')[0]).toEqual([
      'IND-1',
      expect.any(String),
      '2 tot en met 5',
      '2',
      '0',
      '3 tot en met 5',
    ]);
    expect(rows(document, 'indicator-disagreement')[0]?.slice(1)).toEqual(['2', '3 niveaus']);
  });

  it('is said to be missing where nothing was agreed, and to be in conflict with two versions', () => {
    expect(textIn([...SMALL, rating('IND-1', 2)])).toContain(
      'Over deze indicator is geen afstemming vastgelegd.',
    );
    const document = compose([...SMALL, agreed(), agreed({ level: 3 })]);
    expect(rows(document, 'indicator-overview')[0]?.[5]).toContain('Tegenstrijdige versies');
  });

  it('differs between the languages in words alone, and not by the order of the records', () => {
    const views = [
      ...SMALL,
      own(),
      rating('IND-1', 2),
      rating('IND-1', 5, BRAM),
      rating('OWN-talent', 3),
      agreed(),
    ];
    expect(bones(compose(views, { lang: 'en' }))).toEqual(bones(compose(views)));
    expect(compose(views.toReversed())).toEqual(compose(views));
  });
});

describe('agreement and robustness on the page', () => {
  it('does not compare where nobody rated twice, and gives no number for it', () => {
    const words = textIn([...SMALL, rating('IND-1', 2)]);
    expect(words).toContain('Er is nog geen indicator die twee beoordelaars hebben gewaardeerd.');
    expect(words).not.toContain('Krippendorff');
  });

  it('puts a 5 and nothing else into the highest class under every weighting', () => {
    const document = compose([...SMALL, rating('IND-1', 5)]);
    expect(rows(document, 'robustness-classes')).toEqual([
      ['laag', '0%'],
      ['middel', '0%'],
      ['hoog', '100%'],
    ]);
    expect(rows(document, 'robustness-tornado')[0]?.slice(1)).toEqual(['1', '1']);
  });

  it('holds the whole scale possible where the only rating says unknown', () => {
    const document = compose([...SMALL, rating('IND-1', 'unknown')]);
    expect(rows(document, 'robustness-tornado')[0]?.slice(1)).toEqual(['0', '1']);
    expect(wordsOf(document)).toContain('Daarvoor is de hele schaal mogelijk.');
  });

  it('says in one line that nothing was rated', () => {
    expect(textIn(SMALL)).toContain('Er is nog niets gewaardeerd om te onderzoeken.');
  });
});

describe('an indicator of the case’s own, on the page', () => {
  it('is printed with its reason and scale, also when nobody rated it', () => {
    const document = compose([...SMALL, own()]);
    expect(fact(document, 'Waarom toegevoegd')).toBe('De brief noemt talent niet apart.');
    expect(fact(document, 'Niveaus')).toBe('1: nooit\n2: zelden\n3: soms\n4: vaak\n5: altijd');
  });

  it('leaves no trace above the ceiling, nor do ratings, agreement and profiles that name it', () => {
    const views = [
      ...SMALL,
      own('depV'),
      rating('OWN-talent', 3, ANNA, { argument: 'Talent loopt weg.' }),
      agreed({ indicator: 'OWN-talent', argument: 'Talent afgestemd.' }),
      view('profile', 'referenceProfile', { name: 'Talentzaak', levels: { 'OWN-talent': 2 } }),
    ];
    expect(textIn(views)).toMatch(/OWN-talent/);
    expect(textIn(views, { ceiling: 'open' })).not.toMatch(/OWN-talent|[Tt]alent/);
  });

  it('counts only ratings within the ceiling in agreement and study, and says so', () => {
    const views = [...SMALL, rating('IND-1', 5), rating('IND-1', 1, BRAM, {}, 'depV')];
    const document = compose(views, { ceiling: 'open' });
    expect(rows(document, 'robustness-classes')[2]).toEqual(['hoog', '100%']);
    expect(wordsOf(document)).not.toMatch(/Bram Kuiper|Krippendorff/);
    expect(wordsOf(document)).toContain('In dit exemplaar telt alleen mee wat gerubriceerd is tot en met');
  });
});

describe('masked ratings on the page (PUR-20)', () => {
  const masked = (level: number | 'unknown', more: object = {}, marking: Marking = 'open'): VersionView =>
    view(
      'masked:IND-1',
      'maskedRating',
      { indicator: 'IND-1', rater: ANNA, level, argument: 'Houder A kan dit.', evidence: [], ...more },
      { marking },
    );

  it('stand beside the open level with the reason for the difference, and whether they were blind', () => {
    const views = [
      ...SMALL,
      rating('IND-1', 4),
      masked(2, { difference: { open: 4, reason: 'De zeggenschap.' } }),
    ];
    const [row] = rows(compose(views), 'masked-ratings');
    expect(row?.slice(1, 5)).toEqual(['Anna de Vries (EZ)', '2 van 5', '4 van 5', '+2 niveaus']);
    expect(row?.[5]).toContain(
      '<Verschil met reden>\nDe zeggenschap.\nArgument zonder namen: Houder A kan dit.',
    );
    const known = compose(views, { maskedKnown: [masked(2).record] });
    expect(rows(known, 'masked-ratings')[0]?.[5]).toContain('Vooraf bekend');
  });

  it('say that a reason is missing, stay behind above the ceiling, and are not mentioned where there are none', () => {
    const views = [...SMALL, rating('IND-1', 4), masked('unknown', {}, 'depV')];
    expect(rows(compose(views), 'masked-ratings')[0]?.slice(4, 5)).toEqual(['anders']);
    expect(textIn(views)).toContain('Verschil zonder reden');
    expect(textIn(views, { ceiling: 'open' })).not.toContain('Gemaskeerd en open');
    expect(textIn([...SMALL, rating('IND-1', 4)])).not.toContain('Gemaskeerd en open');
  });
});
