import { type GraphElement, GraphXml } from './elements.ts';
import type { XmlElement } from './xml.ts';

type Key = { readonly name: string; readonly domain: string; fallback?: string };
type Open = {
  readonly element: XmlElement;
  readonly kind: 'node' | 'edge';
  readonly directed: boolean;
  readonly attributes: Map<string, string>;
};

const LABELS: ReadonlySet<string> = new Set(['NodeLabel', 'EdgeLabel']);

/**
 * Nodes and edges of GraphML. Declared attributes go by their declared name, with the default of the declaration where
 * an element does not say them; labels that yEd draws count as `label`. Graphs inside nodes are read as one graph;
 * hyperedges and ports are not edges between two and are passed over.
 */
export class GraphmlXml extends GraphXml {
  readonly #keys = new Map<string, Key>();
  readonly #directed: boolean[] = [];
  readonly #open: Open[] = [];
  #key: Key | undefined;
  #data: string | undefined;
  #label = '';

  open(element: XmlElement): void {
    const { name, attributes } = element;
    if (name === 'graphml') this.isGraph = true;
    if (name === 'graph') this.#directed.push(attributes.get('edgedefault') !== 'undirected');
    if (name === 'key') {
      const id = attributes.get('id') ?? '';
      const key: Key = { name: attributes.get('attr.name') ?? id, domain: attributes.get('for') ?? 'all' };
      this.#keys.set(id, key);
      this.#key = key;
    }
    if (name === 'node' || name === 'edge') {
      const said = attributes.get('directed');
      const directed = said === undefined ? (this.#directed.at(-1) ?? true) : said === 'true';
      this.#open.push({ element, kind: name, directed, attributes: new Map() });
    }
    if (name === 'data') {
      this.#data = attributes.get('key');
      this.#label = '';
    }
  }

  close(name: string, text: string): void {
    const open = this.#open.at(-1);
    if (name === 'default' && this.#key) this.#key.fallback = text;
    if (name === 'key') this.#key = undefined;
    if (name === 'graph') this.#directed.pop();
    if (LABELS.has(name) && text.trim() !== '') this.#label = text.trim();
    if (name === 'data' && open && this.#data !== undefined) {
      const said = this.#keys.get(this.#data)?.name ?? this.#data;
      if (text.trim() !== '') open.attributes.set(said, text);
      if (this.#label !== '' && !open.attributes.has('label')) open.attributes.set('label', this.#label);
      this.#data = undefined;
    }
    if (open && name === open.kind) {
      this.#open.pop();
      this.emit(this.#whole(open));
    }
  }

  #whole({ element, kind, directed, attributes }: Open): GraphElement {
    for (const { name, domain, fallback } of this.#keys.values())
      if (fallback !== undefined && (domain === kind || domain === 'all') && !attributes.has(name))
        attributes.set(name, fallback);
    const { line, attributes: own } = element;
    const shared = { line, id: own.get('id'), attributes };
    return kind === 'node'
      ? { ...shared, kind }
      : { ...shared, kind, directed, source: own.get('source'), target: own.get('target') };
  }
}
