import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, neutralCell } from '#shared/export/csv.ts';
import { caseGraph } from '#shared/export/graph/case-graph.ts';
import { graphmlText } from '#shared/export/graph/graphml.ts';
import type { OpenGraph } from '#shared/export/graph/open-graph.ts';
import { graphTables } from '#shared/export/graph/tables.ts';
import type { View } from '#shared/export/told.ts';
import { parseCsv } from '#shared/import/csv.ts';
import { GraphmlXml } from '#shared/import/graph/graphml.ts';
import { XmlStream } from '#shared/import/graph/xml.ts';
import { sha256Hex } from '#shared/model/canonical.ts';
import { type RecordId, slotId } from '#shared/model/ids.ts';
import { LOG_ID } from '../../support/rows.ts';

const PAYLOADS = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/fuzz/csv-injection/Intruder/csv-payload.txt',
);

/** The graph that a GraphML text holds, with attributes as text. */
function readGraph(text: string) {
  const xml = new GraphmlXml();
  const stream = new XmlStream(xml);
  expect(stream.push(text) ?? stream.end()).toBeUndefined();
  return xml.take();
}
const asText = ({ nodes, edges }: OpenGraph) => {
  const texts = (attributes: object) =>
    new Map(
      Object.entries(attributes).flatMap(([name, value]) =>
        String(value).trim() === '' ? [] : [[name, String(value)]],
      ),
    );
  return [
    ...nodes.map(({ id, attributes }) => ({ kind: 'node', id, attributes: texts(attributes) })),
    ...edges.map(({ id, source, target, directed, attributes }) => ({
      kind: 'edge',
      id,
      source,
      target,
      directed,
      attributes: texts(attributes),
    })),
  ];
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these, which has a test of its own
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const words = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !UNWRITABLE.test(text));
const attributes = fc.dictionary(
  fc.constantFrom('label', 'capital', 'Prijs (€)', 'a<b&"c"'),
  fc.oneof(words, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
);
const graphs: fc.Arbitrary<OpenGraph> = fc
  .tuple(
    fc.array(attributes, { minLength: 1, maxLength: 5 }),
    fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.boolean(), attributes), { maxLength: 6 }),
  )
  .map(([nodes, edges]) => ({
    nodes: nodes.map((one, i) => ({ id: `k<${i}>`, attributes: one })),
    edges: edges.map(([from, to, directed, one], i) => ({
      id: `e${i}`,
      source: `k<${from % nodes.length}>`,
      target: `k<${to % nodes.length}>`,
      directed,
      attributes: one,
    })),
  }));

describe('a graph as GraphML', () => {
  it('comes back as the graph that it was', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const back = readGraph(graphmlText(graph)).map(({ line: _, ...rest }) => rest);
        expect(back).toEqual(asText(graph));
      }),
    );
  });

  it('declares each attribute with its type, and one of two types as text', () => {
    const text = graphmlText({
      nodes: [
        { id: 'a', attributes: { n: 1, b: true, m: 2 } },
        { id: 'b', attributes: { n: 0.5, b: false, m: 'twee' } },
      ],
      edges: [],
    });
    expect(text.match(/attr\.name="\w" attr\.type="\w+"/g)).toEqual([
      'attr.name="b" attr.type="boolean"',
      'attr.name="m" attr.type="string"',
      'attr.name="n" attr.type="double"',
    ]);
  });

  it('replaces what XML cannot hold and is still read', () => {
    const [node] = readGraph(
      graphmlText({ nodes: [{ id: 'a\u0000', attributes: { x: '\ud800 \u0007' } }], edges: [] }),
    );
    expect(node).toMatchObject({ id: 'a\ufffd' });
    expect(node?.attributes.get('x')).toBe('\ufffd \ufffd');
  });
});

describe('a graph as tables', () => {
  it('has a column for every attribute and reads back cell by cell', () => {
    const { nodes, edges } = graphTables({
      nodes: [
        { id: 'a', attributes: { label: 'Licht, werk', capital: -2.5 } },
        { id: 'b', attributes: { vital: true } },
      ],
      edges: [{ id: 'e', source: 'a', target: 'b', directed: true, attributes: { kind: 'owns' } }],
    });
    const cells = (text: string) => {
      const rows = parseCsv(text);
      return rows.ok ? rows.value.map((row) => row.cells) : [];
    };
    expect(cells(nodes)).toEqual([
      ['id', 'capital', 'label', 'vital'],
      ['a', '-2.5', 'Licht, werk', ''],
      ['b', '', '', 'true'],
    ]);
    expect(cells(edges)).toEqual([
      ['id', 'source', 'target', 'directed', 'kind'],
      ['e', 'a', 'b', 'true', 'owns'],
    ]);
  });

  it('holds no cell that a spreadsheet would run', () => {
    const payloads = existsSync(PAYLOADS) ? readFileSync(PAYLOADS, 'utf8').split(/\r?\n/) : [];
    const hostile = [...payloads, '=1+1', '+cmd', '-2+3', '@SUM(1)', '\t=1', ' =1', '＝1', '\r=1'].filter(
      (text) => text !== '',
    );
    for (const text of hostile) {
      const cell = neutralCell(text);
      expect(/^[\s\u00a0]*[=+\-@＝]/.test(cell), text).toBe(false);
      const read = parseCsv(csvText([[text, 'x']]));
      expect(read.ok && read.value[0]?.cells[0], text).toBe(cell);
    }
    expect(['-2.5', '+3', '1e-9', 'a=b', '12'].map(neutralCell)).toEqual(['-2.5', '+3', '1e-9', 'a=b', '12']);
  });
});

const id = (name: string): RecordId => slotId(LOG_ID, name);
const view = (name: string, type: View['type'], body: object): View => ({
  record: id(name),
  type,
  marking: 'open',
  body: body as View['body'],
  digest: sha256Hex(new TextEncoder().encode(name)) as View['digest'],
});
const claim = (name: string, subject: string, property: string, value: object): View =>
  view(name, 'claim', {
    subject: id(subject),
    property,
    value,
    reliability: 'B',
    credibility: '2',
    certainty: 'asserted',
    basis: [],
  });

describe('a case as a graph', () => {
  it('tells a number where claims agree, bounds where they do not, and never a number for what is unknown', () => {
    const { graph, leftOut } = caseGraph([
      view('a', 'company', { name: 'A', form: 'fund', country: 'NL' }),
      view('b', 'company', { name: 'B', form: 'company' }),
      view('r', 'relation', { kind: 'owns', from: id('a'), to: id('b'), validFrom: '2020' }),
      view('los', 'relation', { kind: 'owns', from: id('a'), to: id('weg') }),
      claim('1', 'r', 'capital', { kind: 'number', number: 30, unit: 'percent' }),
      claim('2', 'r', 'capital', { kind: 'range', min: 25, max: 50, unit: 'percent' }),
      claim('3', 'r', 'votes', { kind: 'undisclosed' }),
      claim('4', 'b', 'revenue', { kind: 'number', number: 5, unit: 'eur' }),
      claim('5', 'b', 'founded', { kind: 'date', date: '1999-05' }),
    ]);
    expect(leftOut).toBe(1);
    expect(graph.edges.map(({ attributes: one }) => one)).toEqual([
      {
        kind: 'owns',
        validFrom: '2020',
        marking: 'open',
        capital_min: 25,
        capital_max: 50,
        votes_missing: 'undisclosed',
      },
    ]);
    expect(graph.nodes.find((one) => one.id === id('b'))?.attributes).toEqual({
      label: 'B',
      type: 'company',
      form: 'company',
      marking: 'open',
      revenue: 5,
      revenue_unit: 'eur',
      founded: '1999-05',
    });
  });
});
