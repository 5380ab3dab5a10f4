import { LOCALES } from '../../../i18n/index.ts';
import type { ScenarioColumn, ScenarioComparison } from '../../../ipc/scenarios.ts';
import type { BodyOf } from '../../../model/records.ts';
import { shareWords } from '../../../ownership/share-words.ts';
import { compareScenarios } from '../../../scenario/compare.ts';
import { type SpeechOf, sentencesOf, speechOf } from '../../../scenario/sentences.ts';
import { type Section, type SectionKey, sectionsOf } from '../../../scenario/table.ts';
import { viewOf } from '../../../scenario/view.ts';
import type { Block } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { emphasis, lines, strong, text } from '../parts.ts';
import { dateText, dayOf, numberText } from '../wording.ts';

/** Sections that are printed as tables; what the others tell stands in the sentences already. */
const PRINTED: readonly SectionKey[] = [
  'capital',
  'votes',
  'diluted',
  'control',
  'block',
  'crossings',
  'owners',
  'power',
];
/** Of these a cell is a list of names: a line for each scenario, as columns would be too narrow for it. */
const LONG: readonly SectionKey[] = ['block', 'crossings'];
/** A page is wide enough for so many columns beside the first. */
const MOST_COLUMNS = 7;

/** How names, parts and amounts are written on the page. */
function speech(book: Book, comparison: ScenarioComparison): SpeechOf {
  const { t, lang } = book;
  const { percent, span } = shareWords(lang);
  const list = (type: 'conjunction' | 'disjunction') => {
    const format = new Intl.ListFormat(LOCALES[lang], { type });
    return (items: readonly string[]): string => format.format(items);
  };
  return speechOf(comparison, {
    t,
    percent: (part) => percent(part),
    span: (part) => span(part),
    euros: (amount) => numberText(Math.round(amount), 'eur', book),
    number: (value) => numberText(value, 'count', book),
    list: list('conjunction'),
    either: list('disjunction'),
  });
}

/** What is wrong with a scenario, or nothing. */
function warnings(column: ScenarioColumn, { t }: SpeechOf): Block[] {
  const items = [
    ...(column.versions.length > 1 ? [t('scenarios.conflict', { count: column.versions.length })] : []),
    ...(column.baseMissing ? [t('scenarios.baseMissing')] : []),
    ...column.problems.map(({ step, code, inherited }) => {
      const place = t(inherited ? 'scenarios.problem.atInherited' : 'scenarios.problem.at', {
        step: step + 1,
      });
      return `${place}. ${t(`scenarios.problem.${code}`)}`;
    }),
  ];
  return items.length === 0
    ? []
    : [
        {
          kind: 'callout',
          tone: 'warning',
          title: t('scenarios.page.warning'),
          parts: [],
          items: items.map((item) => [text(item)]),
        },
      ];
}

function columnBlocks(
  book: Book,
  column: ScenarioColumn,
  place: number,
  { columns }: ScenarioComparison,
  words: SpeechOf,
): Block[] {
  const { t } = book;
  const body = column.versions[0]?.body as BodyOf<'scenario'> | undefined;
  const marking = column.versions.map((version) => version.marking);
  const base = columns.find(({ id }) => id === body?.basedOn)?.versions[0]?.body.title;
  const about =
    body === undefined
      ? []
      : [
          t(`scenarios.kind.${body.kind}`),
          ...(body.intervention === undefined ? [] : [t(`scenarios.intervention.${body.intervention}`)]),
          ...(body.day === undefined ? [] : [dateText(body.day, t)]),
          ...(base === undefined ? [] : [t('scenarios.basedOn', { name: String(base) })]),
        ];
  const [first = '', ...others] = sentencesOf(column, words);
  return [
    {
      kind: 'heading',
      level: 2,
      id: `scenario-${place}`,
      text: body === undefined ? t('scenarios.facts') : `(${place}) ${body.title}`,
      ...book.mark(...marking),
    },
    ...(about.length > 0
      ? [{ kind: 'paragraph' as const, parts: [emphasis(about.join('; '))], ...book.mark(...marking) }]
      : []),
    { kind: 'paragraph', parts: [strong(first)], ...book.mark(...marking) },
    ...(others.length > 0
      ? [{ kind: 'bullets' as const, items: others.map((one) => [text(one)]), ...book.mark(...marking) }]
      : []),
    ...(body?.note?.trim()
      ? [
          {
            kind: 'paragraph' as const,
            parts: [emphasis(t('scenarios.page.note', { note: body.note.trim() }))],
            ...book.mark(...marking),
          },
        ]
      : []),
    ...warnings(column, words),
  ];
}

/** One section as tables of at most so many columns; the facts stand first in each. */
function tables(book: Book, section: Section, { columns }: ScenarioComparison): Block[] {
  const { t } = book;
  const others = columns.map((_, i) => i).slice(1);
  const groups = Array.from({ length: Math.ceil(others.length / (MOST_COLUMNS - 1)) }, (_, i) => [
    0,
    ...others.slice(i * (MOST_COLUMNS - 1), (i + 1) * (MOST_COLUMNS - 1)),
  ]);
  const name = t(`scenarios.section.${section.key}`);
  return groups.map((shown, part): Block => {
    const markings = shown.flatMap((i) => columns[i]?.versions.map(({ marking }) => marking) ?? []);
    return {
      kind: 'table',
      id: `scenarios-${section.key}-${part}`,
      caption: t('scenarios.page.caption', { section: name }),
      columns: [
        { title: t('scenarios.table.row'), width: 26, align: 'left' },
        ...shown.map((i) => ({
          title: i === 0 ? t('scenarios.factsShort') : `(${i})`,
          width: 74 / shown.length,
          align: 'left' as const,
        })),
      ],
      rows: section.rows.map(({ label, cells }) => ({
        cells: [
          [text(label)],
          ...shown.map((i) => {
            const said = cells[i]?.lines ?? [];
            return said.length === 0 ? [text('–')] : lines(said.map((line) => [text(line)]));
          }),
        ],
        total: false,
      })),
      empty: t('scenarios.page.empty'),
      ...book.mark(...markings),
    };
  });
}

/** One section as a line for each scenario and row that says something. */
function longTable(book: Book, section: Section, { columns }: ScenarioComparison): Block {
  const { t } = book;
  const name = t(`scenarios.section.${section.key}`);
  return {
    kind: 'table',
    id: `scenarios-${section.key}`,
    caption: t('scenarios.page.caption', { section: name }),
    columns: [
      { title: t('scenarios.page.scenario'), width: 12, align: 'left' },
      { title: t('scenarios.table.row'), width: 30, align: 'left' },
      { title: name, width: 58, align: 'left' },
    ],
    rows: columns.flatMap((column, i) =>
      section.rows.flatMap(({ label, cells }) => {
        const said = cells[i]?.lines ?? [];
        if (said.length === 0) return [];
        return [
          {
            cells: [
              [text(i === 0 ? t('scenarios.factsShort') : `(${i})`)],
              [text(label)],
              lines(said.map((line) => [text(line)])),
            ],
            total: false,
            ...book.mark(...column.versions.map(({ marking }) => marking)),
          },
        ];
      }),
    ),
    empty: t('scenarios.page.empty'),
  };
}

/** The company as it is beside each scenario, when there are any: sentences first, then tables (PUR-11, PUR-18). */
export function scenarios(book: Book): Block[] {
  const { t, company, views, input } = book;
  const [own] = company ?? [];
  if (own === undefined) return [];
  const day = input.validAt ?? dayOf(input.lastChange);
  const comparison = compareScenarios({ views, company: own.record, day });
  if (comparison.columns.length === 1) return [];
  const name = book.nameOf(own.record);
  const view = viewOf(
    comparison,
    { record: own.record, type: own.type, label: name, marking: own.marking },
    views,
  );
  const words = speech(book, view);
  return [
    { kind: 'heading', level: 1, id: 'scenarios', text: t('document.chapter.scenarios') },
    {
      kind: 'paragraph',
      parts: [
        text(`${t('scenarios.page.intro', { name, day: dateText(day, t) })} ${t('scenarios.orderNote')}`),
      ],
    },
    ...view.columns.flatMap((column, place) => columnBlocks(book, column, place, view, words)),
    { kind: 'heading', level: 2, id: 'scenarios-tables', text: t('scenarios.table.title') },
    ...sectionsOf(view, words)
      .filter(({ key }) => PRINTED.includes(key))
      .flatMap((section) =>
        LONG.includes(section.key) ? [longTable(book, section, view)] : tables(book, section, view),
      ),
    {
      kind: 'paragraph',
      parts: [text(`${t('scenarios.decisionsNote')} ${t('scenarios.crossingsNote')}`)],
    },
  ];
}
