import { describe, expect, it } from 'vitest';
import type { VersionView } from '#shared/ipc/common.ts';
import type { Marking } from '#shared/model/marking.ts';
import { caseView, compose, id, rows, view, wordsOf } from './composeFixture.ts';

const company = view('company', 'company', { name: 'Lichtwerk', form: 'company' });
const state = (marking: Marking = 'open') =>
  view('state', 'publicBody', { name: 'Republiek Zoravië', level: 'state', country: 'XZ' }, { marking });
const influence = (marking: Marking = 'open') =>
  view(
    'influence',
    'influence',
    {
      actor: id('state'),
      party: id('company'),
      wording: 'onInstruction',
      channel: 'financedBy',
      grip: 'influence',
      evidence: [],
      reliability: 'C',
      credibility: '3',
      probability: { kind: 'range', min: 0.3, max: 0.6 },
      confidence: 'low',
    },
    { marking },
  );
const printed = (views: readonly VersionView[], ceiling?: Marking) => {
  const document = compose([caseView(), company, ...views], { ceiling });
  return { words: wordsOf(document), table: rows(document, 'influence-claims') };
};

describe('influence of state actors on the page', () => {
  it('is told with its verdict, the way, the weakest link, and probability and confidence apart', () => {
    const { words, table } = printed([state(), influence()]);
    expect(words).toContain('Mogelijk invloed');
    expect(words).toContain(
      'Republiek Zoravië → Lichtwerk (financiering, handelt op aanwijzing van een statelijke actor; C3)',
    );
    expect(words).toContain('zwakste schakel');
    expect(table).toEqual([
      [
        'Republiek Zoravië',
        'Lichtwerk',
        'Financiering: invloed\nhandelt op aanwijzing van een statelijke actor',
        '30–60%\nTelt als mogelijk',
        'laag',
        'C3 ',
      ],
    ]);
  });

  it('is not printed above the ceiling, nor when the state stands above it', () => {
    expect(printed([state(), influence('depV')], 'open').table).toEqual([]);
    const { words, table } = printed([state('depV'), influence()], 'open');
    expect(table).toEqual([]);
    expect(words).not.toContain('Zoravië');
  });

  it('has no place where there is neither a claim nor a foreign state above the company', () => {
    expect(printed([state()]).words).not.toContain('Invloed van statelijke actoren');
  });
});
