import { PANES, type Pane } from '../../../model/records/threat.ts';
import type { BodyOf } from '../../../model/records.ts';
import { YARDSTICKS } from '../../../scoring/yardstick.ts';
import { CRITERIA, criterionOf } from '../../../threat/criteria.ts';
import { DEFAULT_YARDSTICK, likelihoodText, percentText } from '../../../threat/likelihood.ts';
import type { Block, Parts } from '../../blocks.ts';
import { byRecord, type Versions } from '../../group.ts';
import type { Book } from '../book.ts';
import { argued } from '../evidence.ts';
import { chip, emphasis, lines, strong, text } from '../parts.ts';
import { authorText, dateText, dayOf } from '../wording.ts';
import { hypotheses } from './hypotheses.ts';
import { column } from './law-told.ts';

type Appraisal = BodyOf<'appraisal'>;
const bodiesOf = (versions: Versions): Appraisal[] => versions.map(({ body }) => body as Appraisal);

function statementParts({ t }: Book, { statement, criterion }: Appraisal): Parts[] {
  const known = criterionOf(criterion);
  return [
    [text(statement)],
    ...(known ? [[emphasis(`${t(`threat.criterion.${known.id}`)} (${known.article})`)]] : []),
  ];
}

/** Likelihood and confidence on lines of their own: two axes, never one sentence (ICD 203). */
function likelihoodParts({ t, lang }: Book, { likelihood, confidence }: Appraisal): Parts[] {
  const said = likelihoodText(likelihood, lang);
  return [
    [said === undefined ? chip('gap', t('threat.likelihood.by.unknown')) : strong(said)],
    [
      text(
        confidence === undefined
          ? t('threat.noConfidence')
          : t('threat.confidence', { word: t(`words.confidence.${confidence}`) }),
      ),
    ],
  ];
}

function argumentParts(book: Book, body: Appraisal): Parts[] {
  const { t } = book;
  const more = (['alternatives', 'assumptions'] as const).flatMap((member): Parts[] => {
    const said = body[member]?.trim();
    return said ? [[emphasis(`${t(`threat.field.${member}`)}: `), text(said)]] : [];
  });
  const argument =
    body.argument.trim() === '' && body.evidence.length === 0
      ? [chip('gap', t('threat.noArgument'))]
      : argued(book, body.argument, body.evidence);
  return [argument, ...more];
}

function paneTable(book: Book, pane: Pane, appraisals: readonly Versions[]): Block {
  const { t } = book;
  return {
    kind: 'table',
    id: `threat-${pane}`,
    caption: t(`threat.pane.${pane}`),
    columns: [
      column(t('threat.field.statement'), 4.2),
      column(t('threat.field.likelihood'), 3),
      column(t('threat.field.argument'), 6),
    ],
    rows: appraisals.map((versions) => ({
      cells: [
        lines(bodiesOf(versions).flatMap((body) => statementParts(book, body))),
        lines(bodiesOf(versions).flatMap((body) => likelihoodParts(book, body))),
        lines(
          versions.flatMap((view) => [
            ...argumentParts(book, view.body as Appraisal),
            [
              emphasis(
                t('document.gates.by', { who: authorText(view.author), day: dateText(dayOf(view.time), t) }),
              ),
            ],
          ]),
        ),
      ],
      total: false,
      ...book.mark(...versions.map(({ marking }) => marking)),
    })),
    empty: t('threat.none'),
  };
}

/** In the order of the criteria of the Act, then the case's own by their words. */
const inOrder = (a: Versions, b: Versions): number => {
  const [x, y] = [a, b].map(([{ body }]) => {
    const { criterion, statement } = body as Appraisal;
    const place = CRITERIA.findIndex(({ id }) => id === criterion);
    return { place: place < 0 ? CRITERIA.length : place, statement };
  }) as [{ place: number; statement: string }, { place: number; statement: string }];
  return x.place - y.place || (x.statement < y.statement ? -1 : 1);
};

/** Threat, vulnerability and consequence beside each other and never multiplied, then the hypotheses for condition 2. */
export function threat(book: Book): Block[] {
  const { t, lang, views } = book;
  const chosen = views.find(({ type }) => type === 'yardstick')?.body as BodyOf<'yardstick'> | undefined;
  const id = chosen?.yardstick ?? DEFAULT_YARDSTICK;
  const terms = YARDSTICKS.find((one) => one.id === id)?.terms ?? [];
  const appraisals = byRecord(views.filter(({ type }) => type === 'appraisal'));
  const words = terms
    .map((term) => `${term[lang]} ${percentText({ min: term.from, max: term.to })}`)
    .join('; ');
  return [
    { kind: 'heading', level: 1, id: 'threat', text: t('threat.title') },
    { kind: 'paragraph', parts: [text(t('threat.lead'))] },
    {
      kind: 'callout',
      tone: 'info',
      title: t('threat.yardstick.title'),
      parts: [text(`${t(`threat.yardstick.name.${id}`)}: ${words}.`)],
    },
    ...PANES.map((pane) =>
      paneTable(
        book,
        pane,
        appraisals.filter((versions) => bodiesOf(versions)[0]?.pane === pane).toSorted(inOrder),
      ),
    ),
    ...hypotheses(book),
  ];
}
