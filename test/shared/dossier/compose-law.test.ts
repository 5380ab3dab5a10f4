import { describe, expect, it } from 'vitest';
import { bones, claim, compose, id, rows, SMALL, view, wordsOf } from './composeFixture.ts';

const sensitive = claim('sensitive', 'sensitiveTechnology', { kind: 'yesNo', yes: true });
const answer = (marking: 'open' | 'depV' = 'open') =>
  view(
    'answer',
    'determination',
    {
      question: 'vifo.companyFails',
      outcome: 'met',
      argument: 'De kas is in mei leeg.',
      confidence: 'high',
      evidence: [id('seat')],
    },
    { marking },
  );
const gatesOf = (document: ReturnType<typeof compose>) =>
  document.blocks.flatMap((block) =>
    block.kind === 'gates' && block.nodes.some(({ code }) => code === 'SC-4') ? block.nodes : [],
  );

describe('the chapter on the law', () => {
  it('answers each law on the day, and calls what is not known undetermined', () => {
    const document = compose(SMALL);
    const laws = rows(document, 'law-screening');
    expect(laws.find(([name]) => name?.startsWith('Wet vifo'))?.[1]).toBe('<Onbepaald>');
    // The Energy Act took the place of the act of 1998, which is no law any more on the day.
    expect(laws.find(([name]) => name?.includes('Elektriciteitswet'))?.[1]).toBe('<Geen recht>');
    expect(rows(document, 'law-cases').map(([, suggestion]) => suggestion)).toEqual([
      '<Onbepaald>',
      '<Onbepaald>',
      '<Onbepaald>',
      '<Onbepaald>',
    ]);
    expect(rows(document, 'law-wanted').length).toBeGreaterThan(0);
  });

  it('tests the law of the day that is asked for', () => {
    const laws = rows(compose(SMALL, { validAt: '2021-06-01' as never }), 'law-screening');
    expect(laws.find(([name]) => name?.startsWith('Wet vifo'))?.[1]).toBe('<Geen recht>');
    expect(laws.find(([name]) => name?.includes('Elektriciteitswet'))?.[1]).not.toBe('<Geen recht>');
  });

  it('proves an answer down to the source and to what an analyst answered, with the argument', () => {
    const document = compose([...SMALL, answer()]);
    const fails = JSON.stringify(gatesOf(document).find(({ code }) => code === 'SC-4'));
    expect(fails).toContain('antwoord van een analist');
    const [[question, outcome, argument] = []] = rows(document, 'law-determinations');
    expect([question, outcome]).toEqual([
      'Raakt de onderneming daardoor in problemen en dreigt zij te verdwijnen?',
      '<Voldaan>',
    ]);
    expect(argument).toMatch(/^De kas is in mei leeg\. \[\d+\]\nAnna de Vries \(EZ\), 20 november 2026/);
  });

  it('leaves an answer above the ceiling out of the page and out of the result', () => {
    const document = compose([...SMALL, sensitive, answer('depV')], { ceiling: 'open' });
    expect(rows(document, 'law-determinations')).toEqual([]);
    expect(wordsOf(document)).not.toContain('De kas is in mei leeg');
    expect(JSON.stringify(gatesOf(document))).not.toContain('antwoord van een analist');
  });

  it('says in one line that nothing is tested without a company', () => {
    const [own, ...others] = SMALL.filter(({ record }) => record !== id('company'));
    expect(own).toBeDefined();
    const document = compose([own as never, ...others.filter(({ type }) => type === 'source')]);
    expect(wordsOf(document)).toContain('Zonder onderneming wordt geen wet getoetst.');
    expect(rows(document, 'law-screening')).toEqual([]);
  });

  it('differs between the languages in words alone, and not by the order of the records', () => {
    const views = [...SMALL, sensitive, answer()];
    expect(bones(compose(views, { lang: 'en' }))).toEqual(bones(compose(views)));
    expect(compose(views.toReversed())).toEqual(compose(views));
  });
});
