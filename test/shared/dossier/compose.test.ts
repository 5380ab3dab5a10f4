import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VersionView } from '#shared/ipc/common.ts';
import { highestMarking, type MARKINGS } from '#shared/model/marking.ts';
import {
  bones,
  caseView,
  claim,
  compose,
  evidence,
  fact,
  id,
  OTHER,
  rows,
  SMALL,
  view,
  wordsOf,
} from './composeFixture.ts';

const share = (key: string, value: object, body: object = {}): VersionView =>
  claim(key, 'capital', value, { subject: id('stake'), ...body });
const percent = (number: number): object => ({ kind: 'number', number, unit: 'percent' });

describe('a printed fact', () => {
  it('carries the number of its source, the page and the grade', () => {
    const document = compose(SMALL);
    expect(fact(document, 'Statutaire zetel')).toBe('Eindhoven [1] (p. 4; A2)');
    expect(evidence(document).map(({ n, title }) => [n, title])).toEqual([
      [1, 'Uittreksel Lichtwerk'],
      [2, 'Jaarverslag Lichtwerk'],
    ]);
  });

  it('without a source says so, in its place and in the appendix', () => {
    const bare = claim(
      'bare',
      'legalForm',
      { kind: 'text', text: 'Naamloze vennootschap' },
      { source: undefined },
    );
    const document = compose([...SMALL, bare]);
    expect(fact(document, 'Rechtsvorm')).toBe('Naamloze vennootschap <Zonder bron> (A2)');
    expect(rows(document, 'gaps-unsourced-list')).toEqual([
      ['Lichtwerk B.V.', 'Rechtsvorm', 'Naamloze vennootschap <Zonder bron> (A2)'],
    ]);
  });

  it('that is an assumption says so and counts as neither sourced nor unsourced', () => {
    const guess = claim(
      'guess',
      'legalForm',
      { kind: 'text', text: 'Coöperatie' },
      {
        source: undefined,
        certainty: 'assumption',
        reliability: 'F',
        credibility: '6',
      },
    );
    const document = compose([...SMALL, guess]);
    expect(fact(document, 'Rechtsvorm')).toBe('Coöperatie <Aanname>');
    expect(rows(document, 'gaps-unsourced-list')).toEqual([]);
    expect(rows(document, 'gaps-assumptions-list')).toHaveLength(1);
  });

  it('that follows from others cites their sources, also when the reasoning runs in a circle', () => {
    const circle = (key: string, basis: string[]): VersionView =>
      claim(
        key,
        'description',
        { kind: 'text', text: `Gevolg ${key}` },
        {
          source: undefined,
          certainty: 'inferred',
          basis: basis.map(id),
        },
      );
    const document = compose([...SMALL, circle('a', ['b']), circle('b', ['a', 'seat'])]);
    expect(fact(document, 'Omschrijving')?.split('\n').sort()).toEqual([
      'Gevolg a afgeleid uit [1] (A2)',
      'Gevolg b afgeleid uit [1] (A2)',
    ]);
  });

  it('whose source was withdrawn says that, and is not numbered', () => {
    const lost = claim('lost', 'legalForm', { kind: 'text', text: 'Stichting' }, { source: id('gone') });
    expect(fact(compose([...SMALL, lost]), 'Rechtsvorm')).toBe('Stichting (de bron is ingetrokken) (A2)');
  });

  it('that is disputed stands beside what contradicts it, both marked', () => {
    const rival = claim(
      'rival',
      'seat',
      { kind: 'text', text: 'Veldhoven' },
      { source: id('report'), reliability: 'B' },
    );
    const document = compose([...SMALL, rival]);
    expect(fact(document, 'Statutaire zetel')?.split('\n').sort()).toEqual([
      expect.stringMatching(/^Eindhoven \[\d\] \(p\. 4; A2\) <Betwist>$/),
      expect.stringMatching(/^Veldhoven \[\d\] \(B2\) <Betwist>$/),
    ]);
    expect(rows(document, 'gaps-disputed-list')).toHaveLength(1);
  });

  it('with two live versions prints both, and whose they are', () => {
    const twice = claim('seat', 'seat', { kind: 'text', text: 'Best' }, {}, { author: OTHER });
    const document = compose([...SMALL, twice], { conflicts: [id('seat')] });
    expect(fact(document, 'Statutaire zetel')).toContain(
      'Best [1] (A2) <Tegenstrijdige versies> (versie van Bram Kuiper (DEF))',
    );
    expect(fact(document, 'Statutaire zetel')).toContain('Eindhoven [1] (p. 4; A2) <Tegenstrijdige versies>');
    expect(wordsOf(document)).toContain(
      'Feit Statutaire zetel, Lichtwerk B.V.: versies die naast elkaar gelden',
    );
  });
});

describe('a share', () => {
  it('that is unknown, undisclosed or never recorded is said in words, and never looks like nought', () => {
    const cell = (...more: VersionView[]) => rows(compose([...SMALL, ...more]), 'relations-owns')[0]?.[2];
    expect(cell(share('s', { kind: 'unknown', reason: 'Register is besloten.' }))).toBe(
      '<Onbekend> Register is besloten. [1] (A2)',
    );
    expect(cell(share('s', { kind: 'undisclosed' }))).toBe('<Niet bekendgemaakt> [1] (A2)');
    expect(cell()).toBe('niet vastgelegd');
    expect(cell(share('s', percent(0)))).toBe('0% [1] (A2)');
  });

  it('between bounds keeps them, and an open bound is said in words', () => {
    const cell = (value: object) => rows(compose([...SMALL, share('s', value)]), 'relations-owns')[0]?.[2];
    expect(cell({ kind: 'range', min: 25, max: 33.3, unit: 'percent' })).toBe('25–33,3% [1] (A2)');
    expect(cell({ kind: 'range', min: 25, unit: 'percent' })).toBe('ten minste 25% [1] (A2)');
  });

  it('shows in the tree of holders with its country, dashed while it is unknown', () => {
    const figure = (...more: VersionView[]) => {
      const block = compose([...SMALL, ...more]).blocks.find(({ kind }) => kind === 'figure');
      return block?.kind === 'figure' ? block : undefined;
    };
    expect(figure(share('s', percent(40)))?.alt).toContain(
      'Noorderfonds (Duitsland) heeft een belang in Lichtwerk B.V.: 40%.',
    );
    expect(figure(share('s', percent(40)))?.svg).not.toContain('stroke-dasharray');
    expect(figure(share('s', { kind: 'unknown' }))?.svg).toContain('stroke-dasharray');
  });

  it('in a ring of holders is drawn once and the drawing ends', () => {
    const ring = view('ring', 'relation', { kind: 'owns', from: id('company'), to: id('holder') });
    const block = compose([...SMALL, ring]).blocks.find(({ kind }) => kind === 'figure');
    expect(block?.kind === 'figure' && block.alt).toContain('staat hierboven al');
  });
});

describe('a relation', () => {
  it('that no claim supports says that it has no source', () => {
    expect(rows(compose(SMALL), 'relations-owns')[0]?.at(-1)).toBe('<Zonder bron>');
  });

  it('that one source confirms says which', () => {
    const there = claim('there', 'exists', { kind: 'yesNo', yes: true }, { subject: id('stake') });
    expect(rows(compose([...SMALL, there]), 'relations-owns')[0]?.at(-1)).toBe('volgens [1] (A2)');
  });
});

describe('a verdict', () => {
  const judge = (leaf: string, body: object, more: Parameters<typeof view>[3] = {}): VersionView =>
    view(`verdict:${leaf}`, 'verdict', { leaf, outcome: 'met', argument: 'Omdat het zo is.', ...body }, more);
  const gate = (views: readonly VersionView[], code: string): string => {
    const find = (
      nodes: readonly { code: string; argument?: unknown; children?: readonly never[] | undefined }[],
    ): string =>
      nodes
        .map((node) => (node.code === code ? JSON.stringify(node.argument) : find(node.children ?? [])))
        .join('');
    return find(
      compose(views).blocks.flatMap((block) => (block.kind === 'gates' ? block.nodes : [])) as never,
    );
  };

  it('prints its argument, the sources of its evidence, who judged and when', () => {
    const printed = gate([...SMALL, judge('CON-1', { evidence: [id('seat')], confidence: 'high' })], 'CON-1');
    expect(printed).toContain('Omdat het zo is.');
    expect(printed).toContain('{"kind":"cite","n":1}');
    expect(printed).toContain('Anna de Vries (EZ), 20 november 2026; vertrouwen: hoog');
  });

  it('of two people that differ prints both, and counts as neither', () => {
    const printed = gate(
      [
        ...SMALL,
        judge('CON-1', { evidence: [id('seat')] }),
        judge('CON-1', { outcome: 'notMet', argument: 'Toch niet.' }, { author: OTHER }),
      ],
      'CON-1',
    );
    expect(printed).toContain('uiteenlopende oordelen');
    expect(printed).toContain('Omdat het zo is.');
    expect(printed).toContain('Bram Kuiper (DEF) oordeelt: niet voldaan.');
  });

  it('that is missing says that nothing was judged', () => {
    expect(gate(SMALL, 'CON-2')).toContain('Nog niet beoordeeld.');
  });

  it('on a check that the framework does not know is printed as such', () => {
    const document = compose([...SMALL, judge('XYZ-9', {})]);
    expect(wordsOf(document)).toContain('Oordelen buiten dit kader');
    expect(wordsOf(document)).toContain('XYZ-9');
  });
});

describe('an indicator', () => {
  it('that was rated unknown prints no level, and no verdict rests on a total', () => {
    const rating = view('rating', 'rating', {
      indicator: 'IND-1',
      rater: 'a'.repeat(64),
      level: 'unknown',
      argument: 'Te weinig gezien.',
      evidence: [id('seat')],
    });
    const document = compose([...SMALL, rating]);
    expect(rows(document, 'indicator-overview')[0]?.slice(2)).toEqual(['<Onbekend>', '1', '1', 'nog niet']);
    expect(rows(document, 'indicator-overview')[1]?.[2]).toBe('Nog niet gewaardeerd');
    expect(fact(document, 'Niveau')).toBe('<Onbekend>');
    expect(fact(document, 'Argument')).toBe('Te weinig gezien. [1]');
    expect(wordsOf(document)).toContain('geen oordeel rust op een totaalscore of gemiddelde');
  });
});

describe('markings', () => {
  const secret = claim(
    'secret',
    'employees',
    { kind: 'number', number: 7, unit: 'fte' },
    {},
    { marking: 'stgC' },
  );
  const marked = (document: ReturnType<typeof compose>) =>
    [...JSON.stringify(document.blocks).matchAll(/"marking":\{"code":"(\w+)"/g)].map(
      ([, code]) => code as (typeof MARKINGS)[number],
    );

  it('of the document is the highest of its parts, and each part carries its own', () => {
    const document = compose([...SMALL, secret]);
    expect(document.marking).toEqual({ code: 'stgC', short: 'Stg.C.', label: 'Stg. Confidentieel' });
    expect(highestMarking(marked(document))).toBe('stgC');
    const item = document.blocks
      .flatMap((block) => (block.kind === 'facts' ? block.items : []))
      .find(({ term }) => term === 'Medewerkers');
    expect(item?.marking?.short).toBe('Stg.C.');
  });

  it('of an unclassified dossier are nowhere but on the document', () => {
    expect(compose(SMALL).marking.label).toBe('Ongerubriceerd');
    expect(marked(compose(SMALL))).toEqual([]);
  });

  it('of a name that a fact points to raise the fact', () => {
    const holder = view('mole', 'company', { name: 'Schaduwfonds', form: 'fund' }, { marking: 'stgG' });
    const points = claim(
      'points',
      'beneficialOwner',
      { kind: 'record', record: id('mole') },
      { subject: id('stake') },
    );
    const table = compose([...SMALL, holder, points]).blocks.find(
      (block) => block.kind === 'table' && block.id === 'relations-owns',
    );
    expect(table?.kind === 'table' && table.rows[0]?.marking?.code).toBe('stgG');
  });

  it('above the ceiling leave with everything that would tell of them, and the count says how many', () => {
    const views = [
      ...SMALL,
      secret,
      view('mole', 'company', { name: 'Schaduwfonds', form: 'fund' }, { marking: 'stgG' }),
      view('hidden', 'relation', { kind: 'influences', from: id('mole'), to: id('company') }),
      claim('whisper', 'channel', { kind: 'code', code: 'finance' }, { subject: id('hidden') }),
    ];
    const document = compose(views, { ceiling: 'depV' });
    expect(wordsOf(document)).not.toContain('Schaduwfonds');
    expect(fact(document, 'Medewerkers')).toBeUndefined();
    expect(document.marking.code).toBe('open');
    expect(wordsOf(document)).toContain('Er zijn 4 onderdelen weggelaten.');
    expect(fact(document, 'Weggelaten in dit exemplaar')).toBe('4 onderdelen boven de grens');
  });
});

describe('a day', () => {
  it('hides what does not hold on it, and evidence that rests on it keeps its source', () => {
    const past = claim(
      'past',
      'legalForm',
      { kind: 'text', text: 'Maatschap' },
      { validTo: '2019', source: id('report') },
    );
    const verdict = view('verdict:CON-1', 'verdict', {
      leaf: 'CON-1',
      outcome: 'met',
      argument: 'Zo was het.',
      evidence: [id('past')],
    });
    const document = compose([...SMALL, past, verdict], { validAt: '2026-01-01' });
    expect(fact(document, 'Rechtsvorm')).toBeUndefined();
    expect(evidence(document)[0]?.title).toBe('Jaarverslag Lichtwerk');
    expect(document.asOf).toBe('2026-01-01');
    expect(fact(compose([...SMALL, past]), 'Rechtsvorm')).toBe('Maatschap [1] (A2; geldig tot en met 2019)');
  });
});

describe('a dossier', () => {
  it('is the same whatever the order in which its records come', () => {
    const views = [
      ...SMALL,
      share('s', percent(40)),
      claim('n', 'tradeName', { kind: 'text', text: 'Lichtwerk' }),
    ];
    const expected = compose(views);
    fc.assert(
      fc.property(fc.shuffledSubarray(views, { minLength: views.length }), (shuffled) => {
        expect(compose(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('differs between Dutch and English in its words alone', () => {
    const views = [
      ...SMALL,
      share('s', { kind: 'unknown' }),
      view('site', 'site', { name: 'Hal 3', place: 'Best' }, { marking: 'depV' }),
      view('at', 'relation', { kind: 'locatedAt', from: id('company'), to: id('site') }),
      view('verdict:CON-1', 'verdict', {
        leaf: 'CON-1',
        outcome: 'met',
        argument: 'Ja.',
        evidence: [id('seat')],
      }),
    ];
    const [nl, en] = [compose(views), compose(views, { lang: 'en' })];
    expect(bones(en)).toEqual(bones(nl));
    expect(fact(en, 'Seat')).toBe('Eindhoven [1] (p. 4; A2)');
    expect(wordsOf(en)).not.toMatch(/Samenvatting|Onbekend|Zonder bron/);
  });

  it('of a case with nothing in it is whole, in both languages', () => {
    for (const lang of ['nl', 'en'] as const) {
      const document = compose([caseView({ company: undefined })], { lang, changes: 1 });
      expect(document.blocks.filter((block) => block.kind === 'heading' && block.level === 1)).toHaveLength(
        17,
      );
    }
    expect(wordsOf(compose([caseView({ company: undefined })]))).toContain(
      'Nog geen advies: er is nog niets beoordeeld.',
    );
  });

  it('prints no id of a record, and no code of the model', () => {
    const words = wordsOf(compose([...SMALL, share('s', { kind: 'undisclosed' })]));
    expect(words).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(words).not.toMatch(/foreseenDeal|notMet|undetermined|undisclosed|annualReport|assessment\b/);
  });

  it('names every entity, relation and claim that it may print, however they hang together', () => {
    const kinds = [
      'owns',
      'directs',
      'supplies',
      'develops',
      'operates',
      'locatedAt',
      'partOf',
      'employs',
      'contracts',
      'influences',
    ] as const;
    const types = ['company', 'person', 'technology', 'process', 'site', 'product', 'publicBody'] as const;
    const bodies = {
      company: { form: 'company' },
      publicBody: { level: 'agency' },
      process: { vital: false },
    } as Record<string, object>;
    const graph = fc.record({
      nodes: fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 8 }),
      edges: fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom(...kinds)), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(graph, ({ nodes, edges }) => {
        const ends = ['company', 'holder', ...nodes.map((_, i) => `n${i}`)];
        const views = [
          ...SMALL,
          ...nodes.map((type, i) => view(`n${i}`, type, { name: `Knoop-${i}.`, ...bodies[type] })),
          ...nodes.map((_, i) =>
            claim(`d${i}`, 'description', { kind: 'text', text: `Gegeven-${i}.` }, { subject: id(`n${i}`) }),
          ),
          ...edges.flatMap(([a, b, kind], i) => {
            const [from, to] = [ends[a % ends.length] as string, ends[b % ends.length] as string];
            if (from === to) return [];
            return [
              view(`e${i}`, 'relation', { kind, from: id(from), to: id(to), label: `Lijn-${i}.` }),
              claim(`r${i}`, 'relationNote', { kind: 'text', text: `Over-${i}.` }, { subject: id(`e${i}`) }),
            ];
          }),
        ];
        const words = wordsOf(compose(views));
        const expected =
          JSON.stringify(views.map(({ body }) => body)).match(/(Knoop|Gegeven|Lijn|Over)-\d+\./g) ?? [];
        expect(expected.filter((word) => !words.includes(word))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of three thousand claims is composed with all of them', () => {
    const many = Array.from({ length: 3_000 }, (_, i) =>
      claim(`m${i}`, 'activity', { kind: 'text', text: `Bezigheid ${i}.` }, { quote: `Woord ${i}.` }),
    );
    const document = compose([...SMALL, ...many]);
    expect(fact(document, 'Activiteit')?.split('\n')).toHaveLength(3_000);
    expect(evidence(document)[0]?.quote?.split('\n')).toHaveLength(3_000);
  });
});
