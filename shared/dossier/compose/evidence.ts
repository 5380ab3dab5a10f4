import type { RecordId } from '../../model/ids.ts';
import type { BodyOf } from '../../model/records.ts';
import type { Parts } from '../blocks.ts';
import { claimBody } from '../health.ts';
import type { Book } from './book.ts';
import { sourcesOf } from './claims.ts';
import { citations, emphasis, text } from './parts.ts';

const ofClaims = (book: Book, subject: RecordId): number[] =>
  book.claimsAbout(subject).flatMap(([first]) => sourcesOf(book, claimBody(first)));

/** Numbers of the sources behind one piece of evidence, whatever kind of record it is. */
function numbersOf(book: Book, record: RecordId): number[] {
  const view = book.find(record);
  if (view === undefined) return [];
  if (view.type === 'claim') return sourcesOf(book, claimBody(view));
  const own = book.citations.numberOf(record);
  if (own !== undefined) return [own];
  if (view.type !== 'attachment') return ofClaims(book, record);
  const { source } = view.body as BodyOf<'attachment'>;
  const n = source === undefined ? undefined : book.citations.numberOf(source);
  return n === undefined ? [] : [n];
}

/** The evidence of a judgement as citations; evidence without a source, or that is not here, is said in words. */
export function evidenceParts(book: Book, evidence: readonly RecordId[]): Parts {
  const { t } = book;
  if (evidence.length === 0) return [];
  const gone = evidence.filter((record) => book.find(record) === undefined);
  const perItem = evidence
    .filter((record) => !gone.includes(record))
    .map((record) => numbersOf(book, record));
  const numbers = [...new Set(perItem.flat())].toSorted((a, b) => a - b);
  const words = [
    ...(perItem.some((list) => list.length === 0) ? [t('document.gates.evidenceUnsourced')] : []),
    ...(gone.length > 0 ? [t('document.gates.evidenceGone')] : []),
  ];
  return [
    ...citations(numbers),
    ...(words.length > 0 ? [emphasis(`${numbers.length > 0 ? ' ' : ''}(${words.join('; ')})`)] : []),
  ];
}

/** Running text followed by its evidence. */
export const argued = (book: Book, argument: string, evidence: readonly RecordId[]): Parts => {
  const cited = evidenceParts(book, evidence);
  return cited.length > 0 ? [text(`${argument.trim()} `), ...cited] : [text(argument.trim())];
};
