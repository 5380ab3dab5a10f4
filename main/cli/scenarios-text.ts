import { LOCALES } from '#shared/i18n/index.ts';
import type { ScenarioColumn, ScenarioComparison } from '#shared/ipc/scenarios.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { type SpeechOf, sentencesOf, speechOf } from '#shared/scenario/sentences.ts';
import { type Section, type SectionKey, sectionsOf } from '#shared/scenario/table.ts';
import { columns, wrap } from './layout.ts';
import { plainText, shareWords } from './share-text.ts';
import type { Terminal } from './terminal.ts';

/** Title and kind of a column, and what it builds on. */
function heading(column: ScenarioColumn, { columns: all }: ScenarioComparison, { t }: SpeechOf): string[] {
  const body = column.versions[0]?.body as BodyOf<'scenario'> | undefined;
  if (body === undefined) return [t('scenarios.facts')];
  const base = all.find(({ id }) => id === body.basedOn)?.versions[0]?.body.title;
  const about = [
    t(`scenarios.kind.${body.kind}`),
    ...(body.intervention === undefined ? [] : [t(`scenarios.intervention.${body.intervention}`)]),
    ...(base === undefined ? [] : [t('scenarios.basedOn', { name: plainText(String(base)) })]),
  ];
  return [`${plainText(body.title)} (${about.join('; ')})`];
}

const problems = (column: ScenarioColumn, { t }: SpeechOf): string[] => [
  ...(column.baseMissing ? [t('scenarios.baseMissing')] : []),
  ...column.problems.map(({ step, code, inherited }) => {
    const place = t(inherited ? 'scenarios.problem.atInherited' : 'scenarios.problem.at', { step: step + 1 });
    return `${place}: ${t(`scenarios.problem.${code}`)}`;
  }),
];

/** A section as columns; a cell with several lines takes as many. */
function table({ key, rows }: Section, count: number, { t }: SpeechOf): string[] {
  const heads = Array.from({ length: count }, (_, i) => (i === 0 ? t('scenarios.factsShort') : `(${i})`));
  const lines = rows.flatMap(({ label, cells }) =>
    Array.from({ length: Math.max(1, ...cells.map((one) => one.lines.length)) }, (_, line) => [
      line === 0 ? label : '',
      ...cells.map((one) => one.lines[line] ?? (line === 0 ? '–' : '')),
    ]),
  );
  return columns([[t(`scenarios.section.${key}`), ...heads], ...lines], '  ');
}

/** Sections of which the cells are figures, short enough for columns on a terminal. */
const AS_TABLE: readonly SectionKey[] = ['capital', 'votes', 'diluted', 'owners'];

/** The comparison as the window tells it: the verdict of each column in sentences, then the tables. */
export function scenarioLines({ t, lang }: Terminal, comparison: ScenarioComparison): string[] {
  const locale = LOCALES[lang];
  const { percent, span } = shareWords(lang);
  const euros = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const lists = (type: 'conjunction' | 'disjunction') => {
    const format = new Intl.ListFormat(locale, { type });
    return (items: readonly string[]): string => format.format(items);
  };
  const plain = {
    ...comparison,
    nodes: comparison.nodes.map((node) => ({ ...node, label: plainText(node.label) })),
  };
  const words = speechOf(plain, {
    t,
    percent,
    span,
    euros: (amount) => euros.format(amount),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    list: lists('conjunction'),
    either: lists('disjunction'),
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return [
    `${t('scenarios.title')}: ${plainText(comparison.target.label)}`,
    t('scenarios.leadDay', { day: day.format(new Date(comparison.day)) }),
    ...comparison.columns.flatMap((column, i) => [
      '',
      ...heading(column, plain, words).map((line) => (i === 0 ? line : `(${i}) ${line}`)),
      ...[...sentencesOf(column, words), ...problems(column, words)].flatMap((line) =>
        wrap(plainText(line), '  '),
      ),
    ]),
    ...sectionsOf(plain, words)
      .filter(({ key }) => AS_TABLE.includes(key))
      .flatMap((section) => ['', ...table(section, plain.columns.length, words)]),
    '',
    ...wrap(t('scenarios.decisionsNote'), '  '),
    ...wrap(t('scenarios.crossingsNote'), '  '),
    ...wrap(t('scenarios.orderNote'), '  '),
  ];
}
