import { describe, expect, it } from 'vitest';
import { graphmlText } from '#shared/export/graph/graphml.ts';
import { graphTables } from '#shared/export/graph/tables.ts';
import { arrange } from '#shared/map/arrange.ts';
import { openGraphOf } from '#shared/map/open-graph.ts';
import { CARD } from '#shared/map/scene/measures.ts';
import { chainOf } from './models.ts';

const model = chainOf('a>t t>c', { a: { country: 'NL', label: 'Erts & "Zn"' } });
const { layout } = arrange(model, {
  layout: 'tiers',
  targets: ['t'],
  size: CARD,
  direction: 'right',
  grouping: 'none',
  aspect: 1.6,
  pinned: new Map(),
  before: new Map(),
});
const graph = openGraphOf(model, layout);

describe('a map as data for other tools', () => {
  it('has every card with its tier and place, and every link between them', () => {
    expect(graph.nodes.map(({ id, attributes }) => [id, attributes.tier])).toEqual([
      ['a', -1],
      ['c', 1],
      ['t', 0],
    ]);
    expect(graph.edges.map(({ source, target }) => [source, target])).toEqual([
      ['a', 't'],
      ['t', 'c'],
    ]);
  });

  it('leaves out what is unknown', () => {
    expect(graph.nodes[0]?.attributes.country).toBe('NL');
    expect(graph.nodes[1]?.attributes).not.toHaveProperty('country');
  });

  it('names both ends in the table of links, and is well-formed as GraphML', () => {
    const [head, first] = graphTables(graph).edges.split(/\r?\n/);
    expect(head).toContain('source_name,');
    expect(first).toContain('"Erts & ""Zn"""');
    expect(graphmlText(graph)).toContain('Erts &amp; ');
  });
});
