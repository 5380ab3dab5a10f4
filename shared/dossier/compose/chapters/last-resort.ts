import { leafById } from '../../../framework/wording.ts';
import { INSTRUMENT_GROUPS, INTERESTS, standingOn } from '../../../instruments/catalogue.ts';
import { isInstrument, type LadderStudy, type StudiedRung, studyLadder } from '../../../instruments/study.ts';
import { NL_LAW } from '../../../law/nl-law.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Outcome } from '../../../model/vocabulary.ts';
import { atomsOf } from '../../../rules/prove.ts';
import type { Block, Parts } from '../../blocks.ts';
import { byRecord, type Versions } from '../../group.ts';
import type { Book } from '../book.ts';
import { codeOf } from '../codes.ts';
import { evidenceParts } from '../evidence.ts';
import { chip, emphasis, lines, strong, text } from '../parts.ts';
import { markingsIn, proofMarkings, testText } from '../proof.ts';
import { restrictedNote } from '../restricted.ts';
import { authorText, dateText, dayOf } from '../wording.ts';
import { column, legalOf } from './law-told.ts';
import { marketBlocks } from './market.ts';

type Told = { readonly book: Book; readonly day: string; readonly study: LadderStudy };

const rungsOf = (versions: Versions | undefined): BodyOf<'rung'>[] =>
  (versions ?? []).map(({ body }) => body as unknown as BodyOf<'rung'>);

const markingsOf = (book: Book, { applies, versions }: StudiedRung) => [
  ...(versions ?? []).map(({ marking }) => marking),
  ...proofMarkings(book, applies?.proof),
  ...(applies?.laws ?? []).flatMap(({ proof }) => proofMarkings(book, proof)),
];

function nameParts({ book, day }: Told, { rung }: StudiedRung): Parts {
  const { t, lang } = book;
  const standing = isInstrument(rung) ? standingOn(rung, day) : undefined;
  return lines([
    [text(`${codeOf(rung.id)} ${rung.title[lang]}`)],
    ...(standing
      ? [
          [
            emphasis(
              t('instruments.ladder.standing', {
                status: t(`instruments.status.${standing.status}`),
                day: dateText(standing.from, t),
              }),
            ),
          ],
        ]
      : []),
    ...(standing?.toVerify ? [[chip('gap', t('law.toVerify'))]] : []),
  ]);
}

/** Whether an instrument reaches the company, and by which law or question. */
function appliesParts({ book }: Told, { applies }: StudiedRung): Parts {
  const { t, lang } = book;
  if (applies === undefined) return [chip('neutral', t('instruments.applies.offered'))];
  const laws = applies.laws.map(({ item, scope }) => {
    const name = NL_LAW.items.find(({ id }) => id === item)?.short[lang] ?? item;
    return [text(`${name}: ${t(`law.scope.${scope}`).toLowerCase()}`)];
  });
  const asked = applies.proof
    ? atomsOf(applies.proof).map(({ atom, outcome }) => [
        text(`${testText(book, atom)} ${t(`words.outcome.${outcome}`)}.`),
      ])
    : [];
  return lines([[chip(applies.outcome, t(`instruments.applies.${applies.outcome}`))], ...laws, ...asked]);
}

function verdictParts({ book }: Told, { gap, versions }: StudiedRung): Parts {
  const { t } = book;
  const judged = rungsOf(versions);
  return lines([
    ...(gap === undefined ? [] : [[chip('gap', t(`instruments.gap.${gap}`))]]),
    ...judged.map(({ verdict, ground }) => [
      strong(t(`instruments.verdict.${verdict}`)),
      ...(ground === undefined ? [] : [text(`. ${t(`instruments.ground.${ground}`)}`)]),
    ]),
  ]);
}

/** Reason, what it covers, whether in time, what remains, on what evidence and by whom. */
function reasonParts({ book }: Told, { versions }: StudiedRung): Parts {
  const { t } = book;
  if (versions === undefined) return [text('–')];
  return lines(
    versions.flatMap((view) => {
      const { verdict, covers, inTime, residual, reason, evidence } = view.body as unknown as BodyOf<'rung'>;
      const known = INTERESTS.filter((one) => covers.includes(one));
      const list = known.map((one) => t(`instruments.interest.${one}`)).join('; ');
      const by = t('document.gates.by', { who: authorText(view.author), day: dateText(dayOf(view.time), t) });
      const working = verdict === 'suffices' || verdict === 'insufficient';
      const left = residual?.trim()
        ? t('document.lastResort.residual', { text: residual.trim() })
        : t('document.lastResort.noResidual');
      return [
        reason.trim() ? [text(reason.trim())] : [chip('gap', t('instruments.gap.noReason'))],
        ...(working
          ? [
              [
                text(
                  `${known.length > 0 ? t('document.lastResort.covers', { list }) : t('document.lastResort.coversNothing')} ${t('document.lastResort.inTime', { answer: t(`instruments.inTime.${inTime}`) })}`,
                ),
              ],
              [text(left)],
            ]
          : []),
        ...(evidence.length > 0
          ? [[text(`${t('document.lastResort.evidence')} `), ...evidenceParts(book, evidence)]]
          : []),
        [emphasis(by)],
      ];
    }),
  );
}

function ladderTable(told: Told, id: string, caption: string, rungs: readonly StudiedRung[]): Block {
  const { book } = told;
  const { t } = book;
  return {
    kind: 'table',
    id: `ladder-${id}`,
    caption,
    columns: [
      column(t('document.lastResort.column.instrument'), 3.6),
      column(t('document.lastResort.column.applies'), 2.8),
      column(t('document.lastResort.column.verdict'), 2.2),
      column(t('document.lastResort.column.reason'), 5.4),
    ],
    rows: rungs.map((rung) => ({
      cells: [
        nameParts(told, rung),
        appliesParts(told, rung),
        verdictParts(told, rung),
        reasonParts(told, rung),
      ],
      total: false,
      ...book.mark(...markingsOf(book, rung)),
    })),
    empty: t('document.lastResort.empty'),
  };
}

function head({ book, study, day }: Told, market: readonly Versions[]): Block[] {
  const { t, lang } = book;
  const { rungs, suggests } = study;
  const open = rungs.filter(({ gap }) => gap !== undefined).length;
  const enough = rungs.filter(
    ({ gap, versions }) => gap === undefined && rungsOf(versions)[0]?.verdict === 'suffices',
  );
  const list = enough.map(({ rung }) => rung.title[lang]).join(', ');
  const said = [
    t('instruments.head.judged', { done: rungs.length - open, all: rungs.length }),
    ...(open > 0 ? [t('instruments.head.open', { count: open })] : []),
    ...(enough.length > 0 ? [t('instruments.head.suffices', { count: enough.length, list })] : []),
    market.length === 0
      ? t('instruments.head.marketNone')
      : t('instruments.head.market', { count: market.length }),
  ];
  const mark = book.mark(
    ...[...rungs.flatMap(({ versions }) => versions ?? []), ...market.flat()].map(({ marking }) => marking),
  );
  return [
    {
      kind: 'paragraph',
      parts: [
        text(`${t('instruments.head.over', { day: dateText(day, t) })}: `),
        strong(t(`instruments.head.word.${suggests.both}`)),
        text('.'),
      ],
      ...mark,
    },
    { kind: 'bullets', items: said.map((one) => [text(one)]), ...mark },
    { kind: 'paragraph', parts: [text(t('document.lastResort.intro'))] },
  ];
}

/** What ladder and market suggest for each leg, beside what people judged. */
function legTable({ book, study }: Told, market: readonly Versions[]): Block {
  const { t, lang, input } = book;
  const legs: readonly (readonly [string, Outcome, readonly Versions[]])[] = [
    ['NEC-01', study.suggests.law, study.rungs.flatMap(({ versions }) => (versions ? [versions] : []))],
    ['NEC-02', study.suggests.market, market],
  ];
  return {
    kind: 'table',
    id: 'last-resort-legs',
    caption: t('document.lastResort.legs'),
    columns: [
      column(t('document.lastResort.leg'), 6),
      column(t('document.lastResort.suggestion'), 2.4),
      column(t('document.lastResort.verdict'), 2.4),
    ],
    rows: legs.map(([leaf, outcome, rests]) => {
      const versions = book.verdicts.flat().filter(({ body }) => (body as BodyOf<'verdict'>).leaf === leaf);
      const stated = versions.map(({ body }) => (body as BodyOf<'verdict'>).outcome);
      const word = (one: Outcome): Parts => [chip(one, t(`words.outcome.${one}`))];
      return {
        cells: [
          [text(`${codeOf(leaf)} ${leafById(input.pack, leaf)?.title[lang] ?? ''}`.trim())],
          word(outcome),
          stated.length === 0 ? [emphasis(t('law.cases.notJudged'))] : lines(stated.map(word)),
        ],
        total: false,
        ...book.mark(
          ...versions.map(({ marking }) => marking),
          ...markingsIn(
            book,
            rests.map(([{ record }]) => record),
          ),
        ),
      };
    }),
    empty: t('document.lastResort.empty'),
  };
}

/** Why no lighter way suffices: every instrument and measure with verdict and reason, and the market (NEC-01 to NEC-04). */
export function lastResort(book: Book): Block[] {
  const { t, views, input } = book;
  const of = (type: 'rung' | 'marketContact') => byRecord(views.filter((view) => view.type === type));
  const day = input.validAt ?? dayOf(input.lastChange);
  const market = of('marketContact');
  const study = studyLadder(of('rung'), market, legalOf(book)?.facts, day);
  const told: Told = { book, day, study };
  const groups = INSTRUMENT_GROUPS.map((group) => {
    const caption = t('document.lastResort.caption', { group: t(`instruments.group.${group}`) });
    const own = study.rungs.filter(({ rung }) => isInstrument(rung) && rung.group === group);
    return ladderTable(told, group, caption, own);
  });
  const measures = study.rungs.filter(({ rung }) => !isInstrument(rung));
  return [
    { kind: 'heading', level: 1, id: 'last-resort', text: t('document.chapter.lastResort') },
    ...head(told, market),
    ...restrictedNote(book),
    legTable(told, market),
    { kind: 'heading', level: 2, id: 'ladder', text: t('instruments.ladder.title') },
    ...groups,
    ladderTable(told, 'measures', t('document.lastResort.measures'), measures),
    ...marketBlocks(book, market),
  ];
}
