import { missingEvidence } from '../../../collect/missing.ts';
import { ADVICE, collectionPlan, type PlanItem } from '../../../collect/plan.ts';
import { leafById } from '../../../framework/wording.ts';
import { studyLaw } from '../../../law/study.ts';
import type { RecordId } from '../../../model/ids.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Block, Parts } from '../../blocks.ts';
import { byRecord, type Versions } from '../../group.ts';
import { claimBody } from '../../health.ts';
import type { Book } from '../book.ts';
import { propertyText } from '../claims.ts';
import { codeOf } from '../codes.ts';
import { chip, lines, text } from '../parts.ts';
import { testText } from '../proof.ts';
import { subjectText } from '../subject.ts';
import { dateText } from '../wording.ts';
import { legalOf } from './law-told.ts';

type Task = BodyOf<'task'>;

/** What something bears on: the advice, a law, or a leaf by its code and title. */
function nameOf({ t, lang, input }: Book, laws: ReadonlyMap<string, string>, id: string): string {
  if (id === ADVICE) return t('collect.advice');
  const title = leafById(input.pack, id)?.title[lang];
  return laws.get(id) ?? (title === undefined ? codeOf(id) : `${codeOf(id)} ${title}`);
}

function titleOf(book: Book, item: PlanItem): string {
  if (item.kind === 'fact') return testText(book, item.atom);
  if (item.kind === 'leaf') {
    const title = leafById(book.input.pack, item.leaf)?.title[book.lang];
    return `${codeOf(item.leaf)} ${title ?? ''}`.trim();
  }
  const claim = book.find(item.claim);
  if (claim === undefined) return book.t('document.claim.unknownRecord');
  const { subject, property } = claimBody(claim);
  return `${subjectText(book, subject)}: ${propertyText(book, property)}`;
}

function taskParts({ t }: Book, versions: Versions | undefined): Parts {
  const body = versions?.[0].body as Task | undefined;
  if (versions === undefined || body === undefined) return [text(t('collect.state.free'))];
  const due = body.due === undefined ? [] : [[text(`${t('collect.column.due')}: ${dateText(body.due, t)}`)]];
  const state = versions.length > 1 ? 'conflict' : body.done ? 'done' : 'open';
  return lines([
    [text(body.who)],
    ...due,
    [
      chip(
        state === 'done' ? 'met' : state === 'conflict' ? 'attention' : 'neutral',
        t(`collect.state.${state}`),
      ),
    ],
  ]);
}

/** The collection plan: what would settle the open verdicts, what settles most first, with who finds it out by when. */
export function plan(book: Book): Block[] {
  const { t, lang, assessment, verdicts, claims, views, mark, find } = book;
  const legal = legalOf(book);
  const laws = new Map(legal?.facts.laws.map(({ item }) => [item.id, item.short[lang]]) ?? []);
  const bodies = new Map<RecordId, BodyOf<'claim'>>(
    claims.map(([first]) => [first.record, claimBody(first)]),
  );
  const items = collectionPlan({
    open: assessment.open,
    wanted: legal ? studyLaw(legal.facts, legal.day).open : [],
    missing: missingEvidence(
      verdicts.map(([{ body }]) => body as BodyOf<'verdict'>),
      bodies,
    ),
  });
  const tasks = new Map(
    byRecord(views.filter(({ type }) => type === 'task')).map((versions) => [
      (versions[0].body as Task).item,
      versions,
    ]),
  );
  const named = (ids: readonly string[]): string => ids.map((id) => nameOf(book, laws, id)).join(', ');
  return [
    { kind: 'heading', level: 2, id: 'gaps-plan', text: t('collect.title') },
    {
      kind: 'table',
      id: 'plan',
      caption: t('collect.print.lead'),
      columns: [
        { title: t('collect.column.item'), width: 4.6, align: 'left' },
        { title: t('collect.column.effect'), width: 4, align: 'left' },
        { title: t('collect.column.who'), width: 2.6, align: 'left' },
      ],
      rows: items.map((item) => {
        const { settles, touches, key } = item;
        const rest = touches.filter((id) => !settles.includes(id));
        const versions = tasks.get(key);
        const claim = item.kind === 'claim' ? find(item.claim) : undefined;
        return {
          cells: [
            [text(titleOf(book, item))],
            lines([
              ...(settles.length > 0 ? [[text(t('collect.settles', { list: named(settles) }))]] : []),
              ...(rest.length > 0 ? [[text(t('collect.touches', { list: named(rest) }))]] : []),
            ]),
            taskParts(book, versions),
          ],
          total: false,
          ...mark(...(claim ? [claim.marking] : []), ...(versions ?? []).map(({ marking }) => marking)),
        };
      }),
      empty: t('collect.print.none'),
    },
  ];
}
