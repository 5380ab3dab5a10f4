import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutcomes } from '#shared/framework/kleene.ts';
import { CATALOGUE, type Instrument, standingOn } from '#shared/instruments/catalogue.ts';
import { appliesTo, emptyRungs, gapOf, lawExhausted, marketExhausted } from '#shared/instruments/ladder.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import type { Scope, ScopeAnswer } from '#shared/law/scope.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { MARKET_RESPONSES, MARKET_TIES, RUNG_VERDICTS } from '#shared/model/records/last-resort.ts';
import type { BodyOf } from '#shared/model/records.ts';

const instrument = (id: string): Instrument => {
  const found = CATALOGUE.instruments.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const rung = (verdict: BodyOf<'rung'>['verdict'], reason = 'omdat'): BodyOf<'rung'> => ({
  instrument: 'INS-01',
  verdict,
  covers: [],
  inTime: 'yes',
  reason,
  evidence: [],
});
const contact = (
  response: BodyOf<'marketContact'>['response'],
  ties: BodyOf<'marketContact'>['ties'] = 'none',
): BodyOf<'marketContact'> => ({
  name: 'Deltahaven Kapitaal N.V.',
  approached: '2026-10-01',
  response,
  ties,
  evidence: [],
});
const asked = (...bodies: BodyOf<'marketContact'>[]) =>
  marketExhausted(bodies.map((body, n) => ({ record: `${n}` as RecordId, versions: [body] })));

describe('the catalogue', () => {
  it('has the 44 instruments of the letter, INS-01 to INS-44, each once, with a place in it', () => {
    const ids = CATALOGUE.instruments.map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 44 }, (_, n) => `INS-${String(n + 1).padStart(2, '0')}`));
    expect(CATALOGUE.instruments.filter(({ where }) => !/^(L\d|fn\d)/.test(where))).toEqual([]);
  });

  it('names only laws that exist', () => {
    const laws = new Set(NL_LAW.items.map(({ id }) => id));
    for (const { laws: named = [] } of CATALOGUE.instruments)
      for (const law of named) expect(laws).toContain(law);
  });

  it('tells how an instrument stood on a day: the electricity test went into the Energy Act', () => {
    const electricity = instrument('INS-04');
    expect(
      ['2023-09-18', '2023-09-19', '2025-12-31', '2026-01-01'].map(
        (day) => standingOn(electricity, day)?.status,
      ),
    ).toEqual([undefined, 'inForce', 'inForce', 'replaced']);
    for (const { history } of CATALOGUE.instruments)
      expect(history.map(({ from }) => from)).toEqual(history.map(({ from }) => from).toSorted());
  });
});

describe('whether an instrument applies is computed where the law can tell', () => {
  const unknowing = { asked: () => [], answered: () => undefined };
  const scoped = (scopes: Readonly<Record<string, Scope>>) =>
    new Map(
      Object.entries(scopes).map(([item, scope]): [string, ScopeAnswer] => [
        item,
        { item, day: '2026-11-25', scope },
      ]),
    );

  it('one law in scope is enough, and an open one keeps it open', () => {
    const vifo = (control: Scope, influence: Scope) =>
      appliesTo(
        instrument('INS-06'),
        scoped({ 'vifo-control': control, 'vifo-influence': influence }),
        unknowing,
      ).outcome;
    expect([
      vifo('notInScope', 'inScope'),
      vifo('notInScope', 'undetermined'),
      vifo('notInScope', 'notInForce'),
      vifo('expected', 'pending'),
    ]).toEqual(['met', 'undetermined', 'notMet', 'notMet']);
  });

  it('a question nobody answered is open; what reaches everybody applies', () => {
    expect([
      appliesTo(instrument('INS-16'), new Map(), unknowing).outcome,
      appliesTo(instrument('INS-40'), new Map(), unknowing).outcome,
      appliesTo(instrument('INS-06'), new Map(), unknowing).outcome,
    ]).toEqual(['undetermined', 'met', 'undetermined']);
  });
});

describe('a rung counts when somebody judged it and said why', () => {
  it('four ways to be empty, and "not relevant, because" is none of them', () => {
    expect([
      gapOf([]),
      gapOf([rung('insufficient'), rung('suffices')]),
      gapOf([rung('notRelevant', ' ')]),
      gapOf([rung('undetermined')]),
      gapOf([rung('notRelevant', 'Gaat over aanbesteden; er wordt niets ingekocht.')]),
    ]).toEqual(['notJudged', 'conflict', 'noReason', 'undetermined', undefined]);
  });

  it('names every rung that stands in the way of a final case, all in one overview (PUR-23)', () => {
    const judged = new Map([['INS-01', [rung('insufficient')]]]);
    expect(emptyRungs(['INS-01', 'INS-02'], judged)).toEqual([{ id: 'INS-02', gap: 'notJudged' }]);
  });
});

describe('the last resort is two legs, each with its own record', () => {
  const ladder = (...bodies: BodyOf<'rung'>[]) => {
    const ids = bodies.map((_, n) => `INS-${n}`);
    return lawExhausted(ids, new Map(bodies.map((body, n) => [`INS-${n}`, [body]])));
  };

  it('law: met when every rung falls short, not met when one suffices, open while one is open (NEC-01)', () => {
    expect([
      ladder(rung('insufficient'), rung('notRelevant')),
      ladder(rung('insufficient'), rung('undetermined')),
      ladder(rung('suffices'), rung('undetermined')),
    ]).toEqual(['met', 'undetermined', 'notMet']);
  });

  it('market: nobody asked is not nobody found; an offer with undesirable ties is none (NEC-02)', () => {
    expect([
      asked(),
      asked(contact('declined'), contact('declined')),
      asked(contact('declined'), contact('pending')),
      asked(contact('offer', 'none')),
      asked(contact('offer', 'found')),
      asked(contact('offer', 'notChecked')),
    ]).toEqual(['undetermined', 'met', 'undetermined', 'notMet', 'met', 'undetermined']);
  });

  it('one more rung or party never makes a leg better than it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...RUNG_VERDICTS), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...RUNG_VERDICTS),
        fc.array(fc.tuple(fc.constantFrom(...MARKET_RESPONSES), fc.constantFrom(...MARKET_TIES)), {
          minLength: 1,
          maxLength: 5,
        }),
        (verdicts, more, parties) => {
          const rungs = verdicts.map((verdict) => rung(verdict));
          expect(compareOutcomes(ladder(...rungs, rung(more)), ladder(...rungs))).toBeLessThanOrEqual(0);
          const contacts = parties.map(([response, ties]) => contact(response, ties));
          expect(compareOutcomes(asked(...contacts), asked(...contacts.slice(0, 1)))).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});
