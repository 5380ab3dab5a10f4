import { describe, expect, it } from 'vitest';
import { SAMPLE_LOG, sampleViews } from '../../support/sample-views.ts';
import { bones, compose, rows, wordsOf } from './composeFixture.ts';

const views = sampleViews();
const dutch = compose(views, { logId: SAMPLE_LOG });

describe('the chapter on the chain', () => {
  it('tells the findings in sentences, with their proof, before the relations', () => {
    const order = dutch.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
    expect(order.indexOf('chain-findings')).toBeGreaterThan(order.indexOf('chain'));
    expect(order.indexOf('chain-findings')).toBeLessThan(order.indexOf('chain-flows'));
    expect(wordsOf(dutch)).toContain(
      'maar die vallen alle weg als Veldmetaal Raffinage N.V. stopt. Dat raakt Massaal giraal betalingsverkeer na 8,5 maanden.',
    );
  });
  it('says of every relation of a proof where it stands', () => {
    const proof = rows(dutch, 'chain-proof');
    expect(proof.length).toBeGreaterThan(10);
    expect(proof.filter((cells) => !/^\[\d+\].* [A-F][1-6]/.test(cells.at(-1) ?? ''))).toEqual([]);
  });
  it('says of every vital process whether and when it is hit, and that marks the line', () => {
    expect(rows(dutch, 'chain-processes')).toEqual([
      ['Massaal giraal betalingsverkeer', '<zeker>', 'na 19 weken'],
      ['Internettoegang en dataverkeer', '<mogelijk>', 'op zijn vroegst na 11 weken'],
      ['Inzet Defensie', '<mogelijk>', 'op zijn vroegst na 20 maanden'],
    ]);
    const table = dutch.blocks.find((block) => block.kind === 'table' && block.id === 'chain-processes');
    expect(table?.kind === 'table' && table.rows.map(({ marking }) => marking?.code)).toEqual([
      'depV',
      undefined,
      'depV',
    ]);
  });
  it('tells under a ceiling only what follows from what may be printed', () => {
    const open = views.map((view) => (view.type === 'case' ? { ...view, marking: 'open' as const } : view));
    const cut = compose(open, { logId: SAMPLE_LOG, ceiling: 'open' });
    expect(rows(cut, 'chain-processes').find(([name]) => name?.startsWith('Massaal'))).toEqual([
      'Massaal giraal betalingsverkeer',
      '<niet>',
      'geen weg in het netwerk',
    ]);
    expect(rows(cut, 'chain-proof').filter((cells) => cells.join(' ').includes('Betaalknoop'))).toEqual([]);
    expect(wordsOf(cut)).toContain(
      'In dit exemplaar telt alleen mee wat gerubriceerd is tot en met: Ongerubriceerd.',
    );
  });
  it('differs in English in its words alone', () => {
    const english = compose(views, { logId: SAMPLE_LOG, lang: 'en' });
    expect(bones(english)).toEqual(bones(dutch));
    expect(wordsOf(english)).toContain('If Lumenschip B.V. stops, Massaal giraal betalingsverkeer is hit');
  });
});
