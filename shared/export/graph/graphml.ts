import { type Attributes, type AttributeType, attributeTypes, type OpenGraph } from './open-graph.ts';

/** Characters that XML 1.0 cannot hold, not even as a reference; each becomes the replacement character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader would turn these into spaces and line feeds.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text as it stands in XML, in an attribute and between tags alike; half a surrogate pair is replaced. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"\r\n\t]/g, (character) => ESCAPES[character] as string);

type Keys = ReadonlyMap<string, { readonly id: string; readonly type: AttributeType }>;

const keysFor = (letter: string, types: ReadonlyMap<string, AttributeType>): Keys =>
  new Map([...types].map(([name, type], at) => [name, { id: `${letter}${at}`, type }]));

const keyLines = (domain: 'node' | 'edge', keys: Keys): string[] =>
  [...keys].map(
    ([name, { id, type }]) =>
      `  <key id="${id}" for="${domain}" attr.name="${escaped(name)}" attr.type="${type}"/>`,
  );

const dataLines = (attributes: Attributes, keys: Keys): string[] =>
  Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `      <data key="${keys.get(name)?.id}">${escaped(String(value))}</data>`);

/**
 * A graph as GraphML (Brandes et al. 2002, graphml.graphdrawing.org), for Gephi, yEd, Cytoscape and networkx. Attributes
 * are declared with their type. The same graph gives the same text; reading it gives the graph back, but for characters
 * that XML cannot hold.
 */
export function graphmlText({ nodes, edges }: OpenGraph): string {
  const nodeKeys = keysFor('n', attributeTypes(nodes));
  const edgeKeys = keysFor('e', attributeTypes(edges));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keyLines('node', nodeKeys),
    ...keyLines('edge', edgeKeys),
    '  <graph edgedefault="directed">',
    ...nodes.map(({ id, attributes }) =>
      [`    <node id="${escaped(id)}">`, ...dataLines(attributes, nodeKeys), '    </node>'].join('\n'),
    ),
    ...edges.map(({ id, source, target, directed, attributes }) =>
      [
        `    <edge id="${escaped(id)}" source="${escaped(source)}" target="${escaped(target)}"${directed ? '' : ' directed="false"'}>`,
        ...dataLines(attributes, edgeKeys),
        '    </edge>',
      ].join('\n'),
    ),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
