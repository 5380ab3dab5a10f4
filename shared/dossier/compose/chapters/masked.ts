import type { VersionView } from '../../../ipc/common.ts';
import type { BodyOf } from '../../../model/records.ts';
import { compareMasked, type LiveRating, type MaskedRow } from '../../../neutrality/masked-compare.ts';
import type { Block, Parts, Tone } from '../../blocks.ts';
import { type Book, markingsOf } from '../book.ts';
import { codeOf } from '../codes.ts';
import { argued } from '../evidence.ts';
import { levelText } from '../levels.ts';
import { chip, emphasis, lines, text } from '../parts.ts';
import { authorText } from '../wording.ts';
import { definitionOf } from './agreed.ts';

const TONES = {
  notOpen: 'neutral',
  conflict: 'attention',
  same: 'neutral',
  differs: 'gap',
  explained: 'neutral',
} as const satisfies Record<MaskedRow['standing'], Tone>;

const ratingsIn = ({ views }: Book): readonly VersionView[] =>
  views.filter(({ type }) => type === 'rating' || type === 'maskedRating');

function stepsText({ t }: Book, { steps, standing }: MaskedRow): string {
  if (standing === 'notOpen' || standing === 'conflict') return '–';
  if (steps === null) return standing === 'same' ? '0' : t('neutrality.masked.otherKind');
  const sign = steps > 0 ? '+' : '−';
  return steps === 0 ? '0' : t('neutrality.masked.steps', { sign, count: Math.abs(steps) });
}

/** What there is to say of one comparison: how it stands, whether it was blind, the reason, and the masked argument. */
function findingParts(book: Book, row: MaskedRow, views: readonly VersionView[]): Parts {
  const { t } = book;
  const said = views.flatMap(({ body }): Parts[] => {
    const { argument, evidence } = body as BodyOf<'maskedRating'>;
    if (argument.trim() === '') return [];
    return [[text(`${t('neutrality.masked.page.arguments')}: `), ...argued(book, argument, evidence)]];
  });
  return lines([
    [chip(TONES[row.standing], t(`neutrality.masked.standing.${row.standing}`))],
    // Without an open rating on the page nothing is told of one.
    ...(row.knownBefore && row.standing !== 'notOpen'
      ? [
          [chip('attention', t('neutrality.masked.page.known'))],
          [emphasis(t('neutrality.masked.page.knownWhy'))],
        ]
      : []),
    ...(row.reason === null ? [] : [[text(row.reason)]]),
    ...said,
  ]);
}

/** Masked ratings beside the open ones (PUR-20); nothing where nobody rated masked. */
export function masked(book: Book): Block[] {
  const { t, lang, input } = book;
  const ratings = ratingsIn(book);
  const rows = compareMasked(ratings as unknown as LiveRating[], new Set(input.maskedKnown));
  if (rows.length === 0) return [];
  const column = (
    name: 'indicator' | 'rater' | 'masked' | 'open' | 'difference' | 'finding',
    width: number,
  ) => ({
    title: t(`neutrality.masked.column.${name}`),
    width,
    align: 'left' as const,
  });
  return [
    { kind: 'heading', level: 2, id: 'indicators-masked', text: t('neutrality.masked.compare') },
    { kind: 'paragraph', parts: [text(t('neutrality.masked.page.intro'))] },
    {
      kind: 'table',
      id: 'masked-ratings',
      caption: t('neutrality.masked.page.caption'),
      columns: [
        column('indicator', 3),
        column('rater', 2),
        column('masked', 2.7),
        column('open', 2.7),
        column('difference', 1.9),
        column('finding', 5.2),
      ],
      rows: rows.map((row) => {
        const own = ratings.filter(({ record }) => record === row.record);
        const open = ratings.filter(
          ({ type, body }) =>
            type === 'rating' && body.indicator === row.indicator && body.rater === row.rater,
        );
        const title = input.pack.indicators.find(({ id }) => id === row.indicator)?.title[lang];
        const [first] = own;
        return {
          cells: [
            [text([codeOf(row.indicator), title].filter((word) => word !== undefined).join(' '))],
            [text(first ? authorText(first.author) : '–')],
            row.masked === null ? [text('–')] : levelText(book, row.masked),
            row.open === null ? [text('–')] : levelText(book, row.open),
            [text(stepsText(book, row))],
            findingParts(book, row, own),
          ],
          total: false,
          ...book.mark(
            ...[...own, ...open].map(({ marking }) => marking),
            ...markingsOf(definitionOf(book, row.indicator)),
          ),
        };
      }),
      empty: t('neutrality.masked.none'),
    },
  ];
}
