import { describe, expect, it } from 'vitest';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { CATALOGUE } from '#shared/instruments/catalogue.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import { RECORDS } from '#shared/model/records.ts';

/** Question and guidance of a leaf, in Dutch and in English. */
const asked = (id: string): readonly [string, string] => {
  const leaf = BEV_2023.leaves.find((one) => one.id === id);
  if (leaf === undefined) throw new Error(`no leaf ${id}`);
  const texts = [leaf.question, ...leaf.guidance];
  return [texts.map(({ nl }) => nl).join(' '), texts.map(({ en }) => en).join(' ')];
};

describe('the framework asks what the letter asks', () => {
  it.each([
    ['PUR-02: the risk to be averted is named', 'PUR-13', 'Benoem het risico', 'Name the risk'],
    [
      'PUR-07: strategic importance may have another ground',
      'STR-x',
      'strategisch belang',
      'strategic importance',
    ],
    ['PUR-09: a request for growth is referred onwards', 'PUR-09', 'Verwijs door', 'Refer onwards'],
    [
      'PUR-10: a vital process is defined',
      'STR-1',
      'ernstige maatschappelijke ontwrichting',
      'seriously disrupts society',
    ],
    ['PUR-14: rescue may be a side effect, never the aim', 'PUR-13', 'een bijeffect', 'a side effect'],
    ['PUR-15, NEC-03: law is used before the facility', 'NEC-01', 'één voor één', 'one by one'],
    ['PUR-15, NEC-03: and the market is asked', 'NEC-02', 'wie is benaderd', 'who was approached'],
    ['PUR-17: national and European instruments', 'NEC-01', 'nationaal en Europees', 'national and European'],
    ['PUR-19: proportion to the risk', 'PUR-19', 'in verhouding tot het risico', 'in proportion to the risk'],
    [
      'PUR-20: the same for every country',
      'PUR-20',
      'voor elk land op dezelfde wijze',
      'in the same way for every country',
    ],
    ['PUR-25: an open economy', 'PUR-19', 'open economie', 'open economy'],
    ['RA-4: a part of the company', 'RA-5-SYS', 'welk deel van de onderneming', 'which part you assess'],
  ])('%s', (_rule, leaf, dutch, english) => {
    const [nl, en] = asked(leaf);
    expect([nl.includes(dutch), en.includes(english)]).toEqual([true, true]);
  });

  it('PUR-01: carries the name of the facility in both languages', () => {
    expect(BEV_2023.title.nl).toContain('Beschermingsvoorziening Economische Veiligheid');
    expect(BEV_2023.title.en).toContain('Economic Security Protection Facility');
  });

  it('PUR-15: both legs of the last resort are needed, and neither makes up for the other', () => {
    const gate = BEV_2023.tree.children.find(
      (child) => typeof child === 'object' && 'id' in child && child.id === 'LAST-RESORT',
    );
    expect(gate).toMatchObject({ op: 'all', children: [{ leaf: 'NEC-01' }, { leaf: 'NEC-02' }] });
  });

  it('PUR-16: the screening law is looked at before the facility', () => {
    expect(NL_LAW.items.filter(({ letter }) => letter.includes('PUR-16')).map(({ id }) => id)).toEqual([
      'vifo-control',
    ]);
  });

  it('PUR-17: the catalogue has instruments of the State and of the European Union', () => {
    const levels = new Set(CATALOGUE.instruments.map(({ level }) => level));
    expect([levels.has('national'), levels.has('eu')]).toEqual([true, true]);
  });

  it('PUR-21: knows three interests, and every indicator and instrument speaks to those alone', () => {
    const interests = BEV_2023.protectedInterests.map(({ id }) => id);
    const named = [
      ...BEV_2023.indicators.map((one) => one.interests),
      ...CATALOGUE.instruments.map((one) => one.covers),
    ];
    expect(interests).toEqual(['vitalContinuity', 'dependencies', 'knowledgeTransfer']);
    expect(named.flat().filter((id) => !interests.includes(id))).toEqual([]);
    expect(BEV_2023.indicators.filter((one) => one.interests.length === 0)).toEqual([]);
  });

  it('RA-4: a case says which part of the company it is about', () => {
    expect(RECORDS.case.body.shape).toHaveProperty('assessedPart');
  });
});
