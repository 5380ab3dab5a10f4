import { isAnswered, standingOf } from '../../../challenge/necessity.ts';
import { leafById } from '../../../framework/wording.ts';
import type { VersionView } from '../../../ipc/common.ts';
import { type CheckItem, GAMING_CHECKS, TRADECRAFT_CHECKS } from '../../../model/records/challenge.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Block, Parts, Tone } from '../../blocks.ts';
import { byRecord, type Versions } from '../../group.ts';
import type { Book } from '../book.ts';
import { codeOf } from '../codes.ts';
import { argued } from '../evidence.ts';
import { chip, emphasis, lines, text } from '../parts.ts';
import { authorText, dateText, dayOf } from '../wording.ts';
import { column } from './law-told.ts';

const FINDING_TONES = { holds: 'met', doubtful: 'undetermined', fails: 'notMet' } as const;
const RESULT_TONES = {
  clear: 'met',
  concern: 'notMet',
  undetermined: 'undetermined',
} as const satisfies Record<BodyOf<'check'>['result'], Tone>;

const byLine = ({ t }: Book, view: VersionView): Parts => [
  emphasis(t('document.gates.by', { who: authorText(view.author), day: dateText(dayOf(view.time), t) })),
];

const challengeBody = (view: VersionView) => view.body as BodyOf<'challenge'>;

/** Whether a challenge counts as one; of a verdict that is not on the page nothing is told. */
function standingParts(book: Book, view: VersionView): Parts[] {
  const { t, input, verdicts } = book;
  const body = challengeBody(view);
  const verdict = verdicts.find(([first]) => (first.body as BodyOf<'verdict'>).leaf === body.leaf);
  if (verdict === undefined) return [];
  const signers = input.signers.get(verdict[0].record) ?? [];
  const standing = standingOf(
    { record: view.record, author: view.author.key, body },
    verdict.map(({ digest }) => ({ digest, signers })),
  );
  return [[chip(standing === 'counts' ? 'neutral' : 'gap', t(`challenge.${standing}`))]];
}

function challengeTable(book: Book, challenges: readonly Versions[]): Block {
  const { t, lang, input } = book;
  const order = (versions: Versions): string => challengeBody(versions[0]).leaf;
  return {
    kind: 'table',
    id: 'challenges',
    caption: t('challenge.list.title'),
    columns: [
      column(t('challenge.page.verdict'), 3.2),
      column(t('challenge.page.finding'), 3),
      column(t('challenge.page.argument'), 7),
    ],
    rows: challenges
      .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
      .map((versions) => ({
        cells: [
          [
            text(
              `${codeOf(order(versions))} ${leafById(input.pack, order(versions))?.title[lang] ?? ''}`.trim(),
            ),
          ],
          lines(
            versions.flatMap((view) => {
              const { finding } = challengeBody(view);
              return [
                [chip(FINDING_TONES[finding], t(`challenge.finding.${finding}`))],
                ...standingParts(book, view),
              ];
            }),
          ),
          lines(
            versions.flatMap((view) => {
              const { argument, evidence } = challengeBody(view);
              return [argued(book, argument, evidence), byLine(book, view)];
            }),
          ),
        ],
        total: false,
        ...book.mark(...versions.map(({ marking }) => marking)),
      })),
    empty: t('challenge.list.none'),
  };
}

function checkTable(
  book: Book,
  kind: 'gaming' | 'tradecraft',
  items: readonly CheckItem[],
  checks: ReadonlyMap<string, Versions>,
): Block {
  const { t } = book;
  return {
    kind: 'table',
    id: `checks-${kind}`,
    caption: t(`challenge.${kind}.title`),
    columns: [
      column(t('challenge.column.question'), 5),
      column(t('challenge.column.result'), 3),
      column(t('challenge.column.reason'), 5.8),
    ],
    rows: items.map((item) => {
      const versions = checks.get(item) ?? [];
      const bodies = versions.map(({ body }) => body as BodyOf<'check'>);
      const open = isAnswered(bodies) ? [] : [[chip('gap', t('challenge.notAnswered'))]];
      return {
        cells: [
          [text(t(`challenge.item.${item}`))],
          lines([
            ...bodies.map(({ result }) => [
              chip(RESULT_TONES[result], t(`challenge.result.${kind}.${result}`)),
            ]),
            ...open,
          ]),
          versions.length === 0
            ? [text('–')]
            : lines(
                versions.flatMap((view) => {
                  const { reason, evidence } = view.body as BodyOf<'check'>;
                  return [argued(book, reason, evidence), byLine(book, view)];
                }),
              ),
        ],
        total: false,
        ...book.mark(...versions.map(({ marking }) => marking)),
      };
    }),
    empty: '–',
  };
}

/**
 * What others hold against the verdicts, with whether that counts as a challenge (NEC-05); the questions on strategic
 * behaviour (NEC-06) and on one's own work (ICD 203), also those that nobody answered.
 */
export function challenge(book: Book): Block[] {
  const { t, views } = book;
  const of = (type: 'challenge' | 'check') => byRecord(views.filter((view) => view.type === type));
  const checks = new Map(of('check').map((all) => [(all[0].body as BodyOf<'check'>).item as string, all]));
  return [
    { kind: 'heading', level: 1, id: 'challenge', text: t('challenge.title') },
    { kind: 'paragraph', parts: [text(t('challenge.lead'))] },
    challengeTable(book, of('challenge')),
    checkTable(book, 'gaming', GAMING_CHECKS, checks),
    checkTable(book, 'tradecraft', TRADECRAFT_CHECKS, checks),
  ];
}
