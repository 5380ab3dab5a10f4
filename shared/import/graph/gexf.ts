import { type GraphElement, GraphXml } from './elements.ts';
import type { XmlElement } from './xml.ts';

type Declared = { readonly title: string; fallback?: string };
type Open = {
  readonly element: XmlElement;
  readonly kind: 'node' | 'edge';
  readonly attributes: Map<string, string>;
};

/** What an element says in its own attributes, besides its id and its ends. */
const OWN = ['label', 'weight', 'start', 'end', 'kind'] as const;

/**
 * Nodes and edges of GEXF 1.1 to 1.3 (gexf.net). Declared attributes go by their title, with the default of the
 * declaration where an element does not say them; an attribute with several spells has its values joined. Nodes inside
 * nodes are read as one graph; positions and colours are passed over.
 */
export class GexfXml extends GraphXml {
  readonly #declared = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() };
  readonly #open: Open[] = [];
  #scope: 'node' | 'edge' | undefined;
  #attribute: Declared | undefined;
  #directed = true;

  open(element: XmlElement): void {
    const { name, attributes } = element;
    const kind = name === 'node' || name === 'edge' ? name : undefined;
    if (name === 'gexf') this.isGraph = true;
    if (name === 'graph') this.#directed = attributes.get('defaultedgetype') !== 'undirected';
    if (name === 'attributes') this.#scope = attributes.get('class') === 'edge' ? 'edge' : 'node';
    if (name === 'attribute' && this.#scope) {
      const id = attributes.get('id') ?? '';
      const declared: Declared = { title: attributes.get('title') ?? id };
      this.#declared[this.#scope].set(id, declared);
      this.#attribute = declared;
    }
    if (kind !== undefined) this.#open.push({ element, kind, attributes: new Map() });
    const open = this.#open.at(-1);
    if (name === 'attvalue' && open) {
      const at = attributes.get('for') ?? attributes.get('id') ?? '';
      const title = this.#declared[open.kind].get(at)?.title ?? at;
      const value = attributes.get('value') ?? '';
      const before = open.attributes.get(title);
      if (value !== '') open.attributes.set(title, before === undefined ? value : `${before}; ${value}`);
    }
  }

  close(name: string, text: string): void {
    if (name === 'default' && this.#attribute) this.#attribute.fallback = text;
    if (name === 'attribute') this.#attribute = undefined;
    if (name === 'attributes') this.#scope = undefined;
    const open = this.#open.at(-1);
    if (!open || name !== open.kind) return;
    this.#open.pop();
    this.emit(this.#whole(open));
  }

  #whole({ element, kind, attributes }: Open): GraphElement {
    const { line, attributes: own } = element;
    for (const { title, fallback } of this.#declared[kind].values())
      if (fallback !== undefined && !attributes.has(title)) attributes.set(title, fallback);
    for (const name of OWN) {
      const value = own.get(name);
      if (value !== undefined && value !== '' && !attributes.has(name)) attributes.set(name, value);
    }
    const shared = { line, id: own.get('id'), attributes };
    if (kind === 'node') return { ...shared, kind };
    const type = own.get('type');
    const directed = type === undefined ? this.#directed : type === 'directed';
    return { ...shared, kind, directed, source: own.get('source'), target: own.get('target') };
  }
}
