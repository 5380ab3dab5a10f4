/** A value that a graph file can type; a date or a code is text. */
export type AttributeValue = string | number | boolean;
export type Attributes = Readonly<Record<string, AttributeValue>>;

/**
 * A graph as other tools read it: nodes and edges with attributes, each attribute of one type wherever it stands. An
 * attribute that is absent says nothing.
 */
export type OpenGraph = {
  readonly nodes: readonly { readonly id: string; readonly attributes: Attributes }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
    readonly directed: boolean;
    readonly attributes: Attributes;
  }[];
};

export type AttributeType = 'string' | 'double' | 'boolean';

const typeOf = (value: AttributeValue): AttributeType =>
  typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'boolean' : 'string';

/** Every attribute of some items with its type, in the order of their names; one that is of two types is text. */
export function attributeTypes(
  items: Iterable<{ readonly attributes: Attributes }>,
): ReadonlyMap<string, AttributeType> {
  const types = new Map<string, AttributeType>();
  for (const { attributes } of items)
    for (const [name, value] of Object.entries(attributes)) {
      const known = types.get(name);
      const type = typeOf(value);
      types.set(name, known === undefined || known === type ? type : 'string');
    }
  return new Map([...types].sort(([a], [b]) => (a < b ? -1 : 1)));
}
