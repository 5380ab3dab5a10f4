import { describe, expect, it } from 'vitest';
import type { InterestView, OwnershipNode } from '#shared/ipc/ownership.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { chartView, collapsedAtFirst, togetherOf } from '#shared/ownership/chart-view.ts';

const node = (id: string, layer: number, more: Partial<OwnershipNode> = {}): OwnershipNode => ({
  record: id as RecordId,
  type: 'company',
  label: id,
  marking: 'open',
  opaque: false,
  party: false,
  also: [],
  layer,
  ...more,
});
const holds = (from: string, to: string, kind: InterestView['kind'] = 'owns', value = 0.1): InterestView => ({
  relation: `${from}>${to}` as RecordId,
  kind,
  from: from as RecordId,
  to: to as RecordId,
  disputed: false,
  unsourced: false,
  sources: [],
  ...(kind === 'owns' ? { capital: { kind: 'exact', value } } : {}),
});

const nodes = [
  node('T', 0),
  ...['a', 'b', 'c', 'mid'].map((id) => node(id, 1)),
  node('hidden', 1, { opaque: true }),
  node('state', 2, { party: true }),
  node('S', -1),
];
const interests = [
  ...['a', 'b', 'c', 'mid', 'hidden'].map((id) => holds(id, 'T')),
  holds('state', 'mid', 'controls'),
  holds('T', 'S'),
];
const all = { collapsed: new Set<string>(), bundle: true };
const view = (options: Partial<typeof all> = {}) => chartView('T', nodes, interests, { ...all, ...options });

describe('what the chart shows', () => {
  it('lists holders that have nobody behind them, and never hides a party or an unknown owner in a list', () => {
    const { bundles, nodes: cards } = view();
    expect(bundles.map(({ at, side, interests: own }) => [at, side, own.map(({ from }) => from)])).toEqual([
      ['T', 'holders', ['a', 'b', 'c']],
    ]);
    expect(cards.map(({ record }) => record)).toEqual(['T', 'mid', 'hidden', 'state', 'S']);
  });

  it('gives everybody a card when lists are off', () => {
    expect(view({ bundle: false })).toMatchObject({ bundles: [], nodes });
  });

  it('keeps directors apart from holders', () => {
    const directors = ['x', 'y', 'z'];
    const { bundles } = chartView(
      'T',
      [...nodes, ...directors.map((id) => node(id, 1))],
      [...interests, ...directors.map((id) => holds(id, 'T', 'directs'))],
      all,
    );
    expect(bundles.map(({ side }) => side)).toEqual(['holders', 'directors']);
  });

  it('hides what lies behind a collapsed card and says how much', () => {
    const { nodes: cards, hidden, branches } = view({ collapsed: new Set(['mid']) });
    expect(cards.map(({ record }) => record)).not.toContain('state');
    expect([...hidden]).toEqual([['mid', 1]]);
    expect([...branches]).toEqual(['mid']);
  });

  it('keeps an owner that is also reached by another way than the collapsed one', () => {
    const { nodes: cards, interests: lines } = chartView('T', nodes, [...interests, holds('state', 'T')], {
      collapsed: new Set(['mid']),
      bundle: false,
    });
    expect(cards.map(({ record }) => record)).toContain('state');
    expect(lines.map(({ relation }) => relation)).not.toContain('state>mid');
  });

  it('marks the ways from a party to the target, also while they are collapsed', () => {
    expect([...view({ collapsed: new Set(['mid']) }).onPath].sort()).toEqual(['mid>T', 'state>mid']);
  });

  it('opens a small picture whole and a large one at the layers that fit', () => {
    expect(collapsedAtFirst(nodes, 50).size).toBe(0);
    const wide = [...nodes, ...Array.from({ length: 60 }, (_, i) => node(`n${i}`, 3))];
    expect([...collapsedAtFirst(wide, 50)]).toEqual(['state']);
  });

  it('adds up a list only when every size is known', () => {
    expect(togetherOf([holds('a', 'T', 'owns', 0.25), holds('b', 'T', 'owns', 0.5)])).toEqual({
      min: 0.75,
      max: 0.75,
    });
    expect(togetherOf([holds('a', 'T'), { ...holds('b', 'T'), capital: { kind: 'unknown' } }])).toBeNull();
  });
});
