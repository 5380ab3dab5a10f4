import type { z } from 'zod';
import { countryText } from '../../i18n/codes.ts';
import type { VersionView } from '../../ipc/common.ts';
import type { BodyOf } from '../../model/records.ts';
import type { FactsBlock, Parts } from '../blocks.ts';
import type { Versions } from '../group.ts';
import { claimBody } from '../health.ts';
import type { Book } from './book.ts';
import { claimLines, claimMarkings, claimTail, isPlain, propertyText, said } from './claims.ts';
import { joined, lines, text } from './parts.ts';

/** One pair of a block of facts. */
export type FactItem = z.infer<typeof FactsBlock>['items'][number];

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

/** A fact for a cell of a table: "Property: value", and apart from it what stands behind it. */
type Line = { readonly head: Parts; readonly tail: Parts; readonly plain: boolean };

const lineOf = (book: Book, versions: Versions): Line => {
  const claim = claimBody(versions[0]);
  const label = text(`${propertyText(book, claim.property)}: `);
  return isPlain(book, versions)
    ? { head: [label, ...said(book, claim)], tail: claimTail(book, claim), plain: true }
    : { head: [label, ...claimLines(book, versions)], tail: [], plain: false };
};

/** Claims as lines for a cell of a table; those with the very same source, page, grade and validity share a line. */
export function factLines(book: Book, claims: readonly Versions[]): Parts {
  const all = claims.map((versions) => lineOf(book, versions));
  const groups = Map.groupBy(all, (line) => (line.plain ? JSON.stringify(line.tail) : line));
  return lines(
    [...groups.values()].map((group) =>
      joined(
        [
          joined(
            group.map(({ head }) => head),
            '; ',
          ),
          group[0]?.tail ?? [],
        ],
        ' ',
      ),
    ),
  );
}

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
