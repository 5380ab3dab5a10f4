import type { RecordId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import type { RelationKind } from '../../model/properties.ts';
import type { BodyOf } from '../../model/records.ts';
import type { Block, Column, Parts } from '../blocks.ts';
import type { Versions } from '../group.ts';
import { claimBody } from '../health.ts';
import type { Book } from './book.ts';
import { claimMarkings, claimTail, claimValues, isPlain, propertyText, sourcesOf } from './claims.ts';
import { factLines } from './facts.ts';
import { chip, emphasis, joined, lines, text } from './parts.ts';
import { authorText, periodText } from './wording.ts';

/** Body of a relation record, and of its first live version. */
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

/** Claims that just say that the relation is there, and have a source for it. */
const isSupport = (book: Book, versions: Versions): boolean => {
  const claim = claimBody(versions[0]);
  const { property, value } = claim;
  if (property !== 'exists' || value.kind !== 'yesNo' || !value.yes) return false;
  return isPlain(book, versions) && sourcesOf(book, claim).length > 0;
};

const tailText = (book: Book, versions: Versions): string =>
  JSON.stringify(claimTail(book, claimBody(versions[0])));

/**
 * Where it stands that the relation is there: the tails of the claims that say just that. What another fact of the
 * same relation shows anyhow, in the very same words, is not said twice.
 */
export function supportOf(book: Book, relation: RecordId): Parts {
  const claims = book.claimsAbout(relation);
  const told = new Set(claims.filter((one) => !isSupport(book, one)).map((one) => tailText(book, one)));
  const support = claims.filter((one) => isSupport(book, one));
  const tails = new Map(support.map((one) => [tailText(book, one), claimTail(book, claimBody(one[0]))]));
  return joined(
    [...tails].flatMap(([key, tail]) => (told.has(key) ? [] : [tail])),
    '; ',
  );
}

const heads = (book: Book, versions: Versions): Parts[] =>
  versions.map(({ body, author }) => {
    const { t } = book;
    const { label, kind, from, to, ...relation } = body as RelationBody;
    const period = periodText(relation, t);
    const several = versions.length > 1;
    const words = [
      several ? `${book.nameOf(from)} ${t(`words.relationKind.${kind}`)} ${book.nameOf(to)}` : '',
      label ?? '',
      period === undefined ? '' : t('document.claim.valid', { period }),
      several ? t('document.claim.byVersion', { who: authorText(author) }) : '',
    ];
    const said = words.filter((word) => word !== '').join('; ');
    if (several) return [chip('attention', t('document.claim.conflict')), text(` ${said}`)];
    return said === '' ? [] : [text(said)];
  });

/** What is said of a relation but for its support and the properties that stand elsewhere. */
export function relationLines(book: Book, versions: Versions, apart: readonly string[] = []): Parts {
  const claims = book.claimsAbout(versions[0].record);
  const rest = claims.filter(
    (claim) => !apart.includes(claimBody(claim[0]).property) && !isSupport(book, claim),
  );
  return lines([...heads(book, versions), factLines(book, rest)]);
}

/** The particulars of a relation in a cell: what is said of it, and where; one that nothing supports says so. */
function particulars(book: Book, versions: Versions, apart: readonly string[]): Parts {
  const { t } = book;
  const { record } = versions[0];
  const support = supportOf(book, record);
  const bare = book.claimsAbout(record).length === 0;
  const notes = book
    .claimsAbout(record)
    .flat()
    .map(claimBody)
    .filter(({ property, note }) => apart.includes(property) && note?.trim());
  return lines([
    relationLines(book, versions, apart),
    ...notes.map(({ property, note }) => [emphasis(`${propertyText(book, property)}: ${note?.trim()}`)]),
    support.length > 0 ? [text(`${t('document.relation.according')} `), ...support] : [],
    bare ? [chip('gap', t('document.claim.unsourced'))] : [],
  ]);
}

/** Both ends; versions in conflict may name others, then all are named. */
const ends = (book: Book, versions: Versions, side: 'from' | 'to'): Parts =>
  lines(
    [...new Set(versions.map(({ body }) => (body as RelationBody)[side]))].map((end) => party(book, end)),
  );

function cells(book: Book, versions: Versions, apart: readonly string[]): Parts[] {
  const claims = book.claimsAbout(versions[0].record);
  const own = apart.map((property) => {
    const stated = claims.filter(([first]) => claimBody(first).property === property);
    return stated.length > 0
      ? lines(stated.map((claim) => claimValues(book, claim)))
      : [emphasis(book.t('document.claim.notRecorded'))];
  });
  return [
    ends(book, versions, 'from'),
    ends(book, versions, 'to'),
    ...own,
    particulars(book, versions, apart),
  ];
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
  const [end, measure, rest] = apart.length > 1 ? [2.6, 2.9, 4.2] : [3, 2.9, 6.4];
  const columns: Column[] = [
    { title: t(`document.relation.column.${kind}.from`), width: end, align: 'left' },
    { title: t(`document.relation.column.${kind}.to`), width: end, align: 'left' },
    ...apart.map((property) => ({
      title: propertyText(book, property),
      width: measure,
      align: 'left' as const,
    })),
    { title: t('document.relation.details'), width: rest, align: 'left' },
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
