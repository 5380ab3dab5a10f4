import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { Block, type GateNode, MarkingText, type Parts } from './blocks.ts';

/** Every fixed word that the template prints, so that the template itself has no language. */
export const Labels = z.strictObject({
  /** What kind of document this is, above the title: "Dossier". */
  kind: z.string().min(1),
  contents: z.string().min(1),
  page: z.string().min(1),
  /** As in "Pagina 2 van 9". */
  of: z.string().min(1),
  reference: z.string().min(1),
  marking: z.string().min(1),
  asOf: z.string().min(1),
  version: z.string().min(1),
  author: z.string().min(1),
  department: z.string().min(1),
  digest: z.string().min(1),
  figure: z.string().min(1),
  table: z.string().min(1),
  /** Before the number of a source, where a link names it: "Bron". */
  source: z.string().min(1),
  publisher: z.string().min(1),
  date: z.string().min(1),
  accessed: z.string().min(1),
  grade: z.string().min(1),
  quote: z.string().min(1),
  /** Page within a source: "p.". */
  sourcePage: z.string().min(1),
  url: z.string().min(1),
  sha256: z.string().min(1),
  /** Before the links back from a source to where it is cited: "Aangehaald op pagina". */
  citedOn: z.string().min(1),
  /** Said of a source that nothing cites. */
  notCited: z.string().min(1),
  /** Quotation marks, opening and closing. */
  quotes: z.tuple([z.string(), z.string()]),
  /** Names of the twelve months, January first. */
  months: z.array(z.string().min(1)).length(12),
});
export type Labels = z.infer<typeof Labels>;

const plainDocument = z.strictObject({
  /** A dossier of chapters, or one drawing on a page of its own size. */
  format: z.enum(['dossier', 'sheet']).default('dossier'),
  lang: z.enum(['nl', 'en']),
  title: z.string().min(1),
  subtitle: z.string().optional(),
  reference: z.string().min(1),
  /** Of the whole document; printed above and below every page. */
  marking: MarkingText,
  version: z.string().min(1),
  /** The day that the dossier describes; also the only date in the file's metadata. */
  asOf: Day,
  author: z.string().min(1),
  department: z.string().min(1),
  /** SHA-256 of the case state that was printed, in hex; the file's identifier is drawn from it. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** What it was made from, as further rows of the cover: number of changes, framework, ceiling, program version. */
  generatedFrom: z.array(z.strictObject({ label: z.string().min(1), value: z.string() })).default([]),
  labels: Labels,
  blocks: z.array(Block),
});

type PlainDocument = z.infer<typeof plainDocument>;

const gateParts = (nodes: readonly GateNode[]): Parts[] =>
  nodes.flatMap((node) => [node.argument ?? [], ...gateParts(node.children ?? [])]);

/** All stretches of running text of a block, in reading order. */
export const partsOf = (block: Block): Parts[] => {
  switch (block.kind) {
    case 'paragraph':
      return [block.parts];
    case 'bullets':
      return block.items;
    case 'facts':
      return block.items.map((item) => item.value);
    case 'table':
      return block.rows.flatMap((row) => row.cells);
    case 'gates':
      return gateParts(block.nodes);
    case 'callout':
      return [block.parts, ...(block.items ?? [])];
    case 'heading':
    case 'tiles':
    case 'figure':
    case 'evidence':
    case 'pageBreak':
      return [];
  }
};

/**
 * A whole dossier, ready to print. Beyond the shapes it promises: anchors are unique, source numbers are unique,
 * every citation and reference has its target, and headings start at level 1 and never skip one (PDF/UA-1 7.4.2).
 */
export const Document = plainDocument.superRefine((document, ctx) => {
  for (const { path, message } of problemsOf(document)) ctx.addIssue({ code: 'custom', path, message });
});
export type Document = z.infer<typeof Document>;
/** As the composer may write it: defaults left out. */
export type DocumentInput = z.input<typeof Document>;

type Problem = { readonly path: (string | number)[]; readonly message: string };

function problemsOf(document: PlainDocument): Problem[] {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const sources = new Set<number>();
  let level = 0;
  document.blocks.forEach((block, index) => {
    const at = (message: string): void => void problems.push({ path: ['blocks', index], message });
    if ('id' in block) {
      if (ids.has(block.id)) at(`anchor ${block.id} is used twice`);
      ids.add(block.id);
    }
    if (block.kind === 'heading') {
      if (block.level > level + 1) at(`heading of level ${block.level} after level ${level}`);
      level = block.level;
    }
    if (block.kind === 'evidence')
      for (const { n } of block.items) {
        if (sources.has(n)) at(`source number ${n} is used twice`);
        sources.add(n);
      }
  });
  document.blocks.forEach((block, index) => {
    for (const part of partsOf(block).flat()) {
      if (part.kind === 'cite' && !sources.has(part.n))
        problems.push({ path: ['blocks', index], message: `source ${part.n} is cited but not listed` });
      if (part.kind === 'ref' && !ids.has(part.to))
        problems.push({ path: ['blocks', index], message: `anchor ${part.to} is referred to but not there` });
    }
  });
  return problems;
}
