import { describe, expect, it } from 'vitest';
import type { VersionView } from '#shared/ipc/common.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { compose, id, OTHER, rows, SMALL, view } from './composeFixture.ts';

type More = Parameters<typeof view>[3];
const verdict = view(
  'verdict',
  'verdict',
  { leaf: 'NEC-05', outcome: 'met', argument: 'Geen ander komt in.', evidence: [] },
  {},
);
const challenge = (body: object = {}, more: More = {}): VersionView =>
  view(
    'challenge',
    'challenge',
    {
      leaf: 'NEC-05',
      challenged: [verdict.digest],
      finding: 'doubtful',
      argument: 'Twee fondsen zijn niet gevraagd.',
      evidence: [id('seat')],
      ...body,
    },
    { author: OTHER, ...more },
  );
const signers = new Map([[verdict.record as RecordId, [verdict.author.key as string]]]);

describe('the chapter on challenge (NEC-05, NEC-06)', () => {
  it('prints who holds what against a verdict, with its sources, and that it counts', () => {
    const [row] = rows(compose([...SMALL, verdict, challenge()], { signers }), 'challenges');
    expect(row?.[1]).toBe('<Twijfelachtig>\n<Telt als tegenspraak>');
    expect(row?.[2]).toMatch(/^Twee fondsen zijn niet gevraagd\. \[\d+\]\n.+, 20 november 2026$/);
  });

  it('says that it does not count from one who signed the verdict, or of an earlier verdict', () => {
    const own = new Map([[verdict.record as RecordId, [OTHER.key as string]]]);
    const standing = (document: ReturnType<typeof compose>) => rows(document, 'challenges')[0]?.[1];
    expect(standing(compose([...SMALL, verdict, challenge()], { signers: own }))).toContain(
      '<Telt niet: dezelfde ondertekenaar als het oordeel>',
    );
    const earlier = challenge({ challenged: ['f'.repeat(64)] });
    expect(standing(compose([...SMALL, verdict, earlier], { signers }))).toContain(
      '<Telt niet meer: het oordeel is daarna gewijzigd>',
    );
  });

  it('tells nothing of how it stands to a verdict above the ceiling', () => {
    const secret = { ...verdict, marking: 'stgG' as const };
    const document = compose([...SMALL, secret, challenge()], { signers, ceiling: 'depV' });
    expect(rows(document, 'challenges')[0]?.[1]).toBe('<Twijfelachtig>');
  });

  it('prints every question, also those that nobody answered', () => {
    const check = view('check', 'check', {
      item: 'gaming.timing',
      result: 'concern',
      reason: 'Het verzoek kwam een dag na de afwijzing.',
      evidence: [],
    });
    const document = compose([...SMALL, check]);
    const gaming = rows(document, 'checks-gaming');
    expect(gaming).toHaveLength(5);
    expect(gaming[0]?.[1]).toBe('<Wel een teken>');
    expect(gaming.slice(1).map(([, result]) => result)).toEqual(new Array(4).fill('<Nog niet beantwoord>'));
    expect(rows(document, 'checks-tradecraft')).toHaveLength(9);
  });
});
