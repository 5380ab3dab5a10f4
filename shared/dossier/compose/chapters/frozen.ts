import { BLOCKERS } from '../../../freeze/ready.ts';
import { outcomeText, partText } from '../../../freeze/wording.ts';
import type { FrozenView } from '../../../ipc/freeze.ts';
import { isWithin } from '../../../model/marking.ts';
import { isRecordType } from '../../../model/records.ts';
import type { Block, Parts } from '../../blocks.ts';
import type { Book } from '../book.ts';
import type { FactItem } from '../facts.ts';
import { chip, lines, text } from '../parts.ts';
import { dateText, dayOf } from '../wording.ts';

/** A digest in groups of eight, so that it can be read out and broken over lines. */
const grouped = (digest: string): string => digest.match(/.{1,8}/g)?.join(' ') ?? digest;

/** The name of what stood in the way; the codes of points that a later app knows stay as they are. */
function overruledParts({ t }: Book, { overruled }: FrozenView): Parts {
  if (overruled.length === 0) return [text(t('pages.frozen.noneOverruled'))];
  return lines(
    overruled.map((code) => {
      const known = BLOCKERS.find((one) => one === code);
      return [text(known === undefined ? code : t(`pages.frozen.blocker.${known}`))];
    }),
  );
}

function sinceText({ t }: Book, { changed, check, drift }: FrozenView): string {
  if (changed.length === 0) return t('freeze.list.nothing');
  const list = changed
    .map(
      ({ type, count }) =>
        `${count} ${isRecordType(type) ? t(`words.${count === 1 ? 'type' : 'typeMany'}.${type}`) : type}`,
    )
    .join(', ');
  const same = check === 'same' && drift.length === 0 ? ` ${t('freeze.list.sameOutcome')}` : '';
  return `${t('freeze.list.changed', { list })}.${same}`;
}

/** What was signed: who, when, data, packs and outcome as digests, and what stood in the way. */
function signedItems(book: Book, frozen: FrozenView, whole: boolean): FactItem[] {
  const { t } = book;
  const { author, time, day, note, reason, packs, state, result, check } = frozen;
  const item = (term: string, ...value: Parts): FactItem => ({ term, value });
  return [
    item(t('pages.frozen.by'), text(t('document.gates.by', { who: author, day: dateText(dayOf(time), t) }))),
    item(t('pages.frozen.day'), text(dateText(day, t))),
    ...(note?.trim() ? [item(t('pages.frozen.note'), text(note.trim()))] : []),
    item(
      t('pages.frozen.packs'),
      ...lines(
        packs.map(({ id, version, digest }) => [
          text(t('pages.frozen.pack', { id, version, digest: grouped(digest) })),
        ]),
      ),
    ),
    item(t('pages.frozen.parameters'), text(t('pages.frozen.parametersText'))),
    item(t('pages.frozen.overruled'), ...overruledParts(book, frozen)),
    ...(reason?.trim() ? [item(t('pages.frozen.reason'), text(reason.trim()))] : []),
    ...(whole
      ? [
          item(t('pages.frozen.state'), text(grouped(state))),
          item(t('pages.frozen.result'), text(grouped(result))),
          item(
            t('pages.frozen.check'),
            chip(check === 'same' ? 'neutral' : 'attention', t(`freeze.check.${check}`)),
          ),
          ...(check === 'incomplete' ? [] : [item(t('pages.frozen.since'), text(sinceText(book, frozen)))]),
        ]
      : []),
  ];
}

/** Outcomes that differ since, of one that comes out the same here; of another nothing can be said. */
function driftTable(book: Book, { title, drift, check, marking }: FrozenView, place: number): Block[] {
  const { t, lang } = book;
  if (check !== 'same') return [];
  return [
    {
      kind: 'table',
      id: `frozen-${place}-drift`,
      caption: t('pages.frozen.drift', { title }),
      columns: [
        { title: t('freeze.list.of'), width: 5, align: 'left' },
        { title: t('freeze.list.was'), width: 3.5, align: 'left' },
        { title: t('freeze.list.is'), width: 3.5, align: 'left' },
      ],
      rows: drift.map(({ of, was, is }) => ({
        cells: [
          [text(partText(t, of, lang))],
          [text(outcomeText(t, of, was))],
          [text(outcomeText(t, of, is))],
        ],
        total: false,
      })),
      empty: t('pages.frozen.noDrift'),
      ...book.mark(marking, book.highest),
    },
  ];
}

/**
 * Frozen assessments with what is needed to make them again, and what became different since (RA-1, REP-4; issue 5.10).
 * A digest of outcomes tells who guesses well what the outcomes were, so that it is left out where any stood above the
 * ceiling, then or now.
 */
export function frozen(book: Book): Block[] {
  const { t, input } = book;
  const { ceiling, pastAbove } = input;
  const shown = input.frozen.filter(({ marking }) => ceiling === undefined || isWithin(marking, ceiling));
  const above = input.frozen.length - shown.length;
  const note = (value: string): Block => ({ kind: 'paragraph', parts: [text(value)] });
  return [
    { kind: 'heading', level: 1, id: 'frozen', text: t('document.chapter.frozen') },
    note(t('pages.frozen.intro')),
    ...(above > 0 ? [note(t('pages.frozen.above', { count: above }))] : []),
    ...(shown.length === 0 && above === 0 ? [note(t('pages.frozen.none'))] : []),
    ...(shown.length > 0 && pastAbove ? [note(t('pages.frozen.withheld'))] : []),
    ...shown.flatMap((one, place): Block[] => [
      {
        kind: 'heading',
        level: 2,
        id: `frozen-${place + 1}`,
        text: one.title,
        ...book.mark(one.marking),
      },
      { kind: 'facts', items: signedItems(book, one, !pastAbove), ...book.mark(one.marking) },
      ...(pastAbove ? [] : driftTable(book, one, place + 1)),
    ]),
  ];
}
