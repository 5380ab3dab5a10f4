import { PartialDate } from '../../model/dates.ts';
import { RecordId, slotId } from '../../model/ids.ts';
import { Marking } from '../../model/marking.ts';
import type { SubjectKind } from '../../model/properties.ts';
import type { Value } from '../../model/value.ts';
import type { TextFormat } from '../formats.ts';
import { claimBodyOf, type Made, rowOf, short } from '../made.ts';
import type { FileRow, ReadContext, Reader } from '../reader.ts';
import { type Attributes, attributesOf, bodyOf, NAMES, take, word } from './attributes.ts';
import type { GraphElement, GraphXml } from './elements.ts';
import { GexfXml } from './gexf.ts';
import { GraphmlXml } from './graphml.ts';
import { meaningOf, saidBy } from './values.ts';
import { KIND_WORDS, plainName, TYPE_WORDS } from './words.ts';
import { type XmlFailure, XmlStream } from './xml.ts';

type Edge = Extract<GraphElement, { kind: 'edge' }>;

/** An edge that tells a share is an interest, whatever it is called. */
const SHARES: readonly string[] = ['capital', 'votes'];

/**
 * Reads a graph of another tool: nodes become parties and things, edges relations, and every attribute whose name is a
 * property of ours (by id or label, in Dutch or English) a fact; other attributes are kept as words. A node without a
 * type is a company, an edge without a kind a supply (two-way: a collaboration), and that it is so is an assumption.
 * Names of nodes are the file's own, so a node has its place by its name and label together.
 */
class GraphReader implements Reader<string> {
  readonly #context: ReadContext;
  readonly #xml: GraphXml;
  readonly #stream: XmlStream;
  readonly #records = new Map<string, RecordId>();
  readonly #waiting: Edge[] = [];
  readonly #parallel = new Map<string, number>();
  #failed = false;

  constructor(context: ReadContext, xml: GraphXml) {
    this.#context = context;
    this.#xml = xml;
    this.#stream = new XmlStream(xml);
  }

  push(piece: string): readonly FileRow[] {
    return this.#read(this.#stream.push(piece));
  }

  end(): readonly FileRow[] {
    if (this.#failed) return [];
    const rows = this.#read(this.#stream.end());
    const late = this.#waiting.map((edge) => this.#edge(edge));
    const [last] = this.#xml.isGraph || this.#failed ? [] : [this.#broken({ code: 'graphShape', line: 1 })];
    return [...rows, ...late, ...(last ? [last] : [])];
  }

  #broken({
    code,
    line,
  }: {
    readonly code: XmlFailure['code'] | 'graphShape';
    readonly line: number;
  }): FileRow {
    return { line, records: [], problems: [{ code }], broken: true };
  }

  #read(failure: XmlFailure | undefined): FileRow[] {
    if (this.#failed) return [];
    const rows = this.#xml.take().flatMap((element): FileRow[] => {
      if (element.kind === 'node') return [this.#node(element)];
      const { source = '', target = '' } = element;
      if (this.#records.has(source) && this.#records.has(target)) return [this.#edge(element)];
      this.#waiting.push(element);
      return [];
    });
    if (failure) {
      this.#failed = true;
      rows.push(this.#broken(failure));
    }
    return rows;
  }

  #slot(what: 'node' | 'edge', id: string | undefined, ...parts: readonly string[]): RecordId {
    const own = RecordId.safeParse(id);
    const slot = JSON.stringify([id ?? '', ...parts]);
    return own.success ? own.data : slotId(this.#context.logId, `graph/${what}/${slot}`);
  }

  #claim(subject: RecordId, property: string, from: string, value: Value, assumed = false): Made {
    const { logId, basis } = this.#context;
    const slot = `graph/claim/${property}/${subject}/${from}`;
    const fragment = value.kind === 'text' ? value.text : JSON.stringify(value);
    return {
      record: slotId(logId, slot),
      type: 'claim',
      path: from,
      body: claimBodyOf(
        {
          subject,
          property,
          value,
          source: basis.source,
          path: from,
          fragment,
          note: this.#context.file,
          ...(assumed ? { certainty: 'assumption' as const } : {}),
        },
        basis,
      ),
    };
  }

  /** Facts out of attributes, and the attributes that we know nothing of as words. */
  #facts(
    subject: RecordId,
    kind: SubjectKind,
    attributes: Attributes,
    rest: 'description' | 'relationNote',
  ): { readonly made: readonly Made[] } | { readonly problem: FileRow['problems'][number] } {
    const said = saidBy(attributes.values(), kind);
    if (!said.ok) {
      const { field, ...params } = said.error.params ?? {};
      return { problem: { field: String(field ?? ''), code: said.error.code, params } };
    }
    return {
      made: [
        ...said.value.said.map(({ property, from, value }, at, all) => {
          // Several values of one attribute are told apart by their place among them.
          const before = all.slice(0, at).filter((one) => one.property === property).length;
          return this.#claim(subject, property, before === 0 ? from : `${from}[${before}]`, value);
        }),
        ...said.value.rest.map(([name, value]) =>
          this.#claim(subject, rest, name, { kind: 'text', text: short(`${name}: ${value.trim()}`, 20_000) }),
        ),
      ],
    };
  }

  #marking(attributes: Attributes): { marking?: Marking } {
    const marking = take(attributes, NAMES.marking, (value) => Marking.safeParse(value).data);
    return marking === undefined ? {} : { marking };
  }

  #node(element: GraphElement): FileRow {
    const { line, id } = element;
    const attributes = attributesOf(element);
    if (id === undefined || id === '')
      return { line, records: [], problems: [{ field: 'id', code: 'keyMissing' }] };
    const name = take(attributes, NAMES.name, word(400)) ?? short(id.trim() === '' ? '?' : id.trim(), 400);
    const type = take(attributes, NAMES.type, (value) => TYPE_WORDS.get(plainName(value))) ?? 'company';
    const record = this.#slot('node', id, name);
    const again = this.#records.get(id);
    if (again !== undefined)
      return {
        line,
        records: [],
        problems: [{ field: 'id', code: 'keyTwice', params: { key: short(id, 80) } }],
      };
    this.#records.set(id, record);
    const marking = this.#marking(attributes);
    const body = { name, ...bodyOf(type, attributes) };
    const facts = this.#facts(record, type, attributes, 'description');
    if ('problem' in facts) return { line, records: [], problems: [facts.problem], wanted: [record] };
    const main: Made = { record, type, path: 'id', body, ...marking };
    return rowOf(line, [main, ...facts.made.map((one) => ({ ...one, ...marking }))], this.#context);
  }

  #edge(element: Edge): FileRow {
    const { line, source = '', target = '', directed } = element;
    const attributes = attributesOf(element);
    const [from, to] = [this.#records.get(source), this.#records.get(target)];
    const missing = from === undefined ? 'source' : 'target';
    if (from === undefined || to === undefined) {
      const key = short((from === undefined ? source : target) || '?', 80);
      return { line, records: [], problems: [{ field: missing, code: 'referenceUnknown', params: { key } }] };
    }
    const named = take(attributes, NAMES.kind, (value) => KIND_WORDS.get(plainName(value)));
    const shares = [...attributes.values()].some(([name]) =>
      SHARES.includes(meaningOf(name)?.property ?? ''),
    );
    const kind = named ?? (shares ? 'owns' : directed ? 'supplies' : 'collaborates');
    const pair = `${kind}/${from}/${to}`;
    const count = this.#parallel.get(pair) ?? 0;
    this.#parallel.set(pair, count + 1);
    const record = this.#slot(
      'edge',
      element.id,
      kind,
      from,
      to,
      String(element.id === undefined ? count : ''),
    );
    const marking = this.#marking(attributes);
    const label = take(attributes, NAMES.label, word(400));
    const day = (value: string) => PartialDate.safeParse(value.slice(0, 10)).data;
    const [validFrom, validTo] = [take(attributes, NAMES.from, day), take(attributes, NAMES.to, day)];
    const period = { ...(validFrom ? { validFrom } : {}), ...(validTo ? { validTo } : {}) };
    const body = { kind, from, to, ...(label === undefined ? {} : { label }), ...period };
    const facts = this.#facts(record, kind, attributes, 'relationNote');
    if ('problem' in facts) return { line, records: [], problems: [facts.problem], wanted: [record] };
    const exists = facts.made.some(({ body: one }) => one.property === 'exists')
      ? []
      : [this.#claim(record, 'exists', 'source', { kind: 'yesNo', yes: true }, named === undefined)];
    const all: Made[] = [{ record, type: 'relation', path: 'id', body }, ...exists, ...facts.made];
    return rowOf(
      line,
      all.map((one) => ({ ...one, ...marking })),
      this.#context,
    );
  }
}

/** GraphML, as Gephi, yEd, Cytoscape and networkx write it. */
export const GRAPHML: TextFormat = {
  extensions: ['graphml', 'xml'],
  looksLike: (head, name) => (/<(?:\w+:)?graphml[\s>]/.test(head) ? 3 : name.endsWith('.graphml') ? 2 : 0),
  open: (context) => new GraphReader(context, new GraphmlXml()),
};

/** GEXF, as Gephi writes it. */
export const GEXF: TextFormat = {
  extensions: ['gexf'],
  looksLike: (head, name) => (/<(?:\w+:)?gexf[\s>]/.test(head) ? 3 : name.endsWith('.gexf') ? 2 : 0),
  open: (context) => new GraphReader(context, new GexfXml()),
};
