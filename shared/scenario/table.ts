import type { CHANGES, ScenarioColumn, ScenarioComparison } from '../ipc/scenarios.ts';
import type { DecisionRule } from './decisions.ts';
import type { SpeechOf } from './sentences.ts';

type Interval = { readonly min: number; readonly max: number };

/** What stands in one column of a row; no lines for nothing. */
export type Cell = { readonly lines: readonly string[]; readonly change?: (typeof CHANGES)[number] };
export type Row = { readonly key: string; readonly label: string; readonly cells: readonly Cell[] };

export const SECTION_KEYS = [
  'capital',
  'votes',
  'control',
  'block',
  'board',
  'crossings',
  'money',
  'measures',
  'diluted',
  'owners',
  'power',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];
/** The sections that a reader sees first. */
export const MAIN_SECTIONS: readonly SectionKey[] = SECTION_KEYS.slice(0, SECTION_KEYS.indexOf('diluted'));
export type Section = { readonly key: SectionKey; readonly rows: readonly Row[] };

const SOME = 1e-9;
const MOST_OWNERS = 20;
const NOTHING: Cell = { lines: [] };
const cell = (...lines: readonly string[]): Cell => ({ lines });
const isSome = (part: Interval | undefined): part is Interval => part !== undefined && part.max > SOME;

type Build = (comparison: ScenarioComparison, words: SpeechOf) => Row[];

/** Every name once, in the order in which the columns bring them. */
const namesIn = (
  { columns }: ScenarioComparison,
  of: (column: ScenarioColumn) => readonly string[],
): string[] => [...new Set(columns.flatMap(of))];

const filled = (rows: readonly Row[]): Row[] =>
  rows.filter(({ cells }) => cells.some(({ lines }) => lines.length > 0));

const parts =
  (basis: 'capital' | 'votes'): Build =>
  (comparison, { t, nameOf, span }) =>
    filled([
      ...namesIn(comparison, ({ holders }) => holders.map(({ holder }) => holder)).map((holder) => ({
        key: holder,
        label: nameOf(holder),
        cells: comparison.columns.map((column): Cell => {
          const row = column.holders.find((one) => one.holder === holder);
          if (!isSome(row?.[basis])) return NOTHING;
          return { lines: [span(row[basis])], change: row.change[basis] };
        }),
      })),
      {
        key: 'unrecorded',
        label: t('scenarios.unrecorded'),
        cells: comparison.columns.map(({ unrecorded }) =>
          isSome(unrecorded[basis]) ? cell(span(unrecorded[basis])) : NOTHING,
        ),
      },
    ]);

/** Only when some right is reserved somewhere: else it would say the same as the capital. */
const diluted: Build = (comparison, { nameOf, span }) => {
  const differs = comparison.columns.some(({ holders }) =>
    holders.some((row) => Math.abs(row.diluted.capital.max - row.capital.max) > SOME),
  );
  if (!differs) return [];
  return filled(
    namesIn(comparison, ({ holders }) => holders.map(({ holder }) => holder)).map((holder) => ({
      key: holder,
      label: nameOf(holder),
      cells: comparison.columns.map((column): Cell => {
        const part = column.holders.find((one) => one.holder === holder)?.diluted.capital;
        return isSome(part) ? cell(span(part)) : NOTHING;
      }),
    })),
  );
};

/** The largest ultimate owners of any column. */
const owners: Build = (comparison, { nameOf, span, percent }) => {
  const most = new Map<string, number>();
  for (const column of comparison.columns)
    for (const { owner, max } of column.owners) most.set(owner, Math.max(max, most.get(owner) ?? 0));
  const ranked = [...most].sort((a, b) => b[1] - a[1]).slice(0, MOST_OWNERS);
  return filled(
    ranked.map(([owner]) => ({
      key: owner,
      label: nameOf(owner),
      cells: comparison.columns.map((column): Cell => {
        const row = column.owners.find((one) => one.owner === owner);
        if (!isSome(row)) return NOTHING;
        const { min, max, point, change } = row;
        return { lines: [point === null || max - min > SOME ? span({ min, max }) : percent(point)], change };
      }),
    })),
  );
};

const control: Build = (comparison, { t, nameOf, groupName, span }) => [
  {
    key: 'alone',
    label: t('scenarios.table.alone'),
    cells: comparison.columns.map(({ controllers }) =>
      controllers.length === 0
        ? cell(t('scenarios.table.nobody'))
        : cell(
            ...controllers.map(
              ({ controller, control: verdict }) =>
                `${nameOf(controller)}: ${t(`scenarios.table.verdict.${verdict}`)}`,
            ),
          ),
    ),
  },
  ...comparison.groups.map(({ id }) => ({
    key: id,
    label: groupName(id),
    cells: comparison.columns.map((column): Cell => {
      const row = column.groups.find(({ group }) => group === id);
      if (row === undefined || (!isSome(row.votes) && row.control === 'excluded')) return NOTHING;
      return {
        lines: [span(row.votes), t(`scenarios.table.verdict.${row.control}`)],
        change: row.change,
      };
    }),
  })),
];

/** So many names at most stand in a cell; the others are counted. */
const MOST_NAMES = 3;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A row for each kind of decision; a cell names who can stop it, those of the transaction first. */
const block: Build = (comparison, { t, nameOf }) =>
  namesIn(comparison, ({ says }) => says.flatMap((one) => one.says.map(({ decision }) => decision))).map(
    (id) => ({
      key: id,
      label: upper(t(`scenarios.decision.${id as DecisionRule['id']}`)),
      cells: comparison.columns.map(({ says, investors }): Cell => {
        const able = says
          .flatMap(({ holder, votes, says: own }) => {
            const say = own.find(({ decision }) => decision === id);
            if (say === undefined || say.block === 'excluded') return [];
            const note =
              say.alone === 'certain'
                ? ` (${t('scenarios.table.decideAlone')})`
                : say.block === 'possible'
                  ? ` (${t('scenarios.table.block.possible')})`
                  : '';
            return [
              { text: `${nameOf(holder)}${note}`, first: investors.includes(holder), votes: votes.max },
            ];
          })
          .sort((a, b) => Number(b.first) - Number(a.first) || b.votes - a.votes);
        const named = able.length > MOST_NAMES + 1 ? able.slice(0, MOST_NAMES) : able;
        const more = able.length - named.length;
        return cell(
          ...named.map(({ text }) => text),
          ...(more > 0 ? [t('scenarios.table.others', { count: more })] : []),
        );
      }),
    }),
  );

const RIGHTS = {
  appointment: 'scenarios.table.appointment',
  goldenShare: 'scenarios.table.goldenShare',
  veto: 'scenarios.table.veto',
  information: 'scenarios.table.information',
  consultation: 'scenarios.table.consultation',
  control: 'scenarios.table.rightControl',
} as const;

const board: Build = ({ columns }, { t, nameOf, count }) =>
  filled([
    {
      key: 'seats',
      label: t('scenarios.table.seats'),
      cells: columns.map(({ board: { size, seats } }) =>
        cell(
          ...seats.map(({ holder, seats: own }) => {
            const number =
              size === null ? count(own) : t('scenarios.table.seatsOf', { seats: count(own), size });
            return `${nameOf(holder)}: ${number}`;
          }),
        ),
      ),
    },
    ...(Object.keys(RIGHTS) as (keyof typeof RIGHTS)[]).map((right) => ({
      key: right,
      label: t(RIGHTS[right]),
      cells: columns.map(({ board: { rights } }) =>
        cell(
          ...rights.flatMap((one) =>
            one.right !== right
              ? []
              : [one.detail === undefined ? nameOf(one.holder) : `${nameOf(one.holder)}: ${one.detail}`],
          ),
        ),
      ),
    })),
  ]);

/** A row for each law; a cell tells for each level who reaches it or falls below it. */
const crossings: Build = (comparison, words) => {
  const { t, lawName, groupName, percent } = words;
  const rules = namesIn(comparison, (column) => column.crossings.map(({ rule }) => rule));
  return filled([
    ...rules.map((rule) => ({
      key: rule,
      label: lawName(rule),
      cells: comparison.columns.map(
        (column): Cell =>
          cell(
            ...column.crossings
              .filter((one) => one.rule === rule)
              .map(({ group, level, direction, verdict, notify }) => {
                const what = t(direction === 'up' ? 'scenarios.table.reached' : 'scenarios.table.left', {
                  level: percent(level),
                });
                const notes = [
                  ...(verdict === 'possible' ? [t('scenarios.table.crossVerdict.possible')] : []),
                  ...(notify ? [t('scenarios.table.notify')] : []),
                ];
                return `${groupName(group)}: ${what}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
              }),
          ),
      ),
    })),
    {
      key: 'appointers',
      label: t('scenarios.table.appointer'),
      cells: comparison.columns.map(({ appointers }) => cell(...appointers.map(words.nameOf))),
    },
  ]);
};

const money: Build = ({ columns }, { t, money: say, span, nameOf }) =>
  filled([
    ...(['now', 'later'] as const).map((when) => ({
      key: when,
      label: t(when === 'now' ? 'scenarios.table.moneyNow' : 'scenarios.table.moneyLater'),
      cells: columns.map(({ money: { lines, ...totals } }): Cell => {
        const own = lines.filter(({ later }) => later === (when === 'later'));
        if (own.length === 0) return NOTHING;
        const each = own.map(({ who, what, amount }) =>
          t('scenarios.money.line', {
            what: t(`scenarios.money.${what}`),
            who: nameOf(who),
            amount: say(amount),
          }),
        );
        return own.length === 1 ? cell(...each) : cell(say(totals[when]), ...each);
      }),
    })),
    {
      key: 'dilution',
      label: t('scenarios.table.dilution'),
      cells: columns.map(({ dilution }) => (isSome(dilution) ? cell(span(dilution)) : NOTHING)),
    },
  ]);

const power: Build = (comparison, { t, nameOf, percent }) =>
  (['simple', 'twoThirds'] as const).flatMap((decision) => {
    const of = (column: ScenarioColumn) => column.power.find((one) => one.decision === decision);
    const label = (name: string): string => `${name}, ${t(`scenarios.decision.${decision}`)}`;
    const reasons = comparison.columns.map((column) => of(column)?.reason);
    return filled([
      ...namesIn(comparison, (column) => of(column)?.holders.map(({ holder }) => holder) ?? []).map(
        (holder) => ({
          key: `${decision} ${holder}`,
          label: label(nameOf(holder)),
          cells: comparison.columns.map((column): Cell => {
            const row = of(column)?.holders.find((one) => one.holder === holder);
            if (row === undefined) return NOTHING;
            const same = Math.abs(row.banzhaf - row.shapley) < SOME;
            return same
              ? cell(percent(row.banzhaf))
              : cell(
                  `${t('scenarios.table.banzhaf')} ${percent(row.banzhaf)}`,
                  `${t('scenarios.table.shapley')} ${percent(row.shapley)}`,
                );
          }),
        }),
      ),
      {
        key: `${decision} none`,
        label: label(t('scenarios.section.power')),
        cells: reasons.map((reason) =>
          reason === undefined ? NOTHING : cell(t(`scenarios.table.powerNone.${reason}`)),
        ),
      },
    ]);
  });

const measures: Build = ({ columns }, { t, nameOf }) =>
  filled([
    {
      key: 'certificates',
      label: t('scenarios.table.certificate'),
      cells: columns.map(({ certificates }) =>
        cell(
          ...certificates.map(({ holder, trustee }) =>
            t('scenarios.table.certificateText', { holder: nameOf(holder), trustee: nameOf(trustee) }),
          ),
        ),
      ),
    },
    {
      key: 'measures',
      label: t('scenarios.table.measure'),
      cells: columns.map(({ measures: all }) =>
        cell(
          ...all.map(({ measure, detail }) =>
            detail === undefined
              ? t(`scenarios.measure.${measure}`)
              : `${t(`scenarios.measure.${measure}`)}: ${detail}`,
          ),
        ),
      ),
    },
  ]);

const BUILD: Readonly<Record<SectionKey, Build>> = {
  capital: parts('capital'),
  votes: parts('votes'),
  control,
  block,
  board,
  crossings,
  money,
  measures,
  diluted,
  owners,
  power,
};

/** The comparison as rows of words under headings, one cell a column; the same on screen, command line and page. */
export const sectionsOf = (comparison: ScenarioComparison, words: SpeechOf): Section[] =>
  SECTION_KEYS.map((key) => ({ key, rows: BUILD[key](comparison, words) })).filter(
    ({ rows }) => rows.length > 0,
  );
