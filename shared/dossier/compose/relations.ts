import type { RecordId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import type { RelationKind } from '../../model/properties.ts';
import type { BodyOf } from '../../model/records.ts';
import type { Block, Column, Parts } from '../blocks.ts';
import type { Versions } from '../group.ts';
import { claimBody } from '../health.ts';
import type { Book } from './book.ts';
import { claimLines, claimMarkings, factLines, propertyText } from './claims.ts';
import { chip, emphasis, lines, text } from './parts.ts';
import { authorText, periodText } from './wording.ts';

export type RelationBody = BodyOf<'relation'>;
export const relationBody = (versions: Versions): RelationBody => versions[0].body as RelationBody;

/** Properties that have a column of their own; everything else goes under the particulars. */
const COLUMNS: Partial<Record<RelationKind, readonly string[]>> = {
  owns: ['capital', 'votes'],
  controls: ['votes'],
  directs: ['boardFunction'],
  finances: ['amount'],
  supplies: ['volumeShare', 'timeToReplace'],
  dependsOn: ['volumeShare', 'timeToReplace'],
};

const party = (book: Book, record: RecordId): Parts => {
  const country = book.countryOf(record);
  return country === undefined
    ? [text(book.nameOf(record))]
    : [text(`${book.nameOf(record)} `), emphasis(`(${country})`)];
};

const endMarkings = (book: Book, { from, to }: RelationBody): Marking[] =>
  [from, to].flatMap((record) => book.find(record)?.marking ?? []);

/** Markings of everything that a printed relation shows. */
export const relationMarkings = (book: Book, versions: Versions): Marking[] => [
  ...versions.map(({ marking }) => marking),
  ...versions.flatMap(({ body }) => endMarkings(book, body as RelationBody)),
  ...book.claimsAbout(versions[0].record).flatMap((claim) => claimMarkings(book, claim)),
];

/** What is said of a relation but for the properties that stand elsewhere; one that nothing supports says so. */
export function relationLines(book: Book, versions: Versions, apart: readonly string[] = []): Parts {
  const { t } = book;
  const claims = book.claimsAbout(versions[0].record);
  const heads = versions.map(({ body, author }) => {
    const { label, ...relation } = body as RelationBody;
    const period = periodText(relation, t);
    const words = [label ?? '', period === undefined ? '' : t('document.claim.valid', { period })];
    const said = words.filter((word) => word !== '').join('; ');
    if (versions.length === 1) return said === '' ? [] : [text(said)];
    const who = t('document.claim.byVersion', { who: authorText(author) });
    return [
      chip('attention', t('document.claim.conflict')),
      text(` ${said === '' ? who : `${said} (${who})`}`),
    ];
  });
  const rest = claims.filter(([first]) => !apart.includes(claimBody(first).property));
  const bare = claims.length === 0 ? [[chip('gap', t('document.claim.unsourced'))]] : [];
  return lines([...heads, factLines(book, rest), ...bare]);
}

function cells(book: Book, versions: Versions, apart: readonly string[]): Parts[] {
  const { from, to } = relationBody(versions);
  const claims = book.claimsAbout(versions[0].record);
  const own = apart.map((property) => {
    const said = claims.filter(([first]) => claimBody(first).property === property);
    return said.length > 0
      ? lines(said.map((claim) => claimLines(book, claim)))
      : [emphasis(book.t('document.claim.notRecorded'))];
  });
  return [party(book, from), party(book, to), ...own, relationLines(book, versions, apart)];
}

/** All relations of one kind as a table: who, whom, the measures of that kind, and the particulars. */
export function relationTable(
  book: Book,
  id: string,
  kind: RelationKind,
  relations: readonly Versions[],
): Block {
  const { t } = book;
  const apart = COLUMNS[kind] ?? [];
  const columns: Column[] = [
    { title: t(`document.relation.column.${kind}.from`), width: 3, align: 'left' },
    { title: t(`document.relation.column.${kind}.to`), width: 3, align: 'left' },
    ...apart.map((property) => ({ title: propertyText(book, property), width: 3, align: 'left' as const })),
    { title: t('document.relation.details'), width: apart.length > 1 ? 4.4 : 6, align: 'left' },
  ];
  return {
    kind: 'table',
    id,
    caption: t('document.relation.caption', { kind: t(`document.relation.kind.${kind}`) }),
    columns,
    rows: relations.map((versions) => ({
      cells: cells(book, versions, apart),
      total: false,
      ...book.mark(...relationMarkings(book, versions)),
    })),
    empty: t('document.relation.empty'),
  };
}

/** Relations of these kinds by kind, in the order of the kinds; kinds without any are left out. */
export const byKind = (
  relations: readonly Versions[],
  kinds: readonly RelationKind[],
): [RelationKind, Versions[]][] =>
  kinds.flatMap((kind): [RelationKind, Versions[]][] => {
    const own = relations.filter((versions) => relationBody(versions).kind === kind);
    return own.length > 0 ? [[kind, own]] : [];
  });
