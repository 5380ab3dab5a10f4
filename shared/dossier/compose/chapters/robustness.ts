import { LOCALES } from '../../../i18n/index.ts';
import type { VersionView } from '../../../ipc/common.ts';
import { robustnessOf, STUDY_DEFAULTS } from '../../../scoring/robustness.ts';
import type { Block, Column } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { capital, strong, text } from '../parts.ts';
import { restrictedNote } from '../restricted.ts';

type Robust = ReturnType<typeof robustnessOf>;
type Study = NonNullable<Robust['study']>;
type Told = {
  readonly book: Book;
  readonly robust: Robust;
  readonly nameOf: (indicator: string) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (share: number | null | undefined) => string;
  /** Mark of all that the study rests on. */
  readonly mark: ReturnType<Book['mark']>;
};

const left = (title: string, width: number): Column => ({ title, width, align: 'left' });
const right = (title: string, width: number): Column => ({ title, width, align: 'right' });

/** Where raters differ, first as it is, the widest first, and only then a number (field-practice 2.6.14). */
function agreement({ book, robust, nameOf, number, mark }: Told): Block[] {
  const { t } = book;
  const { disagreements, alpha, interval, reliance, raters } = robust.agreement;
  const heading: Block = {
    kind: 'heading',
    level: 2,
    id: 'indicator-agreement',
    text: t('robustness.agreement.title'),
  };
  if (!disagreements.some(({ span }) => span !== null))
    return [heading, { kind: 'paragraph', parts: [text(t('robustness.agreement.few'))], ...mark }];
  const sure =
    interval === null
      ? t('robustness.agreement.noInterval')
      : t('robustness.agreement.interval', { low: number(interval.low, 3), high: number(interval.high, 3) });
  const value = t('robustness.agreement.alpha', { alpha: alpha === null ? '–' : number(alpha, 3) });
  return [
    heading,
    {
      kind: 'paragraph',
      parts: [
        text(
          `${t('robustness.agreement.lead')} ${t('pages.indicators.raters', { list: raters.join(', ') })}`,
        ),
      ],
      ...mark,
    },
    {
      kind: 'table',
      id: 'indicator-disagreement',
      caption: t('pages.indicators.disagreement'),
      columns: [
        left(t('robustness.agreement.column.indicator'), 7),
        right(t('robustness.agreement.column.given'), 2),
        left(t('robustness.agreement.column.span'), 3),
      ],
      rows: disagreements.map(({ indicator, given, span }) => ({
        cells: [
          [text(nameOf(indicator))],
          [text(String(given))],
          [
            text(
              span === null
                ? t('robustness.agreement.alone')
                : t('robustness.agreement.levels', { count: span }),
            ),
          ],
        ],
        total: false,
      })),
      empty: t('robustness.agreement.few'),
      ...mark,
    },
    {
      kind: 'paragraph',
      parts: [
        text(
          `${value}; ${sure}. ${capital(t(`cli.calc.agreement.reliance.${reliance}`))}. ${t('robustness.agreement.unstable')}`,
        ),
      ],
      ...mark,
    },
  ];
}

function classTable({ book, percent, mark }: Told, study: Study): Block {
  const { t } = book;
  return {
    kind: 'table',
    id: 'robustness-classes',
    caption: t('robustness.study.classes'),
    columns: [left(t('robustness.study.column.concern'), 8), right(t('robustness.study.column.share'), 4)],
    rows: study.classes.map(({ concern, share }) => ({
      cells: [[text(t(`robustness.study.concern.${concern}`))], [text(percent(share))]],
      total: false,
    })),
    empty: t('robustness.study.none'),
    ...mark,
  };
}

function tornadoTable({ book, nameOf, number, mark }: Told, study: Study): Block {
  const { t } = book;
  return {
    kind: 'table',
    id: 'robustness-tornado',
    caption: t('robustness.study.tornado'),
    columns: [
      left(t('robustness.study.column.indicator'), 8),
      right(t('robustness.study.column.low'), 2),
      right(t('robustness.study.column.high'), 2),
    ],
    rows: study.tornado.map(({ indicator, low, high }) => ({
      cells: [[text(nameOf(indicator))], [text(number(low))], [text(number(high))]],
      total: false,
    })),
    empty: t('robustness.study.none'),
    ...mark,
  };
}

function flipBlock({ book, nameOf, mark }: Told, study: Study): Block {
  const { t } = book;
  if (study.flips.length === 0)
    return { kind: 'paragraph', parts: [text(t('robustness.study.flipsNone'))], ...mark };
  return {
    kind: 'bullets',
    items: study.flips.map(({ indicator, value, from, to }) => [
      text(
        t('robustness.study.flip', {
          indicator: nameOf(indicator),
          value,
          from: t(`robustness.study.concern.${from}`),
          to: t(`robustness.study.concern.${to}`),
        }),
      ),
    ]),
    ...mark,
  };
}

/** The case among its reference profiles: a comparison, no norm. */
function references({ book, robust, percent, mark }: Told): Block[] {
  const { t } = book;
  const { ranking } = robust;
  if (ranking.length === 0) return [{ kind: 'paragraph', parts: [text(t('pages.indicators.noReferences'))] }];
  return [
    {
      kind: 'table',
      id: 'robustness-references',
      caption: t('robustness.references.title'),
      columns: [
        left(t('robustness.references.column'), 6),
        right(t('robustness.references.first', { rank: 1 }), 3),
        right(t('robustness.references.confidence'), 3),
      ],
      rows: ranking.map(({ name, own, ranks, confidence }) => ({
        cells: [
          [own ? strong(t('robustness.references.own')) : text(name)],
          [text(percent(ranks[0]))],
          [text(percent(confidence))],
        ],
        total: false,
      })),
      empty: t('robustness.references.none'),
      ...mark,
    },
  ];
}

function study(told: Told): Block[] {
  const { book, robust, nameOf, number, percent, mark } = told;
  const { t } = book;
  const { study: found } = robust;
  const para = (value: string): Block => ({ kind: 'paragraph', parts: [text(value)], ...mark });
  if (found === null)
    return [para(t(robust.tooTight ? 'robustness.study.tooTight' : 'robustness.study.none'))];
  const top = found.classes.reduce((best, one) => (one.share > best.share ? one : best));
  const concern = t(`robustness.study.concern.${top.concern}`);
  return [
    {
      kind: 'paragraph',
      parts: [strong(t('robustness.study.head', { share: percent(top.share), concern }))],
      ...mark,
    },
    para(
      [
        t('robustness.study.lead'),
        ...(found.unknown.length === 0
          ? []
          : [t('robustness.study.headUnknown', { list: found.unknown.map(nameOf).join(', ') })]),
        t('pages.indicators.studied', { list: found.indicators.map(nameOf).join(', ') }),
        t('pages.indicators.settings', { cut: number(STUDY_DEFAULTS.cut) }),
      ].join(' '),
    ),
    para(
      t('robustness.study.classesLead', {
        draws: number(STUDY_DEFAULTS.draws),
        seed: STUDY_DEFAULTS.seed,
        error: number(found.error),
      }),
    ),
    classTable(told, found),
    para(t('robustness.study.tornadoLead')),
    tornadoTable(told, found),
    para(
      `${t('robustness.study.sum', { min: number(found.sum.min), max: number(found.sum.max) })}. ${t('robustness.study.national', found.national)}.`,
    ),
    { kind: 'heading', level: 3, id: 'robustness-flips', text: t('robustness.study.flips') },
    flipBlock(told, found),
    { kind: 'heading', level: 3, id: 'robustness-profiles', text: t('robustness.references.title') },
    para(t('robustness.references.lead')),
    ...references(told),
  ];
}

/** Agreement and robustness as the screen has them, from what may be printed here: the tool's own construct (AMB-01). */
export function robustness(book: Book): Block[] {
  const { t, lang, views, input } = book;
  const of = (type: VersionView['type']) => views.filter((view) => view.type === type);
  const judged = {
    indicators: input.pack.indicators,
    ratings: of('rating'),
    agreed: of('reconciliation'),
    references: of('referenceProfile'),
  };
  const rests = [...judged.ratings, ...judged.agreed, ...judged.references, ...book.definitions.flat()];
  const format = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(LOCALES[lang], options).format(value);
  const told: Told = {
    book,
    robust: robustnessOf(judged, { weights: {}, ...STUDY_DEFAULTS }),
    nameOf: (id) => input.pack.indicators.find((one) => one.id === id)?.title[lang] ?? id,
    number: (value, digits = 2) => format(value, { maximumFractionDigits: digits }),
    percent: (share) =>
      share === null || share === undefined
        ? '–'
        : format(share, { style: 'percent', maximumFractionDigits: 0 }),
    mark: book.mark(...rests.map(({ marking }) => marking)),
  };
  return [
    ...agreement(told),
    { kind: 'heading', level: 2, id: 'indicator-robustness', text: t('robustness.study.title') },
    {
      kind: 'callout',
      tone: 'info',
      title: t('document.indicators.introTitle'),
      parts: [text(t('robustness.study.construct'))],
    },
    ...restrictedNote(book),
    ...study(told),
  ];
}
