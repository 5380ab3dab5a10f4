import type { VersionView } from '../../../ipc/common.ts';
import type { RecordId } from '../../../model/ids.ts';
import type { Block, Parts } from '../../blocks.ts';
import type { Versions } from '../../group.ts';
import { claimBody, isUnsourced, saysMissing } from '../../health.ts';
import type { Book } from '../book.ts';
import { claimLines, claimMarkings, propertyText } from '../claims.ts';
import { factLines } from '../facts.ts';
import { lines, text } from '../parts.ts';
import { subjectMarkings, subjectText } from '../subject.ts';
import { findings } from './findings.ts';

type Row = { readonly subject: RecordId; readonly property: string; readonly claims: readonly Versions[] };

const rowOf = (claim: Versions): Row => {
  const { subject, property } = claimBody(claim[0]);
  return { subject, property, claims: [claim] };
};

function table(
  book: Book,
  id: string,
  caption: string,
  last: string,
  rows: readonly Row[],
  empty: string,
): Block {
  const { t } = book;
  return {
    kind: 'table',
    id,
    caption,
    columns: [
      { title: t('document.gaps.column.about'), width: 3.4, align: 'left' },
      { title: t('document.gaps.column.property'), width: 3, align: 'left' },
      { title: last, width: 5.6, align: 'left' },
    ],
    rows: rows.map(({ subject, property, claims }) => ({
      cells: [
        [text(subjectText(book, subject))],
        [text(propertyText(book, property))],
        lines(claims.map((claim): Parts => claimLines(book, claim))),
      ],
      total: false,
      ...book.mark(
        ...subjectMarkings(book, subject),
        ...claims.flatMap((claim) => claimMarkings(book, claim)),
      ),
    })),
    empty,
  };
}

/** Disputed claims together by subject and property, so that the reader sees what stands against what. */
const disputes = (book: Book, claims: readonly Versions[]): Row[] =>
  [
    ...Map.groupBy(
      claims.filter(([{ record }]) => book.disputed.has(record)),
      ([first]) => `${claimBody(first).subject} ${claimBody(first).property}`,
    ).values(),
  ].flatMap((group) => (group[0] === undefined ? [] : [{ ...rowOf(group[0]), claims: group }]));

const orphans = (book: Book, claims: readonly Versions[]): Block[] => {
  if (claims.length === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'gaps-orphans', text: book.t('document.gaps.orphans') },
    {
      kind: 'bullets',
      items: claims.map((claim) => factLines(book, [claim])),
      ...book.mark(...claims.flatMap((claim) => claimMarkings(book, claim))),
    },
  ];
};

/** Chapter 8: the appendix of unknowns. Every list is there, also when it is empty, as that is an answer too. */
export function gaps(book: Book): Block[] {
  const { t } = book;
  const there = new Set([...book.entities, ...book.relations].map(([{ record }]) => record));
  const claims = book.claims.filter(([first]) => there.has(claimBody(first).subject));
  const having = (test: (view: VersionView) => boolean): Row[] =>
    claims.filter((versions) => versions.some(test)).map(rowOf);
  const missing = having((view) => saysMissing(claimBody(view)));
  const unsourced = having((view) => isUnsourced(claimBody(view)));
  const assumed = having((view) => claimBody(view).certainty === 'assumption');
  const value = t('document.gaps.column.value');
  const list = (
    name: 'missing' | 'disputed' | 'unsourced' | 'assumptions',
    last: string,
    rows: readonly Row[],
  ): Block[] => [
    { kind: 'heading', level: 2, id: `gaps-${name}`, text: t(`document.gaps.${name}`) },
    table(
      book,
      `gaps-${name}-list`,
      t(`document.gaps.${name}Caption`),
      last,
      rows,
      t(`document.gaps.${name}Empty`),
    ),
  ];
  return [
    { kind: 'heading', level: 1, id: 'gaps', text: t('document.chapter.gaps') },
    { kind: 'paragraph', parts: [text(t('document.gaps.intro'))] },
    ...list('missing', t('document.gaps.column.reason'), missing),
    ...list('disputed', t('document.gaps.column.values'), disputes(book, claims)),
    ...list('unsourced', value, unsourced),
    ...list('assumptions', value, assumed),
    ...orphans(
      book,
      book.claims.filter(([first]) => !there.has(claimBody(first).subject)),
    ),
    ...findings(book),
  ];
}
