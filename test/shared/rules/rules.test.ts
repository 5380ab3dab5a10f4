import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutcomes } from '#shared/framework/kleene.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Value } from '#shared/model/value.ts';
import { type Answer, answerFact } from '#shared/rules/answer.ts';
import { type Atom, atomKey, Condition, type Fact } from '#shared/rules/condition.ts';
import { atomsOf, type Knowledge, prove, restsOn } from '#shared/rules/prove.ts';
import { openAtoms } from '#shared/rules/settle.ts';

const id = (n: number): RecordId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordId;
const said = (...values: Value[]) => values.map((value, n) => ({ claim: id(n + 1), value }));
const yes = (value: boolean): Value => ({ kind: 'yesNo', yes: value });
const on = (date: string): Value => ({ kind: 'date', date });

const SENSITIVE: Fact = { fact: 'sensitiveTechnology', on: 'company', yes: true };
const HISTORICAL: Fact = { fact: 'transactionDate', on: 'deal', before: '2020-09-08' };
const LARGE: Fact = { fact: 'capacity', on: 'company', atLeast: 250, unit: 'count' };

const outcome = (fact: Fact, ...values: Value[]): string => {
  const answer = answerFact(fact, said(...values));
  return `${answer.outcome}, ${answer.reason}`;
};

describe('a fact is what the claims on it make of it', () => {
  it('nobody said anything, it is not known, or it does not apply: three different things', () => {
    expect([
      outcome(SENSITIVE),
      outcome(SENSITIVE, { kind: 'unknown' }),
      outcome(SENSITIVE, { kind: 'notApplicable' }),
    ]).toEqual(['undetermined, missing', 'undetermined, unknown', 'notMet, stated']);
  });

  it('claims that contradict each other leave it undetermined; not knowing beside knowing adds nothing', () => {
    expect([
      outcome(SENSITIVE, yes(true), yes(false)),
      outcome(SENSITIVE, yes(true), { kind: 'undisclosed' }),
    ]).toEqual(['undetermined, conflicting', 'met, stated']);
  });

  it('a deal of 7 September 2020 is before the cut-off, one of the 8th is not, one of September may be (SC-3)', () => {
    expect(
      ['2020-09-07', '2020-09-08', '2020-09', '2019', '2021'].map((date) => outcome(HISTORICAL, on(date))),
    ).toEqual(['met, stated', 'notMet, stated', 'undetermined, straddles', 'met, stated', 'notMet, stated']);
  });

  it('a range that lies on both sides of a limit decides nothing', () => {
    const range = (min: number, max?: number): Value => ({
      kind: 'range',
      min,
      ...(max === undefined ? {} : { max }),
      unit: 'count',
    });
    expect([
      outcome(LARGE, range(250, 300)),
      outcome(LARGE, range(200, 300)),
      outcome(LARGE, range(300)),
      outcome(LARGE, { kind: 'number', number: 249.9, unit: 'count' }),
      outcome(LARGE, { kind: 'number', number: 300, unit: 'eur' }),
    ]).toEqual([
      'met, stated',
      'undetermined, straddles',
      'met, stated',
      'notMet, stated',
      'undetermined, wrongKind',
    ]);
  });
});

const asks = ['a', 'b', 'c', 'd'].map((name): Atom => ({ ask: name, text: { nl: name, en: name } }));
const knowing = (answers: Readonly<Record<string, Answer['outcome']>>): Knowledge => ({
  asked: () => [],
  answered: (atom) => {
    const found = answers[atomKey(atom)];
    return found && { outcome: found, reason: 'stated', rests: [] };
  },
});
const atom = fc.constantFrom(...asks);
const tree = (negated: boolean): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      atom as fc.Arbitrary<Condition>,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
      ...(negated ? [tie('condition').map((not): Condition => ({ not }))] : []),
    ),
  })).condition;
const answersOf = fc.dictionary(
  fc.constantFrom(...asks.map(atomKey)),
  fc.constantFrom('met' as const, 'notMet' as const, 'undetermined' as const),
);

describe('a condition', () => {
  it('rests on the claims it was proved from, down to each subject', () => {
    const knowledge: Knowledge = {
      asked: () => [
        { subject: id(8), said: said({ kind: 'unknown' }) },
        { subject: id(9), said: [{ claim: id(5), value: yes(true) }] },
      ],
      answered: () => undefined,
    };
    const proof = prove({ any: [SENSITIVE, asks[0] as Atom] }, knowledge);
    expect([proof.outcome, restsOn(proof), atomsOf(proof).length]).toEqual(['met', [id(1), id(5)], 2]);
  });

  it('never falls when a further answer speaks for it, as long as nothing is negated', () => {
    fc.assert(
      fc.property(tree(false), answersOf, fc.constantFrom(...asks.map(atomKey)), (condition, given, more) => {
        const before = prove(condition, knowing(given)).outcome;
        const after = prove(condition, knowing({ ...given, [more]: 'met' })).outcome;
        expect(compareOutcomes(after, before)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('that is settled stays so, whatever is learned about what is still open', () => {
    const answer = fc.constantFrom('met' as const, 'notMet' as const);
    fc.assert(
      fc.property(tree(true), answersOf, answer, (condition, given, learned) => {
        const proof = prove(condition, knowing(given));
        if (proof.outcome === 'undetermined') return;
        const filled = Object.fromEntries(
          asks.map(atomKey).map((key) => {
            const known = given[key];
            return [key, known === undefined || known === 'undetermined' ? learned : known];
          }),
        );
        expect(prove(condition, knowing(filled)).outcome).toBe(proof.outcome);
      }),
    );
  });

  it('names what would settle it, and what it names does settle it', () => {
    fc.assert(
      fc.property(tree(true), answersOf, (condition, given) => {
        const open = openAtoms(prove(condition, knowing(given)));
        for (const { atom: one, settles, weight } of open) {
          expect(weight).toBeGreaterThan(0);
          for (const answer of settles)
            expect(prove(condition, knowing({ ...given, [atomKey(one)]: answer })).outcome).not.toBe(
              'undetermined',
            );
        }
      }),
    );
  });

  it('one of two open alternatives turns the outcome half of the time; a third that is met makes both idle', () => {
    const [a, b, c] = asks as [Atom, Atom, Atom];
    const open = openAtoms(prove({ any: [a, b] }, knowing({})));
    expect(open.map(({ settles, weight }) => [settles, weight])).toEqual([
      [['met'], 0.5],
      [['met'], 0.5],
    ]);
    expect(openAtoms(prove({ any: [a, b, c] }, knowing({ [atomKey(c)]: 'met' })))).toEqual([]);
  });

  it('as data is refused with two tests in one fact, or a number without a unit', () => {
    const wrong = [
      { fact: 'x', on: 'company', yes: true, before: '2020-01-01' },
      { fact: 'x', on: 'company' },
      { fact: 'x', on: 'company', atLeast: 3 },
      { all: [] },
      { fact: 'x', on: 'moon', yes: true },
    ];
    expect(wrong.map((one) => Condition.safeParse(one).success)).toEqual(wrong.map(() => false));
    expect(Condition.safeParse({ not: SENSITIVE }).success).toBe(true);
  });
});
