import type { VersionView } from '../../ipc/common.ts';
import type { RecordId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import { propertyOf } from '../../model/properties.ts';
import { isMissing } from '../../model/value.ts';
import type { Parts } from '../blocks.ts';
import type { Versions } from '../group.ts';
import { type ClaimBody, claimBody, isUnsourced } from '../health.ts';
import type { Book } from './book.ts';
import { chip, citations, emphasis, joined, lines, text } from './parts.ts';
import { authorText, periodText, valueText } from './wording.ts';

/** Name of a property in the language of the document. */
export const propertyText = (book: Book, property: string): string =>
  propertyOf(property)?.label[book.lang] ?? book.t('document.claim.unknownProperty');

/** Numbers of the sources that a claim rests on: its own, or those of the claims that it is drawn from. */
export function sourcesOf(book: Book, claim: ClaimBody, seen: Set<RecordId> = new Set()): number[] {
  if (claim.source !== undefined) {
    const n = book.citations.numberOf(claim.source);
    return n === undefined ? [] : [n];
  }
  const numbers = claim.basis.flatMap((record) => {
    const view = book.find(record);
    if (seen.has(record) || view?.type !== 'claim') return [];
    return sourcesOf(book, claimBody(view), seen.add(record));
  });
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

/** The value of a claim; one that is missing says in which way, and why. */
export const said = (book: Book, claim: ClaimBody): Parts => {
  const words = valueText(claim.property, claim.value, book);
  if (!isMissing(claim.value)) return [text(words)];
  const reason = 'reason' in claim.value ? claim.value.reason : undefined;
  const tone = claim.value.kind === 'notApplicable' ? 'neutral' : 'gap';
  return reason ? [chip(tone, words), text(` ${reason}`)] : [chip(tone, words)];
};

const origin = (book: Book, claim: ClaimBody): Parts => {
  const { t } = book;
  if (isUnsourced(claim)) return [chip('gap', t('document.claim.unsourced'))];
  const numbers = citations(sourcesOf(book, claim));
  if (claim.source !== undefined)
    return numbers.length > 0 ? numbers : [emphasis(`(${t('document.claim.sourceGone')})`)];
  if (claim.basis.length === 0) return [];
  return numbers.length > 0
    ? [text(`${t('document.claim.inferredFrom')} `), ...numbers]
    : [text(`${t('document.claim.inferred')} `), chip('gap', t('document.claim.unsourced'))];
};

/** A bare number is a page; anything else is printed as the analyst wrote it ("art. 4", "p. 2"). */
const pageText = (page: string, { t }: Book): string =>
  /^\d/.test(page) ? t('document.claim.page', { page }) : page;

const remarks = (book: Book, claim: ClaimBody): string => {
  const { t } = book;
  const period = periodText(claim, t);
  const judged = claim.source !== undefined || claim.reliability !== 'F' || claim.credibility !== '6';
  const fromBasis = claim.source === undefined && claim.basis.length > 0;
  const words = [
    claim.page ? pageText(claim.page, book) : '',
    judged ? `${claim.reliability}${claim.credibility}` : '',
    claim.certainty === 'inferred' && !fromBasis ? t('document.claim.inferred') : '',
    period === undefined ? '' : t('document.claim.valid', { period }),
  ].filter((word) => word !== '');
  return words.length > 0 ? `(${words.join('; ')})` : '';
};

/** What stands behind a value: where it comes from, page, grade, certainty, validity, and whether it is assumed. */
export function claimTail(book: Book, claim: ClaimBody): Parts {
  const remark = remarks(book, claim);
  const assumed = claim.certainty === 'assumption';
  return joined(
    [
      origin(book, claim),
      remark ? [text(remark)] : [],
      assumed ? [chip('neutral', book.t('document.claim.assumption'))] : [],
    ],
    ' ',
  );
}

/** Words of the analyst below a claim, when there are any. */
const noteBelow = ({ t }: Book, { note }: ClaimBody): Parts =>
  note?.trim() ? [text('\n'), emphasis(t('document.claim.note', { note: note.trim() }))] : [];

/** One of several versions says whose it is; a disputed claim that it is. */
const warnings = (book: Book, view: VersionView, versions: number): Parts[] => {
  const { t } = book;
  const who = t('document.claim.byVersion', { who: authorText(view.author) });
  return [
    ...(book.disputed.has(view.record) ? [[chip('attention', t('document.claim.disputed'))]] : []),
    ...(versions > 1 ? [[chip('attention', t('document.claim.conflict')), text(` (${who})`)]] : []),
  ];
};

/** One version of a claim as running text: value, what stands behind it, and what warns about it. */
function claimParts(book: Book, view: VersionView, versions: number): Parts {
  const claim = claimBody(view);
  return joined([said(book, claim), claimTail(book, claim), ...warnings(book, view, versions)], ' ');
}

/** True for a claim whose tail can be said once for several: nothing about it needs a word of its own. */
export const isPlain = (book: Book, [first, ...others]: Versions): boolean =>
  others.length === 0 && !book.disputed.has(first.record) && !claimBody(first).note?.trim();

/** All versions of a claim, each on a line of its own, without the analyst's note on it. */
export const claimValues = (book: Book, versions: Versions): Parts =>
  lines(versions.map((view) => claimParts(book, view, versions.length)));

/** All versions of a claim, each on a line of its own, with the analyst's note below it. */
export const claimLines = (book: Book, versions: Versions): Parts =>
  lines(
    versions.map((view) => [...claimParts(book, view, versions.length), ...noteBelow(book, claimBody(view))]),
  );

/** Markings that a printed claim carries: its own, and those of the record that its value names. */
export const claimMarkings = (book: Book, versions: readonly VersionView[]): Marking[] =>
  versions.flatMap((view) => {
    const { value } = claimBody(view);
    const target = value.kind === 'record' ? book.find(value.record) : undefined;
    return target === undefined ? [view.marking] : [view.marking, target.marking];
  });
