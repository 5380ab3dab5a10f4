import type { z } from 'zod';
import type { VersionView } from '../../ipc/common.ts';
import type { RecordId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import { propertyOf } from '../../model/properties.ts';
import type { BodyOf } from '../../model/records.ts';
import { isMissing } from '../../model/value.ts';
import type { FactsBlock, Parts } from '../blocks.ts';
import type { Versions } from '../group.ts';
import { type ClaimBody, claimBody, isUnsourced } from '../health.ts';
import type { Book } from './book.ts';
import { chip, citations, emphasis, joined, lines, text } from './parts.ts';
import { authorText, countryText, periodText, valueText } from './wording.ts';

export type FactItem = z.infer<typeof FactsBlock>['items'][number];

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

const said = (book: Book, claim: ClaimBody): Parts => {
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

/**
 * One version of a claim as running text: value, where it comes from, page, grade, certainty and validity, and whether
 * it is disputed, assumed or one of several versions. What has no source says so.
 */
export function claimParts(book: Book, view: VersionView, versions: number): Parts {
  const { t } = book;
  const claim = claimBody(view);
  const chips = [
    ...(claim.certainty === 'assumption' ? [chip('neutral', t('document.claim.assumption'))] : []),
    ...(book.disputed.has(view.record) ? [chip('attention', t('document.claim.disputed'))] : []),
    ...(versions > 1
      ? [
          chip('attention', t('document.claim.conflict')),
          text(` (${t('document.claim.byVersion', { who: authorText(view.author) })})`),
        ]
      : []),
  ];
  const remark = remarks(book, claim);
  const parts = joined(
    [said(book, claim), origin(book, claim), remark ? [text(remark)] : [], ...chips.map((part) => [part])],
    ' ',
  );
  return claim.note
    ? [...parts, text('\n'), emphasis(t('document.claim.note', { note: claim.note }))]
    : parts;
}

/** All versions of a claim, each on a line of its own. */
export const claimLines = (book: Book, versions: Versions): Parts =>
  lines(versions.map((view) => claimParts(book, view, versions.length)));

/** Markings that a printed claim carries: its own, and those of the record that its value names. */
export const claimMarkings = (book: Book, versions: readonly VersionView[]): Marking[] =>
  versions.flatMap((view) => {
    const { value } = claimBody(view);
    const target = value.kind === 'record' ? book.find(value.record) : undefined;
    return target === undefined ? [view.marking] : [view.marking, target.marking];
  });

/** Claims as pairs of property and value; neighbours of one property and one marking share a pair. */
export function factItems(book: Book, claims: readonly Versions[]): FactItem[] {
  const items: (FactItem & { property: string })[] = [];
  for (const versions of claims) {
    const { property } = claimBody(versions[0]);
    const mark = book.mark(...claimMarkings(book, versions));
    const value = claimLines(book, versions);
    const last = items.at(-1);
    if (last?.property === property && last.marking?.code === mark.marking?.code)
      items[items.length - 1] = { ...last, value: [...last.value, text('\n'), ...value] };
    else items.push({ property, term: propertyText(book, property), value, ...mark });
  }
  return items.map(({ property: _, ...item }) => item);
}

/** Claims as lines "Property: value" for a cell of a table. */
export const factLines = (book: Book, claims: readonly Versions[]): Parts =>
  lines(
    claims.map((versions) => [
      text(`${propertyText(book, claimBody(versions[0]).property)}: `),
      ...claimLines(book, versions),
    ]),
  );

/** What an entity is, in words: "onderneming, Nederland". */
export function kindText(book: Book, { type, body }: VersionView): string {
  const { t } = book;
  const kind =
    type === 'company'
      ? t(`words.organisationForm.${(body as BodyOf<'company'>).form}`)
      : type === 'publicBody'
        ? t(`words.publicBodyLevel.${(body as BodyOf<'publicBody'>).level}`)
        : type === 'process' && (body as BodyOf<'process'>).vital
          ? t('document.others.vital')
          : t(`words.type.${type}`);
  const place = type === 'site' ? (body as BodyOf<'site'>).place : undefined;
  const country = typeof body.country === 'string' ? countryText(body.country, book.lang) : undefined;
  return [kind, place, country].filter((word) => word !== undefined && word !== '').join(', ');
}
