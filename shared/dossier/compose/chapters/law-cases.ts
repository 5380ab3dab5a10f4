import { leafById } from '../../../framework/wording.ts';
import type { VersionView } from '../../../ipc/common.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Block, Parts } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { codeOf } from '../codes.ts';
import { chip, emphasis, lines, text } from '../parts.ts';
import { proofMarkings, testText } from '../proof.ts';
import { column, type Told } from './law-told.ts';

const verdictsOn = (book: Book, leaf: string): VersionView[] =>
  book.verdicts.flat().filter(({ body }) => (body as BodyOf<'verdict'>).leaf === leaf);

/** What the laws suggest for the four scope cases, beside what people judged. */
export function caseTable({ book, facts, study }: Told): Block {
  const { t, lang, input } = book;
  return {
    kind: 'table',
    id: 'law-cases',
    caption: `${t('law.cases.title')}. ${t('document.law.casesLead')}`,
    columns: [
      column(t('document.law.column.case'), 4),
      column(t('law.cases.suggestion'), 2.2),
      column(t('document.law.column.why'), 4.6),
      column(t('document.law.column.verdict'), 2.6),
    ],
    rows: study.cases.map(({ leaf, outcome, laws, proof }) => {
      const versions = verdictsOn(book, leaf);
      const [first] = versions;
      const judged = versions.length === 1 && first ? (first.body as BodyOf<'verdict'>).outcome : undefined;
      const names = facts.laws
        .filter(({ item }) => laws.includes(item.id))
        .map(({ item }) => item.short[lang]);
      const verdict: Parts =
        judged === undefined
          ? [emphasis(t(versions.length > 1 ? 'assessment.reason.conflict' : 'law.cases.notJudged'))]
          : [
              chip(judged, t(`words.outcome.${judged}`)),
              ...(judged === outcome ? [] : [text(' '), emphasis(t('document.law.differs'))]),
            ];
      return {
        cells: [
          [text(`${codeOf(leaf)} ${leafById(input.pack, leaf)?.title[lang] ?? ''}`.trim())],
          [chip(outcome, t(`words.outcome.${outcome}`))],
          [text(t(`law.cases.why.${leaf}.${outcome}`, { list: names.join(', ') }))],
          verdict,
        ],
        total: false,
        ...book.mark(...proofMarkings(book, proof), ...versions.map(({ marking }) => marking)),
      };
    }),
    empty: t('document.law.noLaws'),
  };
}

/** The facts that would settle what is open, those first that settle most. */
export function wantedTable({ book, facts, study }: Told): Block {
  const { t, lang } = book;
  const proofs = new Map([
    ...study.answers.map(({ item, proof }) => [item, proof] as const),
    ...study.cases.map(({ leaf, proof }) => [leaf as string, proof] as const),
  ]);
  const named = (ids: readonly string[]): string =>
    ids.map((id) => facts.laws.find(({ item }) => item.id === id)?.item.short[lang] ?? codeOf(id)).join(', ');
  return {
    kind: 'table',
    id: 'law-wanted',
    caption: `${t('law.collect.title')}. ${t('law.collect.lead')}`,
    columns: [column(t('law.collect.columnFact'), 6), column(t('law.collect.columnEffect'), 5)],
    rows: study.open.map(({ atom, settles, touches }) => {
      const rest = touches.filter((id) => !settles.includes(id));
      return {
        cells: [
          [text(testText(book, atom))],
          lines([
            ...(settles.length > 0 ? [[text(t('law.collect.settles', { list: named(settles) }))]] : []),
            ...(rest.length > 0 ? [[text(t('law.collect.touches', { list: named(rest) }))]] : []),
          ]),
        ],
        total: false,
        // Which fact is wanted follows from those that are known.
        ...book.mark(...touches.flatMap((id) => proofMarkings(book, proofs.get(id)))),
      };
    }),
    empty: t('law.collect.none'),
  };
}
