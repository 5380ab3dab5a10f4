import type { BodyOf } from '../../../model/records.ts';
import {
  type Cell,
  type Hypothesis,
  hypothesesOf,
  type Matrix,
  type MatrixRow,
  matrixOf,
} from '../../../threat/matrix.ts';
import type { Block, Parts } from '../../blocks.ts';
import { byRecord, type Versions } from '../../group.ts';
import { claimBody } from '../../health.ts';
import type { Book } from '../book.ts';
import { propertyText, said } from '../claims.ts';
import { evidenceParts } from '../evidence.ts';
import { chip, emphasis, lines, strong, text } from '../parts.ts';
import { subjectMarkings, subjectText } from '../subject.ts';
import { column } from './law-told.ts';

/** Columns of hypotheses that a page is wide enough for. */
const ACROSS = 4;

const bodyOf = (versions: Versions): BodyOf<'matrixRow'> => versions[0].body as BodyOf<'matrixRow'>;

const titleOf = ({ t }: Book, { title, standard }: Hypothesis): string =>
  title ?? (standard ? t(`threat.ach.standard.${standard}`) : '');

/** What a row is about: a fact in words, another record by its name, or a remark. */
function aboutParts(book: Book, { evidence, text: remark }: BodyOf<'matrixRow'>): Parts {
  const { t } = book;
  if (evidence === undefined) return [text(remark ?? '')];
  const view = book.find(evidence);
  if (view === undefined) return [emphasis(t('threat.ach.unknownEvidence'))];
  const cited = evidenceParts(book, [evidence]);
  if (view.type !== 'claim') return [text(`${subjectText(book, evidence)} `), ...cited];
  const claim = claimBody(view);
  const about = `${subjectText(book, claim.subject)}, ${propertyText(book, claim.property)}: `;
  return [text(about), ...said(book, claim), text(' '), ...cited];
}

/** Markings of a row and of the evidence that it names. */
function rowMarkings(book: Book, versions: Versions) {
  const { evidence } = bodyOf(versions);
  const view = evidence === undefined ? undefined : book.find(evidence);
  const about = view === undefined ? [] : [view.marking];
  const subject = view?.type === 'claim' ? subjectMarkings(book, claimBody(view).subject) : [];
  return [...versions.map(({ marking }) => marking), ...about, ...subject];
}

function cellParts({ t }: Book, cell: Cell | undefined): Parts {
  if (cell === null || cell === undefined) return [chip('gap', t('threat.ach.mark.none'))];
  if (cell === 'conflict') return [chip('attention', t('threat.ach.mark.conflict'))];
  const word = t(`threat.ach.mark.${cell}`);
  return cell === 'I' || cell === 'II' ? [strong(word)] : [text(word)];
}

const flagParts = ({ t }: Book, { diagnosticity, linchpin, conflict }: MatrixRow): Parts[] => [
  ...(conflict ? [[chip('attention', t('threat.conflict'))]] : []),
  ...(diagnosticity === 'none' ? [[emphasis(t('threat.ach.sameOfAll'))]] : []),
  ...(linchpin ? [[emphasis(t('threat.ach.linchpin'))]] : []),
];

type Told = {
  readonly matrix: Matrix;
  readonly columns: readonly Hypothesis[];
  readonly rows: readonly Versions[];
};

function matrixTable(book: Book, { matrix, columns, rows }: Told, first: number): Block {
  const { t } = book;
  const shown = columns.slice(first, first + ACROSS);
  return {
    kind: 'table',
    id: `hypotheses-${first / ACROSS + 1}`,
    caption: t('threat.ach.title'),
    columns: [column(t('threat.ach.evidence'), 5), ...shown.map((one) => column(titleOf(book, one), 2.2))],
    rows: rows.map((versions, at) => {
      const row = matrix.rows[at] as MatrixRow;
      const { credibility, relevance } = bodyOf(versions);
      const weight = `${t('threat.ach.credibility')}: ${t(`threat.ach.weight.${credibility}`)}; ${t('threat.ach.relevance').toLowerCase()}: ${t(`threat.ach.weight.${relevance}`)}`;
      return {
        cells: [
          lines([aboutParts(book, bodyOf(versions)), [emphasis(weight)], ...flagParts(book, row)]),
          ...shown.map((_, k) => cellParts(book, row.cells[first + k])),
        ],
        total: false,
        ...book.mark(...rowMarkings(book, versions)),
      };
    }),
    empty: t('threat.ach.emptyTitle'),
  };
}

function scoreTable(book: Book, { matrix, columns, rows }: Told): Block {
  const { t, lang } = book;
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const placed = new Map(matrix.ranking.map((column, place) => [column, place + 1]));
  return {
    kind: 'table',
    id: 'hypotheses-scores',
    caption: t('threat.ach.score'),
    columns: [
      column(t('threat.ach.hypothesis'), 6),
      column(t('threat.ach.score'), 4),
      column(t('threat.ach.rank'), 3),
    ],
    rows: columns.map((one, at) => {
      const score = matrix.scores[at] ?? null;
      const place = placed.get(at);
      return {
        cells: [
          lines([[text(titleOf(book, one))], ...(one.note ? [[emphasis(one.note)]] : [])]),
          [
            text(
              score === null
                ? t('threat.ach.noScore')
                : t('threat.ach.scoreOf', { score: number.format(score) }),
            ),
          ],
          [
            text(
              place === undefined
                ? t('threat.ach.noRank')
                : t('threat.ach.rankOf', { place, count: columns.length }),
            ),
          ],
        ],
        total: false,
        ...book.mark(...rows.flatMap((versions) => versions.map(({ marking }) => marking))),
      };
    }),
    empty: t('threat.ach.emptyTitle'),
  };
}

/** The matrix of competing hypotheses for condition 2, as an aid beside the verdict (Heuer 1999); nothing without rows. */
export function hypotheses(book: Book): Block[] {
  const { t, views } = book;
  const of = <T extends 'hypothesis' | 'matrixRow'>(type: T) =>
    byRecord(views.filter((view) => view.type === type));
  const live = <T extends 'hypothesis' | 'matrixRow'>(versions: Versions) => ({
    record: versions[0].record,
    bodies: versions.map(({ body }) => body as unknown as BodyOf<T>),
  });
  const rows = of('matrixRow');
  if (rows.length === 0) return [];
  const columns = hypothesesOf(of('hypothesis').map((one) => live<'hypothesis'>(one)));
  const matrix = matrixOf(
    rows.map((one) => live<'matrixRow'>(one)),
    columns.map(({ key }) => key),
  );
  const told = { matrix, columns, rows };
  const starts = columns.flatMap((_, at) => (at % ACROSS === 0 ? [at] : []));
  return [
    { kind: 'heading', level: 2, id: 'hypotheses', text: t('threat.ach.title') },
    { kind: 'paragraph', parts: [text(`${t('threat.ach.lead')} ${t('threat.ach.aid')}`)] },
    ...starts.map((first) => matrixTable(book, told, first)),
    scoreTable(book, told),
  ];
}
