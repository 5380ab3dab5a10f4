import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conclusionsOf } from '#shared/evidence/conclusions.ts';
import { firstOf, type Told } from '#shared/evidence/facts.ts';
import { ifWrong } from '#shared/evidence/if-wrong.ts';
import { shortOf } from '#shared/evidence/thresholds.ts';
import { weakClaims } from '#shared/evidence/weaknesses.ts';
import { fallsWith, without } from '#shared/evidence/without.ts';
import type { LiveBody } from '#shared/freeze/evaluate.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { sampleId, sampleViews } from '../../support/sample-views.ts';

const DAY = '2026-11-25';
const id = (name: string) => name as RecordId;
const told = (type: Told['type'], record: string, body: Told['body'] = {}): Told => ({
  record: id(record),
  type,
  body,
});
const claim = (record: string, more: Told['body'] = {}): Told =>
  told('claim', record, {
    subject: 'co',
    property: `p${record}`,
    value: { kind: 'text', text: record },
    certainty: 'asserted',
    basis: [],
    ...more,
  });
const weakness = (live: readonly Told[], record: string) => weakClaims(live, DAY).get(id(record)) ?? [];

describe('what is weak about a claim (capability 9)', () => {
  it('is that it names neither source nor basis, unless it is an assumption', () => {
    expect(weakness([claim('a')], 'a')).toEqual(['unsourced']);
    expect(weakness([claim('a', { certainty: 'assumption' })], 'a')).toEqual([]);
  });

  it('is that it is drawn from itself, by whatever way round, and not that a circle lies below it', () => {
    const live = [claim('a', { basis: ['b'] }), claim('b', { basis: ['a'] }), claim('c', { basis: ['a'] })];
    expect(['a', 'b', 'c'].map((one) => weakness(live, one))).toEqual([['circular'], ['circular'], []]);
  });

  it('is that its source is older than two years while it still holds, and an unknown age is not young', () => {
    const aged = (published: Told['body'], more: Told['body'] = {}) =>
      weakness([told('source', 's', published), claim('a', { source: 's', ...more })], 'a');
    expect(aged({ published: '2024-11-24' })).toEqual(['stale']);
    expect(aged({ published: '2024-11-25' })).toEqual([]);
    expect(aged({ published: '2020', retrieved: '2026-01-01' })).toEqual([]);
    expect(aged({})).toEqual(['undated']);
    expect(aged({ published: '2020' }, { validTo: '2021' })).toEqual([]);
    expect(aged({ published: '2020' }, { property: 'kvk' })).toEqual([]);
  });

  it('is that another claim contradicts it', () => {
    const one = { property: 'employees', certainty: 'assumption' };
    const live = [1, 2].map((value) => claim(`c${value}`, { ...one, value: { kind: 'number', value } }));
    expect(weakness(live, 'c1')).toEqual(['contradicted']);
  });
});

const verdict = (leaf: string, evidence: string[], outcome = 'met') =>
  told('verdict', `v-${leaf}`, { leaf, outcome, argument: 'x', evidence });

describe('what a conclusion stands on', () => {
  const live = [
    told('source', 's1', { publisher: 'Krant' }),
    told('source', 's2', { publisher: 'krant ' }),
    told('source', 's3', { author: 'Register' }),
    claim('a', { source: 's1' }),
    claim('b', { source: 's2' }),
    claim('c', { basis: ['a'] }),
    verdict('CON-1', ['b', 'c']),
    verdict('NEC-05', ['a', 's3']),
    verdict('CON-2', ['a'], 'undetermined'),
  ];
  const conclusions = conclusionsOf(live, weakClaims(live, DAY));

  it('counts origins, not papers: two of one publisher are one', () => {
    expect(conclusions.map(({ about, origins }) => `${about} ${origins}`)).toEqual([
      'CON-1 1',
      'CON-2 1',
      'NEC-05 2',
    ]);
  });

  it('is held to thresholds only where it decides', () => {
    expect(shortOf(live, conclusions)[0]).toEqual({ threshold: 'oneOrigin', leaves: ['CON-1'] });
  });
});

describe('what falls when one source is wrong', () => {
  it('is what cites it and what was drawn from that alone, and evidence loses just those', () => {
    const live = [
      told('source', 's'),
      told('source', 'other'),
      told('attachment', 'file', { source: 's' }),
      claim('a', { source: 's' }),
      claim('b', { basis: ['a'] }),
      claim('c', { source: 'other', basis: ['b'] }),
      verdict('CON-1', ['a', 'b', 'c']),
    ];
    const fallen = fallsWith(id('s'), live);
    expect([...fallen].sort()).toEqual(['a', 'b', 'file', 's']);
    expect(without(live, fallen).find(({ type }) => type === 'verdict')?.body.evidence).toEqual(['c']);
  });

  it('never reaches beyond what rests on it, and removing twice is removing once', () => {
    const graph = fc.array(
      fc.record({
        source: fc.option(fc.constantFrom('s0', 's1'), { nil: undefined }),
        basis: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(graph, (claims) => {
        const live = claims.map(({ source, basis }, i) =>
          claim(`c${i}`, { ...(source ? { source } : {}), basis: basis.map((below) => `c${below}`) }),
        );
        expect([...fallsWith(id('s2'), live)]).toEqual(['s2']);
        const fallen = fallsWith(id('s0'), live);
        const once = without(live, fallen);
        expect(without(once, fallen)).toEqual(once);
        expect([...fallsWith(id('s0'), once)]).toEqual(['s0']);
      }),
    );
  });

  it('in the sample: the legal status changes without the letter of the screening office, and not without others', () => {
    const live: LiveBody[] = sampleViews();
    const rows = ifWrong(live, DAY);
    expect(rows).toHaveLength(firstOf(live, 'source').size);
    const office = rows.find(({ source }) => source === sampleId('so-bti'));
    expect(office?.drift.length).toBeGreaterThan(0);
    expect(rows.at(-1)?.drift).toEqual([]);
  });
});
