import type { Block, Parts } from '#shared/dossier/blocks.ts';
import { composeDossier, type DossierInput } from '#shared/dossier/compose.ts';
import { Document, type DocumentInput, partsOf } from '#shared/dossier/document.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { VersionView } from '#shared/ipc/common.ts';
import { canonicalBytes, type Json, sha256Hex } from '#shared/model/canonical.ts';
import { type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { RECORDS, type RecordType } from '#shared/model/records.ts';

export const LOG = '7f2b7c1e-5d0a-4f6e-9b1a-0c3d5e7f9a1b' as LogId;
export const id = (key: string): RecordId =>
  key === 'case' ? (LOG as string as RecordId) : slotId(LOG, key);

const AUTHOR = { key: 'a'.repeat(64), name: 'Anna de Vries', department: 'EZ' } as VersionView['author'];
export const OTHER = { key: 'b'.repeat(64), name: 'Bram Kuiper', department: 'DEF' } as VersionView['author'];

/** A live version of the record behind a key; members that name records are given as ids. */
export function view(
  key: string,
  type: RecordType,
  body: { [member: string]: unknown },
  more: { marking?: Marking; author?: VersionView['author'] } = {},
): VersionView {
  const whole = RECORDS[type].body.parse(body) as { [member: string]: Json };
  const author = more.author ?? AUTHOR;
  const digest = sha256Hex(canonicalBytes([key, whole, author.name, more.marking ?? 'open']));
  return {
    record: id(key),
    type,
    digest: digest as VersionView['digest'],
    marking: more.marking ?? 'open',
    body: whole,
    change: sha256Hex(canonicalBytes(key)) as VersionView['change'],
    author,
    time: '2026-11-20T09:30:00.000Z' as VersionView['time'],
  };
}

export const caseView = (body: object = {}, marking: Marking = 'open'): VersionView =>
  view(
    'case',
    'case',
    {
      title: 'Belang in Lichtwerk',
      status: 'assessment',
      leadDepartment: 'EZ',
      trigger: 'foreseenDeal',
      company: id('company'),
      ...body,
    },
    { marking },
  );

/** A claim about the company unless told otherwise, from source A2 unless told otherwise. */
export const claim = (
  key: string,
  property: string,
  value: object,
  body: object = {},
  more: Parameters<typeof view>[3] = {},
): VersionView =>
  view(
    key,
    'claim',
    {
      subject: id('company'),
      property,
      value,
      source: id('register'),
      reliability: 'A',
      credibility: '2',
      certainty: 'asserted',
      ...body,
    },
    more,
  );

/** A small case: a company, its holder with a share, a register as source. */
export const SMALL: readonly VersionView[] = [
  caseView(),
  view('company', 'company', { name: 'Lichtwerk B.V.', form: 'company', country: 'NL' }),
  view('holder', 'company', { name: 'Noorderfonds', form: 'fund', country: 'DE' }),
  view('register', 'source', { title: 'Uittreksel Lichtwerk', kind: 'register', reliability: 'A' }),
  view('report', 'source', { title: 'Jaarverslag Lichtwerk', kind: 'annualReport', reliability: 'B' }),
  view('stake', 'relation', { kind: 'owns', from: id('holder'), to: id('company') }),
  claim('seat', 'seat', { kind: 'text', text: 'Eindhoven' }, { page: '4' }),
];

export const inputOf = (views: readonly VersionView[], more: Partial<DossierInput> = {}): DossierInput => ({
  lang: 'nl',
  logId: LOG,
  pack: BEV_2023,
  views,
  author: 'Anna de Vries',
  programVersion: '1.2.3',
  digest: 'c'.repeat(64),
  changes: 12,
  lastChange: '2026-11-20T09:30:00.000Z' as DossierInput['lastChange'],
  embedded: false,
  withheld: 0,
  frozen: [],
  pastAbove: false,
  conflicts: [],
  maskedKnown: [],
  signers: new Map(),
  dangling: [],
  unreadable: 0,
  ...more,
});

/** Composes and checks every promise of `Document`: anchors, citations, references, headings. */
export function compose(views: readonly VersionView[], more: Partial<DossierInput> = {}): Document {
  const document: DocumentInput = composeDossier(inputOf(views, more));
  return Document.parse(document);
}

const plain = (parts: Parts): string =>
  parts
    .map((part) =>
      part.kind === 'cite' ? `[${part.n}]` : part.kind === 'chip' ? `<${part.word}>` : part.text,
    )
    .join('');

/** The pair of a term in any block of facts, as text: citations as `[1]`, chips as `<Onbekend>`. */
export const fact = (document: Document, term: string): string | undefined =>
  document.blocks
    .flatMap((block) => (block.kind === 'facts' ? block.items : []))
    .filter((item) => item.term === term)
    .map(({ value }) => plain(value))
    .join('\n') || undefined;

/** The rows of a table as text. */
export const rows = (document: Document, table: string): string[][] =>
  document.blocks.flatMap((block) =>
    block.kind === 'table' && block.id === table ? block.rows.map((row) => row.cells.map(plain)) : [],
  );

export const evidence = (document: Document) =>
  document.blocks.flatMap((block) => (block.kind === 'evidence' ? block.items : []));

/** Everything that a reader can read, as one text. */
export const wordsOf = (document: Document): string => {
  const words: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (!['id', 'to', 'svg', 'kind', 'tone', 'outcome', 'align', 'sha256', 'digest'].includes(key))
        words.push(value);
    } else if (Array.isArray(value)) for (const one of value) walk(one, key);
    else if (value !== null && typeof value === 'object')
      for (const [name, one] of Object.entries(value))
        if (!(name === 'code' && 'short' in value)) walk(one, name);
  };
  walk({ ...document, lang: undefined }, '');
  return words.join('\n');
};

/** The bones of a document, without its words. */
export const bones = (document: Document): unknown =>
  document.blocks.map((block: Block) => [
    block.kind,
    'id' in block ? block.id : null,
    block.marking?.code ?? null,
    partsOf(block).map((parts) => parts.flatMap((part) => (part.kind === 'cite' ? [part.n] : []))),
    block.kind === 'table' ? [block.columns.length, block.rows.map((row) => row.marking?.code)] : null,
    block.kind === 'facts' ? block.items.map((item) => item.marking?.code) : null,
    block.kind === 'evidence' ? block.items.map(({ n, title }) => [n, title]) : null,
  ]);
