import type { TextKey, Translate } from '../i18n/index.ts';
import type { ScenarioColumn, ScenarioComparison } from '../ipc/scenarios.ts';
import { THRESHOLD_RULES } from '../ownership/rules.ts';
import { STATE_GROUP } from './groups.ts';
import { POOL } from './run.ts';

type Interval = { readonly min: number; readonly max: number };
type Amount = { readonly min: number; readonly max: number | null };
type Say = ScenarioColumn['says'][number]['says'][number];

/** How names, parts and amounts are written; the face, the command line and the page each have their own. */
export type Speech = {
  readonly t: Translate;
  readonly percent: (part: number) => string;
  readonly span: (part: Interval) => string;
  readonly euros: (amount: number) => string;
  readonly number: (value: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** The same with "or". */
  readonly either: (items: readonly string[]) => string;
};

const SOME = 1e-9;

/** Names of nodes and groups, and amounts, in the words of a speech. */
export function speechOf(comparison: ScenarioComparison, speech: Speech) {
  const names = new Map(comparison.nodes.map(({ node, label }) => [node, label]));
  const { t, euros } = speech;
  const nameOf = (node: string): string => (node === POOL ? t('scenarios.pool') : (names.get(node) ?? '…'));
  const range = ({ min, max }: Amount, one: (value: number) => string): string =>
    max === null
      ? min > 0
        ? t('scenarios.money.from', { min: one(min) })
        : t('scenarios.money.unknown')
      : max - min < SOME
        ? one(max)
        : t('scenarios.money.range', { min: one(min), max: one(max) });
  return {
    ...speech,
    nameOf,
    facts: comparison.columns[0] as ScenarioColumn,
    states: comparison.groups.find(({ id }) => id === STATE_GROUP)?.nodes ?? [],
    groupName: (id: string): string => (id === STATE_GROUP ? t('scenarios.state') : nameOf(id)),
    money: (amount: Amount): string => range(amount, euros),
    count: (amount: Amount): string => range(amount, speech.number),
    /** Field of law and name of a threshold rule. */
    lawName: (rule: string): string => {
      const known = THRESHOLD_RULES.find(({ id }) => id === rule);
      return known
        ? `${t(`ownership.rules.regime.${known.regime}`)}: ${t(`ownership.rule.${known.id}.name` as TextKey)}`
        : rule;
    },
  };
}
export type SpeechOf = ReturnType<typeof speechOf>;

const isSome = (part: Interval): boolean => part.max > SOME;
const isOpen = ({ min, max }: Interval): boolean => max - min > SOME;

function controllers({ controllers: all }: ScenarioColumn, words: SpeechOf, after: boolean): string {
  const { t, list, nameOf } = words;
  const of = (control: string) => all.filter((one) => one.control === control);
  const [certain, possible] = [of('certain'), of('possible')];
  if (certain.length > 0)
    return t('scenarios.say.controller.certain', {
      names: list(certain.map((one) => nameOf(one.controller))),
    });
  if (possible.length > 0)
    return t('scenarios.say.controller.possible', {
      names: list(possible.map((one) => nameOf(one.controller))),
    });
  return t(after ? 'scenarios.say.controller.noneAfter' : 'scenarios.say.controller.none');
}

/** What a block of votes can stop, and at what turnout it stops the next. */
function blocking(name: string, says: readonly Say[], { t, either, percent }: SpeechOf): string[] {
  const named = (all: readonly Say[]): string =>
    either(all.map(({ decision }) => t(`scenarios.decision.${decision}`)));
  const certain = says.filter(({ block, alone }) => block === 'certain' && alone !== 'certain');
  const possible = says.filter(({ block }) => block === 'possible');
  const next = says.find(
    ({ decision, turnout }) => decision === 'twoThirds' && turnout !== null && turnout < 1 && turnout >= 0.5,
  );
  return [
    ...(certain.length > 0 ? [t('scenarios.say.block', { name, decisions: named(certain) })] : []),
    ...(possible.length > 0 ? [t('scenarios.say.blockPossible', { name, decisions: named(possible) })] : []),
    ...(next?.turnout
      ? [t('scenarios.say.turnout', { turnout: percent(next.turnout), name, decisions: named([next]) })]
      : []),
  ];
}

function investor(node: string, column: ScenarioColumn, words: SpeechOf): string[] {
  const { t, span, nameOf } = words;
  const name = nameOf(node);
  const row = column.groups.find(({ group }) => group === node);
  const held = column.holders.find(({ holder }) => holder === node);
  if (row === undefined) return [];
  const diluted = held?.diluted.capital;
  const more = diluted !== undefined && Math.abs(diluted.max - (held?.capital.max ?? 0)) > SOME;
  if (!isSome(row.votes) && !isSome(row.capital))
    return diluted !== undefined && isSome(diluted)
      ? [t('scenarios.say.getsLater', { name, capital: span(diluted) })]
      : [];
  return [
    t('scenarios.say.gets', { name, votes: span(row.votes), capital: span(row.capital) }),
    ...(more && held !== undefined && diluted.max > held.capital.max
      ? [t('scenarios.say.diluted', { capital: span(diluted) })]
      : []),
    t(`scenarios.say.control.${row.control}`),
    ...blocking(name, row.says, words),
  ];
}

/** Seats and vetoes that the facts do not have. */
function board(column: ScenarioColumn, words: SpeechOf): string[] {
  const { t, list, nameOf, count, facts } = words;
  const { size, seats, rights } = column.board;
  const had = facts.board;
  const newSeats = seats.filter(
    ({ holder, seats: own }) =>
      !had.seats.some(
        (old) => old.holder === holder && old.seats.min === own.min && old.seats.max === own.max,
      ),
  );
  const vetoes = Map.groupBy(
    rights.filter(
      ({ right, holder, detail }) =>
        right === 'veto' &&
        !had.rights.some((old) => old.right === right && old.holder === holder && old.detail === detail),
    ),
    ({ holder }) => holder,
  );
  return [
    ...newSeats.map(({ holder, seats: own }) =>
      size === null
        ? t('scenarios.say.seats', { name: nameOf(holder), seats: count(own) })
        : t('scenarios.say.seatsOf', { name: nameOf(holder), seats: count(own), size }),
    ),
    ...[...vetoes].map(([holder, all]) => {
      const details = all.flatMap(({ detail }) => (detail === undefined ? [] : [detail]));
      return details.length === 0
        ? t('scenarios.say.vetoBare', { name: nameOf(holder) })
        : t('scenarios.say.veto', { name: nameOf(holder), list: list(details) });
    }),
  ];
}

const FEW = 4;

function state(column: ScenarioColumn, { t, span, list, nameOf, states }: SpeechOf): string[] {
  const row = column.groups.find(({ group }) => group === STATE_GROUP);
  if (row === undefined) return [];
  const names = states.length <= FEW ? list(states.map(nameOf)) : t('scenarios.stateMany');
  const count = states.length;
  if (!isSome(row.votes)) return [t('scenarios.say.state.none', { names, count })];
  return [
    t(isOpen(row.votes) ? 'scenarios.say.state.possible' : 'scenarios.say.state.certain', {
      names,
      count,
      votes: span(row.votes),
    }),
  ];
}

/** Levels that ask for a notification, each once with the surest verdict, whoever reaches it. */
export function notifications(column: ScenarioColumn): ScenarioColumn['crossings'] {
  const found = new Map<string, ScenarioColumn['crossings'][number]>();
  for (const crossing of column.crossings) {
    if (!crossing.notify) continue;
    const key = `${crossing.rule} ${crossing.level}`;
    const before = found.get(key);
    if (before === undefined || (before.verdict === 'possible' && crossing.verdict === 'certain'))
      found.set(key, crossing);
  }
  return [...found.values()];
}

function notice(column: ScenarioColumn, { t, list, percent }: SpeechOf): string {
  const all = notifications(column);
  if (all.length === 0) return t('scenarios.say.notifyNone');
  const laws = Map.groupBy(all, ({ regime, verdict }) => `${regime} ${verdict}`);
  const named = [...laws.values()].map((same) => {
    const [first] = same as [(typeof all)[number], ...typeof all];
    const known = THRESHOLD_RULES.find(({ id }) => id === first.rule);
    const field = known ? t(`ownership.rules.regime.${known.regime}`) : first.rule;
    const maybe = first.verdict === 'possible' ? t('scenarios.say.notifyMaybe') : '';
    return `${field} ${list(same.map(({ level }) => percent(level)))}${maybe}`;
  });
  return t('scenarios.say.notify', { count: all.length, list: named.join('; ') });
}

/**
 * What a column comes to, in plain sentences with the verdict first. The same sentences stand on the screen, on the
 * command line and on the page.
 */
export function sentencesOf(column: ScenarioColumn, words: SpeechOf): string[] {
  const { t, span, money, list, nameOf } = words;
  const largest = column.says.toSorted((a, b) => b.votes.max - a.votes.max)[0];
  if (column.id === 'facts')
    return [
      controllers(column, words, false),
      ...(largest && isSome(largest.votes)
        ? [t('scenarios.say.largest', { name: nameOf(largest.holder), votes: span(largest.votes) })]
        : []),
      ...state(column, words),
    ];
  const changed = column.holders.some(({ change }) => change.capital !== 'same' || change.votes !== 'same');
  const { now, later } = column.money;
  if (
    !changed &&
    column.money.lines.length === 0 &&
    column.measures.length === 0 &&
    column.board.size === null
  )
    return [t('scenarios.say.unchanged')];
  return [
    ...column.investors.flatMap((node) => investor(node, column, words)),
    ...column.certificates.map(({ holder, trustee, part }) =>
      part.min === 1
        ? t('scenarios.say.certificateAll', { holder: nameOf(holder), trustee: nameOf(trustee) })
        : t('scenarios.say.certificate', {
            part: span(part),
            holder: nameOf(holder),
            trustee: nameOf(trustee),
          }),
    ),
    ...board(column, words),
    controllers(column, words, true),
    ...state(column, words),
    notice(column, words),
    ...(now.max === null || now.max > 0 ? [t('scenarios.say.money', { money: money(now) })] : []),
    ...(later.max === null || later.max > 0 ? [t('scenarios.say.moneyLater', { money: money(later) })] : []),
    ...(isSome(column.dilution) ? [t('scenarios.say.dilution', { share: span(column.dilution) })] : []),
    ...(column.measures.length > 0
      ? [
          t('scenarios.say.measures', {
            list: list(
              column.measures.map(({ measure, detail }) =>
                detail === undefined
                  ? t(`scenarios.measure.${measure}`)
                  : measure === 'other'
                    ? detail
                    : `${t(`scenarios.measure.${measure}`)} (${detail})`,
              ),
            ),
          }),
        ]
      : []),
  ];
}
