import { describe, expect, it } from 'vitest';
import { type GivenChallenge, isAnswered, missingOf, standingOf } from '#shared/challenge/necessity.ts';
import type { OpDigest, RecordId } from '#shared/model/ids.ts';
import { GAMING_CHECKS, TRADECRAFT_CHECKS } from '#shared/model/records/challenge.ts';
import type { BodyOf } from '#shared/model/records.ts';

const [ANNA, BRAM] = ['a'.repeat(64), 'b'.repeat(64)];
const NOW = '1'.repeat(64) as OpDigest;
const verdict = { digest: NOW, signers: [ANNA] };

const challenge = (change: Partial<BodyOf<'challenge'>> = {}, author: string = BRAM): GivenChallenge => ({
  record: '0f0f0f0f-0000-4000-8000-000000000001' as RecordId,
  author,
  body: {
    leaf: 'NEC-05',
    challenged: [NOW],
    finding: 'holds',
    argument: 'De markt is wel gevraagd.',
    evidence: [],
    ...change,
  },
});

describe('a challenge of a verdict (NEC-05)', () => {
  it('counts when somebody else than the signer gives it, on the verdict as it is, with an argument', () => {
    expect(standingOf(challenge(), [verdict])).toBe('counts');
  });

  it('does not count when the author of the verdict gives it, also of an earlier version of it', () => {
    expect(standingOf(challenge({}, ANNA), [verdict])).toBe('ownVerdict');
    expect(standingOf(challenge(), [{ digest: NOW, signers: [ANNA, BRAM] }])).toBe('ownVerdict');
  });

  it('does not count any more once the verdict was changed, and never without an argument', () => {
    expect(standingOf(challenge({ challenged: ['2'.repeat(64) as OpDigest] }), [verdict])).toBe(
      'earlierVersion',
    );
    expect(standingOf(challenge({ argument: ' ' }), [verdict])).toBe('noArgument');
  });

  it('must speak of every version of a verdict in conflict', () => {
    const other = { digest: '3'.repeat(64), signers: [ANNA] };
    expect(standingOf(challenge(), [verdict, other])).toBe('earlierVersion');
  });
});

describe('a question of the checklists (NEC-06)', () => {
  const answer = (result: BodyOf<'check'>['result'], reason: string): BodyOf<'check'> => ({
    item: 'gaming.timing',
    result,
    reason,
    evidence: [],
  });

  it('is answered by one version with a result and a reason; a concern is an answer, "undetermined" is none', () => {
    const cases = [
      [answer('clear', 'Nagegaan.')],
      [answer('concern', 'Vlak na de afwijzing.')],
      [answer('undetermined', 'Niet te zeggen.')],
      [answer('clear', ' ')],
      [answer('clear', 'Ja.'), answer('concern', 'Nee.')],
      [],
    ];
    expect(cases.map(isAnswered)).toEqual([true, true, false, false, false, false]);
  });

  it('is missing until it is answered; with all done nothing is missing', () => {
    const checks = new Map(
      [...GAMING_CHECKS, ...TRADECRAFT_CHECKS].map((item) => [
        item as string,
        [{ item, result: 'clear' as const, reason: 'Nagegaan.', evidence: [] }],
      ]),
    );
    const all = {
      argued: new Set(['NEC-05', 'NEC-06']),
      necessity: [verdict],
      challenges: [challenge()],
      checks,
    };
    expect(missingOf(all)).toEqual({ challenge: [], selfCheck: [] });
    expect(
      missingOf({ argued: new Set(), necessity: [], challenges: [challenge()], checks: new Map() }),
    ).toEqual({
      challenge: ['NEC-05', 'NEC-06', 'challenger', ...GAMING_CHECKS],
      selfCheck: [...TRADECRAFT_CHECKS],
    });
    expect(missingOf({ ...all, challenges: [challenge({}, ANNA)] }).challenge).toEqual(['challenger']);
  });
});
