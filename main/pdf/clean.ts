import type { Document } from '#shared/dossier/document.ts';
import type { Coverage } from './coverage.ts';
import { nothingReplaced, type Replaced, sanitize } from './sanitize.ts';
import { cleanSvg } from './svg.ts';

/**
 * Longest texts, in UTF-16 units. Names, titles and labels are short because they also end up in the file's own fields
 * (title, bookmarks, alternate texts, names of links), where a PDF string may hold no more than 32,767 bytes, or stand
 * where a page of text would be a mistake.
 */
const LIMITS: Readonly<Record<string, number>> = {
  title: 600,
  subtitle: 600,
  reference: 200,
  version: 200,
  author: 400,
  department: 400,
  alt: 8000,
  caption: 2000,
  label: 1000,
  term: 600,
  code: 80,
  word: 80,
  rule: 400,
};
/** Of running text: some eight pages in one paragraph. */
const RUNNING_LIMIT = 20_000;
const HEADING_LIMIT = 600;
const isRunning = (key: string, kind: unknown): boolean =>
  key === 'quote' || key === 'note' || (key === 'text' && kind !== 'heading');

const LONG_RUN = /\S{300}/;

/** A document as the template reads it. */
export type CleanDocument = Document & {
  /** Some text has hardly a place to break: lines are then filled one by one, as weighing all of them takes minutes. */
  readonly longRuns: boolean;
};

/** The same document with every string fit for print, and what that cost. Keys, numbers and anchors stay as they are. */
export function cleanDocument(
  document: Document,
  covered: Coverage,
): {
  document: CleanDocument;
  replaced: Replaced;
} {
  let longRuns = false;
  const replaced = nothingReplaced();
  const clean = (value: unknown, key: string, kind: unknown): unknown => {
    if (typeof value === 'string') {
      if (key === 'svg') return cleanSvg(value, covered, replaced);
      longRuns ||= LONG_RUN.test(value);
      const limit = key === 'text' && kind === 'heading' ? HEADING_LIMIT : (LIMITS[key] ?? RUNNING_LIMIT);
      return sanitize(value, { covered, lines: isRunning(key, kind), limit }, replaced);
    }
    if (Array.isArray(value)) return value.map((item) => clean(item, key, kind));
    if (typeof value !== 'object' || value === null) return value;
    const inner = 'kind' in value ? value.kind : undefined;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clean(item, name, inner)]));
  };
  // The walk maps strings to strings and keeps the shape.
  const cleaned = clean(document, '', undefined) as Document;
  return { document: { ...cleaned, longRuns }, replaced };
}
