import { describe, expect, it } from 'vitest';
import { wantedFacts } from '#shared/law/collect.ts';
import { type CaseKnowledge, knowledgeOf } from '#shared/law/knowledge.ts';
import { LawItem, LawPack } from '#shared/law/law-item.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import { type KnowledgeOn, scopeHistory, scopeOn } from '#shared/law/scope.ts';
import { scopeCases } from '#shared/law/scope-cases.ts';
import { type Day, daysLater } from '#shared/model/dates.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import type { Value } from '#shared/model/value.ts';
import type { Outcome } from '#shared/model/vocabulary.ts';

const id = (n: number): RecordId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordId;
const [COMPANY, TECHNOLOGY, DEAL] = [id(1), id(2), id(3)];
const TODAY = '2026-11-25';

type Given = { subject: RecordId; property: string; value: Value; validFrom?: string; validTo?: string };
const yes: Value = { kind: 'yesNo', yes: true };
const no: Value = { kind: 'yesNo', yes: false };

function world(
  facts: readonly Given[],
  answers: Readonly<Record<string, Outcome>> = {},
  derived: CaseKnowledge['derived'] = () => undefined,
): KnowledgeOn {
  return knowledgeOf({
    subjects: {
      company: [{ record: COMPANY }],
      technology: [{ record: TECHNOLOGY }],
      deal: [{ record: DEAL }],
      process: [],
      party: [],
    },
    claims: facts.map((fact, n) => ({
      record: id(100 + n),
      body: {
        ...fact,
        reliability: 'A',
        credibility: '1',
        certainty: 'asserted',
        basis: [],
      } as BodyOf<'claim'>,
    })),
    determinations: Object.entries(answers).map(([question, outcome], n) => ({
      record: id(200 + n),
      versions: [{ question, outcome, argument: 'omdat', evidence: [] }],
    })),
    derived,
  });
}

const law = (name: string): LawItem => {
  const found = NL_LAW.items.find((item) => item.id === name);
  if (!found) throw new Error(name);
  return found;
};
const scope = (name: string, day: Day, known: KnowledgeOn): string => scopeOn(law(name), day, known).scope;

/** A company that works on photonics itself, on the list of 1 June 2023. */
const PHOTONICS: Given[] = [
  { subject: COMPANY, property: 'sensitiveTechnology', value: yes, validFrom: '2023-06-01' },
  { subject: COMPANY, property: 'highlySensitiveTechnology', value: yes, validFrom: '2023-06-01' },
];

describe('legal scope is an answer as of a day, never a property of a company (capability 5)', () => {
  it('in scope since the Vifo Act, no such law on the day before', () => {
    const known = world(PHOTONICS, { 'vifo.activeIn': 'met' });
    expect(['2023-05-31', '2023-06-01', TODAY].map((day) => scope('vifo-control', day, known))).toEqual([
      'notInForce',
      'inScope',
      'inScope',
    ]);
  });

  it('a fact that is not known yet leaves the scope undetermined; trade alone puts nobody in scope', () => {
    const rest = { 'vifo.namedVital': 'notMet', 'vifo.campusManager': 'notMet' } as const;
    expect([
      scope('vifo-control', TODAY, world(PHOTONICS, rest)),
      scope('vifo-control', TODAY, world(PHOTONICS, { ...rest, 'vifo.activeIn': 'notMet' })),
      scope('vifo-control', TODAY, world([], { ...rest, 'vifo.activeIn': 'met' })),
    ]).toEqual(['undetermined', 'notInScope', 'undetermined']);
  });

  it('a company whose designation is being prepared is not in scope yet (fn10)', () => {
    const facts: Given[] = [{ subject: COMPANY, property: 'wwke', value: no }];
    const pending = scopeOn(law('wwke'), TODAY, world(facts, { 'wwke.designationPending': 'met' }));
    expect([pending.scope, pending.pending?.outcome]).toEqual(['pending', 'met']);
  });

  it('what is announced is expected and never counts as law', () => {
    const supplier: Given[] = [{ subject: COMPANY, property: 'defenceSupplier', value: yes }];
    const answer = scopeOn(law('defence-industry'), TODAY, world(supplier));
    expect([answer.scope, answer.proof?.outcome, answer.version?.toVerify]).toEqual([
      'expected',
      'met',
      true,
    ]);
  });

  it('laws take over from each other without a gap or an overlap', () => {
    const known = world(
      [
        { subject: COMPANY, property: 'wbni', value: yes },
        { subject: COMPANY, property: 'cbw', value: { kind: 'code', code: 'essential' } },
      ],
      { 'energy.above250MW': 'met', 'energy.lng': 'notMet' },
    );
    const on = (name: string, ...days: Day[]) => days.map((day) => scope(name, day, known));
    expect(on('wbni', '2026-08-14', '2026-08-15')).toEqual(['inScope', 'notInForce']);
    expect(on('cbw', '2026-08-14', '2026-08-15')).toEqual(['notInForce', 'inScope']);
    expect(on('electricity-1998', '2025-12-31', '2026-01-01')).toEqual(['inScope', 'notInForce']);
    expect(on('energy', '2025-12-31', '2026-01-01')).toEqual(['notInForce', 'inScope']);
  });

  it('tells its history: no law, in scope, and the days on which that turned', () => {
    const known = world(PHOTONICS, { 'vifo.activeIn': 'met' });
    expect(scopeHistory(law('vifo-influence'), [TODAY], known).map((one) => [one.day, one.scope])).toEqual([
      ['2023-06-01', 'inScope'],
    ]);
    const list = scopeHistory(law('vifo-technology'), ['2023-01-01'], known);
    expect(list.map((one) => [one.day, one.scope])).toEqual([
      ['2023-01-01', 'notInForce'],
      ['2023-06-01', 'notInScope'],
    ]);
  });
});

describe('the scope cases of the letter are suggested from the laws', () => {
  const none = {
    'vifo.namedVital': 'notMet',
    'vifo.campusManager': 'notMet',
    'vifo.activeIn': 'notMet',
    'telecom.party': 'notMet',
    'energy.above250MW': 'notMet',
    'energy.lng': 'notMet',
  } as const;
  const suggested = (known: KnowledgeOn): Record<string, string> => {
    const answers = NL_LAW.items.map((item) => scopeOn(item, TODAY, known));
    const cases = scopeCases(NL_LAW.items, answers, known(TODAY));
    return Object.fromEntries(cases.map(({ leaf, outcome }) => [leaf, outcome]));
  };
  const deal = (date: string): Given => ({
    subject: DEAL,
    property: 'transactionDate',
    value: { kind: 'date', date },
  });

  it('SC-1: outside every screening law, and an open law keeps it open', () => {
    expect(suggested(world([], none))['SC-1']).toBe('met');
    expect(suggested(world([], { ...none, 'telecom.party': 'undetermined' }))['SC-1']).toBe('undetermined');
    expect(suggested(world(PHOTONICS, { ...none, 'vifo.activeIn': 'met' }))['SC-1']).toBe('notMet');
  });

  it('SC-3: strictly before 8 September 2020, and in scope under the law of today', () => {
    const active = { ...none, 'vifo.activeIn': 'met' } as const;
    const on = (date: string) => suggested(world([...PHOTONICS, deal(date)], active))['SC-3'];
    expect(['2020-09-07', '2020-09-08', '2020-09', '2019-06-14'].map(on)).toEqual([
      'met',
      'notMet',
      'undetermined',
      'met',
    ]);
    expect(suggested(world([deal('2019-06-14')], none))['SC-3']).toBe('notMet');
  });

  it('SC-2: an essential supplier that is itself outside the system', () => {
    const essential = world([], none, (name) => ({
      outcome: name === 'essentialSupplierOfVital' ? 'met' : 'notMet',
      reason: 'stated',
      rests: [],
    }));
    expect(suggested(essential)['SC-2']).toBe('met');
  });

  it('SC-4: a start-up whose funding a decision blocks, and that fails by it', () => {
    const answers = { ...none, 'vifo.decisionBlocksFunding': 'met', 'vifo.companyFails': 'met' } as const;
    const facts: Given[] = [{ subject: COMPANY, property: 'scaleUp', value: yes }];
    expect(suggested(world(facts, answers))['SC-4']).toBe('met');
    expect(suggested(world([], answers))['SC-4']).toBe('undetermined');
  });
});

it('the facts to collect come in the order of what they would settle', () => {
  const rest = { 'vifo.namedVital': 'notMet', 'vifo.campusManager': 'notMet' } as const;
  const known = world(PHOTONICS, rest);
  const questions = ['vifo-control', 'vifo-influence'].map((name) => ({
    id: name,
    proof: scopeOn(law(name), TODAY, known).proof,
  }));
  const [first] = wantedFacts(questions);
  expect(first).toMatchObject({
    atom: { ask: 'vifo.activeIn' },
    settles: ['vifo-control', 'vifo-influence'],
    weight: 1,
  });
});

describe('a pack of laws as data', () => {
  it('has a day, a source and a confidence for everything that is law, and successors that exist', () => {
    const ids = new Set(NL_LAW.items.map((item) => item.id));
    for (const { replacedBy, versions } of NL_LAW.items) {
      for (const next of replacedBy) expect(ids).toContain(next);
      for (const { source, status, validFrom } of versions)
        expect([source === '', status === 'inForce' && validFrom === undefined]).toEqual([false, false]);
    }
  });

  it('is refused when two versions are law on one day, when law has no beginning, or an id stands twice', () => {
    const [wbni] = [law('wbni')];
    const version = wbni.versions[0];
    if (!version) throw new Error('no version');
    const overlapping = {
      ...wbni,
      versions: [version, { ...version, id: 'again', validFrom: '2026-08-14', validTo: '2027-01-01' }],
    };
    const { validFrom: _, ...endless } = version;
    const twice = { ...NL_LAW, items: [wbni, wbni] };
    const problems = (given: unknown, schema: typeof LawItem | typeof LawPack): string[] =>
      schema.safeParse(given).error?.issues.map(({ message }) => message) ?? [];
    expect([
      problems(overlapping, LawItem),
      problems({ ...wbni, versions: [endless] }, LawItem),
      problems(twice, LawPack),
    ]).toEqual([['versionsOverlap'], ['startMissing'], ['duplicateId']]);
  });
});

it('the day after the end of a month or a leap day', () => {
  expect(['2026-12-31', '2024-02-28', '2024-02-29'].map((day) => daysLater(day, 1))).toEqual([
    '2027-01-01',
    '2024-02-29',
    '2024-03-01',
  ]);
});
