import { inOneOrder } from '../dossier/group.ts';
import type { RecordRef, VersionView } from '../ipc/common.ts';
import type { CHANGES, ScenarioColumn, ScenarioComparison } from '../ipc/scenarios.ts';
import type { Interval } from '../ownership/interest.ts';
import { THRESHOLD_RULES } from '../ownership/rules.ts';
import type { Column, Comparison } from './compare.ts';
import { sum, ZERO } from './interval.ts';
import type { Money } from './run.ts';

const SAME = 1e-9;
type Change = (typeof CHANGES)[number];

const changeOf = (before: Interval, after: Interval): Change =>
  after.min > before.max + SAME
    ? 'up'
    : after.max < before.min - SAME
      ? 'down'
      : Math.abs(after.min - before.min) < SAME && Math.abs(after.max - before.max) < SAME
        ? 'same'
        : 'open';

const amountOf = ({ min, max }: Interval) => ({ min, max: Number.isFinite(max) ? max : null });
const totalOf = (lines: readonly Money[]) => amountOf(sum(lines.map(({ amount }) => amount)));

/** Laws under which reaching a level asks for a notification (field practice 2.1.2, 2.2). */
const NOTIFIED: readonly string[] = ['vifo', 'telecom', 'energy'];

function columnOf(column: Column, facts: Column, versions: readonly VersionView[]): ScenarioColumn {
  const { deal, outcome } = column;
  const heldBefore = new Map(facts.outcome.holders.map((row) => [row.holder, row]));
  const ownedBefore = new Map(facts.outcome.owners.map((row) => [row.owner, row]));
  const groupBefore = new Map(facts.outcome.groups.map((row) => [row.group, row]));
  return {
    id: column.scenario?.record ?? 'facts',
    versions: [...versions],
    investors: [...column.investors],
    holders: outcome.holders.map(({ holder, capital, votes, diluted, lots }) => {
      const before = heldBefore.get(holder);
      return {
        holder,
        capital,
        votes,
        diluted,
        classes: [...new Set(lots.map(({ shareClass }) => shareClass).filter((name) => name !== ''))],
        change: {
          capital: changeOf(before?.capital ?? ZERO, capital),
          votes: changeOf(before?.votes ?? ZERO, votes),
        },
      };
    }),
    unrecorded: outcome.unrecorded,
    owners: outcome.owners.map(({ owner, min, max, point }) => ({
      owner,
      min,
      max,
      point: point ?? null,
      change: changeOf(ownedBefore.get(owner) ?? ZERO, { min, max }),
    })),
    controllers: outcome.controllers.map((one) => ({ ...one })),
    groups: outcome.groups.map((row) => ({
      ...row,
      says: [...row.says],
      change: changeOf(groupBefore.get(row.group)?.votes ?? ZERO, row.votes),
    })),
    says: outcome.says.map((one) => ({ ...one, says: [...one.says] })),
    power: outcome.power.map((one) =>
      'reason' in one ? { ...one, holders: [] } : { decision: one.decision, holders: [...one.holders] },
    ),
    board: {
      size: deal.boardSize ?? null,
      seats: deal.seats.map(({ holder, seats }) => ({ holder, seats: amountOf(seats) })),
      rights: deal.rights.map(({ holder, right, detail }) => ({
        holder,
        right,
        ...(detail === undefined ? {} : { detail }),
      })),
    },
    crossings: column.crossings.map(({ group, rule: id, level, direction, verdict, before, after }) => {
      const rule = THRESHOLD_RULES.find((one) => one.id === id);
      const regime = rule?.regime ?? 'free';
      // Of a rule with two bases the one on which most is held after the transaction.
      const most = after.stakes.reduce(
        (best, { max }, i, all) => (max > (all[best]?.max ?? 0) ? i : best),
        0,
      );
      const stake = ({ stakes }: typeof before): Interval => {
        const { min, max } = stakes[most] ?? ZERO;
        return { min, max };
      };
      return {
        group,
        rule: id,
        regime,
        level,
        operator: rule?.operator ?? '>',
        direction,
        verdict,
        notify: direction === 'up' && NOTIFIED.includes(regime),
        before: stake(before),
        after: stake(after),
      };
    }),
    appointers: [...column.appointers],
    money: {
      lines: deal.money.map(({ who, what, amount, later }) => ({
        who,
        what,
        amount: amountOf(amount),
        later,
      })),
      now: totalOf(deal.money.filter(({ later }) => !later)),
      later: totalOf(deal.money.filter(({ later }) => later)),
    },
    dilution: { ...column.dilution },
    measures: [...deal.measures],
    certificates: [...deal.certificates],
    findings: outcome.findings
      .filter(({ code }) => SHOWN.includes(code))
      .map(({ code, entities }) => ({ code, entities: [...entities] })),
    problems: column.problems.map((one) => ({ ...one })),
    baseMissing: column.baseMissing,
  };
}

/** Findings that bear on who controls the company; what was assumed about votes is told once, with the table. */
const SHOWN: readonly string[] = [
  'aboveWhole',
  'twoControllers',
  'selfSupporting',
  'closedGroup',
  'votesAssumed',
];

const nodesIn = (column: ScenarioColumn): string[] => [
  ...column.investors,
  ...column.holders.map(({ holder }) => holder),
  ...column.owners.map(({ owner }) => owner),
  ...column.controllers.map(({ controller }) => controller),
  ...column.board.seats.map(({ holder }) => holder),
  ...column.board.rights.map(({ holder }) => holder),
  ...column.money.lines.map(({ who }) => who),
  ...column.certificates.flatMap(({ holder, trustee }) => [holder, trustee]),
  ...column.findings.flatMap(({ entities }) => entities),
];

type Entity = { readonly name?: string; readonly country?: string; readonly form?: string };

/** A comparison as it crosses to the face, the command line and the page: plain values, and names for every node. */
export function viewOf(
  comparison: Comparison,
  target: RecordRef,
  views: readonly VersionView[],
): ScenarioComparison {
  const [facts] = comparison.columns as [Column, ...Column[]];
  const versions = Map.groupBy(
    inOneOrder(views.filter(({ type }) => type === 'scenario')),
    ({ record }) => record,
  );
  const columns = comparison.columns.map((column) =>
    columnOf(column, facts, column.scenario ? (versions.get(column.scenario.record) ?? []) : []),
  );
  const entities = new Map(views.toReversed().map((view) => [view.record as string, view]));
  const nodes = new Set([...comparison.groups.flatMap(({ nodes: own }) => own), ...columns.flatMap(nodesIn)]);
  return {
    target,
    day: comparison.day,
    nodes: [...nodes].map((node) => {
      const view = entities.get(node);
      const { name, country, form } = (view?.body ?? {}) as Entity;
      return {
        node,
        label: name ?? comparison.ownNames.get(node) ?? '…',
        ...(view ? { record: view.record, type: view.type } : {}),
        ...(country ? { country } : {}),
        opaque: form === 'unknown',
      };
    }),
    groups: comparison.groups.map(({ id, nodes: own }) => ({ id, nodes: [...own] })),
    columns,
  };
}
