import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { caseGraph } from '#shared/export/graph/case-graph.ts';
import { graphmlText } from '#shared/export/graph/graphml.ts';
import { GEXF, GRAPHML } from '#shared/import/graph/reader.ts';
import { XML_LIMITS, XmlStream } from '#shared/import/graph/xml.ts';
import type { RecordType } from '#shared/model/records.ts';
import { contextFor, factsOf, readAll, viewsOf } from '../../support/rows.ts';

const FUZZ = path.resolve(import.meta.dirname, '../../../../shared/data/fuzz/xlsx');

type Kept = ReturnType<typeof readAll>['kept'];
const bodies = (kept: Kept, type: RecordType) =>
  kept.filter((one) => one.type === type).map(({ body }) => body);
const saying = (kept: Kept, property: string) =>
  kept.filter(({ body }) => body.property === property).map(({ body }) => body.value);

const graphml = (inner: string): string =>
  `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">${inner}</graphml>`;

const SMALL = graphml(`
  <key id="d0" for="node" attr.name="Soort" attr.type="string"><default>onderneming</default></key>
  <key id="d1" for="node" attr.name="name" attr.type="string"/>
  <key id="d2" for="node" attr.name="Omzet" attr.type="double"/>
  <key id="d3" for="node" attr.name="pagerank" attr.type="double"/>
  <key id="d4" for="edge" attr.name="kind" attr.type="string"/>
  <key id="d5" for="edge" attr.name="capital_min" attr.type="double"/>
  <key id="d6" for="edge" attr.name="capital_max" attr.type="double"/>
  <key id="d7" for="node" yfiles.type="nodegraphics"/>
  <graph edgedefault="directed">
    <edge source="n0" target="n1"><data key="d4">owns</data><data key="d5">12.125</data><data key="d6">50</data></edge>
    <node id="n0"><data key="d0">persoon</data><data key="d1">Iris Bakker</data></node>
    <node id="n1"><data key="d7"><y:ShapeNode><y:NodeLabel>Lichtwerk B.V.</y:NodeLabel></y:ShapeNode></data>
      <data key="d2">1250.5</data><data key="d3">0.25</data></node>
    <node id="n2"><graph edgedefault="undirected"><node id="n2::n0"/><edge source="n2::n0" target="n1"/></graph></node>
    <edge source="n1" target="n2"/>
  </graph>`);

describe('a graph in GraphML', () => {
  const { kept, refused } = readAll(GRAPHML, SMALL);

  it('has its nodes as parties with their names, also those that a drawing program writes', () => {
    expect(refused).toEqual([]);
    expect(bodies(kept, 'person')).toEqual([{ name: 'Iris Bakker' }]);
    expect(bodies(kept, 'company').map(({ name }) => name)).toEqual(['Lichtwerk B.V.', 'n2::n0', 'n2']);
  });

  it('has attributes under our properties by their id or label, and keeps what it does not know in words', () => {
    expect(saying(kept, 'revenue')).toEqual([{ kind: 'number', number: 1250.5, unit: 'eur' }]);
    expect(saying(kept, 'description')).toEqual([{ kind: 'text', text: 'pagerank: 0.25' }]);
    expect(saying(kept, 'capital')).toEqual([{ kind: 'range', min: 12.125, max: 50, unit: 'percent' }]);
  });

  it('takes an edge without a kind as a supply, two-way as a collaboration, and says that this is assumed', () => {
    expect(
      bodies(kept, 'relation')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['collaborates', 'owns', 'supplies']);
    const assumed = kept.filter(({ body }) => body.property === 'exists' && body.certainty === 'assumption');
    expect(assumed).toHaveLength(2);
  });

  it('gives the same records wherever it is cut, and the second time', () => {
    for (const piece of [1, 13, 400])
      expect(readAll(GRAPHML, SMALL, contextFor(), piece)).toEqual(readAll(GRAPHML, SMALL));
  });

  it('of another file has other nodes, though that calls them n0 too', () => {
    const other = readAll(GRAPHML, graphml('<graph><node id="n0"/></graph>')).kept.map(
      ({ record }) => record,
    );
    expect(kept.map(({ record }) => record)).not.toContain(other[0]);
  });

  it('names the line and attribute of what is wrong', () => {
    const text = graphml(`
      <key id="a" for="edge" attr.name="capital" attr.type="double"/>
      <graph><node id="x"/><node id="y"/><node id="x"/>
      <edge source="x" target="z"/>
      <edge source="x" target="y"><data key="a">150</data></edge>
      <edge source="y" target="y"/></graph>`);
    const found = readAll(GRAPHML, text).refused.map(({ line, problem }) => [
      line,
      problem.field,
      problem.code,
    ]);
    expect(found.sort()).toEqual([
      [3, 'id', 'keyTwice'],
      [4, 'target', 'referenceUnknown'],
      [5, 'capital', 'valueTooLarge'],
      [6, 'id', 'relationToItself'],
    ]);
  });
});

describe('a graph in GEXF', () => {
  const text = `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">
    <attributes class="node"><attribute id="0" title="type" type="string"><default>company</default></attribute>
      <attribute id="1" title="Country" type="string"/></attributes>
    <attributes class="edge"><attribute id="0" title="relation" type="string"/></attributes>
    <nodes><node id="a" label="Lichtwerk"><attvalues><attvalue for="1" value="nl"/></attvalues></node>
      <node id="b" label="Laser"><attvalues><attvalue for="0" value="Technologie"/></attvalues></node></nodes>
    <edges><edge id="0" source="a" target="b" type="directed" weight="3" start="2021-04-01"><attvalues><attvalue for="0" value="ontwikkelt"/></attvalues></edge></edges>
    </graph></gexf>`;
  const { kept, refused } = readAll(GEXF, text);

  it('has its nodes and edges with declared attributes, defaults and periods', () => {
    expect(refused).toEqual([]);
    expect(bodies(kept, 'company')).toEqual([{ name: 'Lichtwerk', form: 'company', country: 'NL' }]);
    expect(bodies(kept, 'technology')).toEqual([{ name: 'Laser' }]);
    expect(bodies(kept, 'relation')).toMatchObject([{ kind: 'develops', validFrom: '2021-04-01' }]);
    expect(saying(kept, 'relationNote')).toEqual([{ kind: 'text', text: 'weight: 3' }]);
  });
});

describe('our own graph', () => {
  it('comes back as the same parties, relations and values, and goes out again as the same text', () => {
    const views = viewsOf(readAll(GRAPHML, SMALL).kept);
    const text = graphmlText(caseGraph(views).graph);
    const back = viewsOf(readAll(GRAPHML, text).kept);
    const entities = (from: typeof views) => factsOf(from.filter(({ type }) => type !== 'claim'));
    expect(entities(back)).toEqual(entities(views));
    const values = (from: typeof views) =>
      from
        .flatMap(({ type, body }) =>
          type === 'claim' && body.property !== 'description'
            ? [JSON.stringify([body.subject, body.property, body.value])]
            : [],
        )
        .sort();
    expect(values(back)).toEqual(values(views));
    expect(
      graphmlText(caseGraph(viewsOf(readAll(GRAPHML, graphmlText(caseGraph(back).graph)).kept)).graph),
    ).toBe(graphmlText(caseGraph(back).graph));
  });
});

/** Why a text is refused as a whole. */
const refusalOf = (text: string): string | undefined => {
  const { refused, broken } = readAll(GRAPHML, text);
  return broken ? refused.at(-1)?.problem.code : undefined;
};

describe('hostile XML', () => {
  const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${[...Array(9).keys()]
    .map((i) => `<!ENTITY lol${i + 1} "${`&lol${i || ''};`.repeat(10)}">`)
    .join('')}]><graphml>&lol9;</graphml>`;

  it('with a document type is refused before any entity is declared: bombs, and files from elsewhere', () => {
    expect(refusalOf(LAUGHS)).toBe('xmlForbidden');
    expect(refusalOf('<!DOCTYPE g SYSTEM "file:///etc/passwd"><graphml/>')).toBe('xmlForbidden');
    expect(
      refusalOf('<!DOCTYPE g [<!ENTITY x SYSTEM "http://voorbeeld.invalid/x">]><graphml>&x;</graphml>'),
    ).toBe('xmlForbidden');
  });

  it('with an entity that nobody declared, without an end or with what XML forbids is refused', () => {
    for (const text of [
      '<graphml>&x;</graphml>',
      '<graphml><graph>',
      '<graphml a="1" a="2"/>',
      '<graphml>\u0000</graphml>',
      '<a><b></a></b>',
      '&lt;',
      '<',
    ])
      expect(refusalOf(text), text).toBe('xmlSyntax');
    expect(refusalOf('<html/>')).toBe('graphShape');
  });

  it('that nests without end, never closes a tag or writes endless text is stopped within its limits', () => {
    expect(refusalOf(graphml('<a>'.repeat(100_000)))).toBe('xmlTooLarge');
    expect(refusalOf(graphml(`<node id="${'x'.repeat(2_000_000)}"/>`))).toBe('xmlTooLarge');
    expect(refusalOf(graphml('x'.repeat(2_000_000)))).toBe('xmlTooLarge');
    expect(refusalOf(`<!DOCTYPE a [${'<!ENTITY a "b">'.repeat(200_000)}`)).toBe('xmlTooLarge');
    expect(XML_LIMITS.depth).toBeLessThan(100);
  });

  it.skipIf(!existsSync(FUZZ))('out of hostile spreadsheets is refused or read, and ends', () => {
    const names = [
      'poi/test-data/spreadsheet/poc-xmlbomb.xlsx',
      'poi/test-data/spreadsheet/poc-shared-strings.xlsx',
    ];
    const files = names.map((name) => path.join(FUZZ, name)).filter((file) => existsSync(file));
    expect(files.length).toBeGreaterThan(0);
    let forbidden = 0;
    for (const file of files)
      for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(readFileSync(file))))) {
        if (!name.endsWith('.xml')) continue;
        const stream = new XmlStream({ open: () => undefined, close: () => undefined });
        const failure = stream.push(new TextDecoder().decode(bytes)) ?? stream.end();
        if (failure?.code === 'xmlForbidden') forbidden += 1;
      }
    expect(forbidden).toBeGreaterThan(0);
  });
});
