import { LOCALES } from '#shared/i18n/index.ts';
import type { ScenarioColumn, ScenarioComparison } from '#shared/ipc/scenarios.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { type SpeechOf, sentencesOf, speechOf } from '#shared/scenario/sentences.ts';
import { columns, wrap } from './layout.ts';
import { plainText, shareWords } from './share-text.ts';
import type { Terminal } from './terminal.ts';

const SOME = 1e-9;

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

/** A table of one basis: a row for each holder, a column for the facts and each scenario. */
function shareTable(
  { columns: all }: ScenarioComparison,
  basis: 'capital' | 'votes',
  { t, nameOf, span }: SpeechOf,
): string[] {
  const holders = [...new Set(all.flatMap((one) => one.holders.map(({ holder }) => holder)))];
  const cell = (column: ScenarioColumn, holder: string): string => {
    const part = column.holders.find((one) => one.holder === holder)?.[basis];
    return part === undefined || part.max < SOME ? '–' : span(part);
  };
  const rows = holders
    .map((holder) => [nameOf(holder), ...all.map((column) => cell(column, holder))])
    .filter(([, ...cells]) => cells.some((text) => text !== '–'));
  const left = all.map(({ unrecorded }) => (unrecorded[basis].max < SOME ? '–' : span(unrecorded[basis])));
  return columns(
    [
      [
        t(`scenarios.section.${basis}`),
        ...all.map((_, i) => (i === 0 ? t('scenarios.factsShort') : `(${i})`)),
      ],
      ...rows,
      ...(left.some((text) => text !== '–') ? [[t('scenarios.unrecorded'), ...left]] : []),
    ],
    '  ',
  );
}

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
    ...(['capital', 'votes'] as const).flatMap((basis) => ['', ...shareTable(plain, basis, words)]),
    '',
    ...wrap(t('scenarios.decisionsNote'), '  '),
    ...wrap(t('scenarios.crossingsNote'), '  '),
    ...wrap(t('scenarios.orderNote'), '  '),
  ];
}
