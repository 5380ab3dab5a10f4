import type { Day } from '../model/dates.ts';
import { createControl } from '../ownership/control.ts';
import { type CapTable, capTable, evaluateRule, type LevelVerdict } from '../ownership/evaluate-rule.ts';
import type { Finding } from '../ownership/findings.ts';
import { createGroupShare } from '../ownership/integrated.ts';
import type { Certainty3, Holding, Interval } from '../ownership/interest.ts';
import { rulesOn, THRESHOLD_RULES } from '../ownership/rules.ts';
import { ultimateOwners } from '../ownership/structure.ts';
import { controllersOf } from '../ownership/study.ts';
import { asFullyDiluted, type Both, heldBy, type Lot } from './cap.ts';
import { decisionsOn, type Say, sayOf } from './decisions.ts';
import { part } from './interval.ts';
import type { Deal } from './run.ts';
import { type MeetingPower, meetingPower } from './voting.ts';

/** Parties that are looked at together: those tied to a foreign state, or one investor. */
export type Group = { readonly id: string; readonly nodes: readonly string[] };

export type HolderRow = {
  readonly holder: string;
  readonly capital: Interval;
  readonly votes: Interval;
  /** As if every reserved right were exercised. */
  readonly diluted: Both;
  readonly lots: readonly Lot[];
};

export type GroupRow = {
  readonly group: string;
  /** Votes that the group commands, its own and those of what it controls. */
  readonly votes: Interval;
  readonly capital: Interval;
  readonly control: Certainty3;
  readonly byRight: boolean;
  readonly says: readonly Say[];
};

/** What a company looks like in one column of the comparison; nothing in it is compared with anything yet. */
export type Outcome = {
  readonly holders: readonly HolderRow[];
  readonly unrecorded: Both;
  /** Ultimate owners with what looks through to them of the capital; the largest first. */
  readonly owners: readonly (Interval & { readonly owner: string; readonly point: number | undefined })[];
  readonly controllers: readonly {
    readonly controller: string;
    readonly control: Certainty3;
    readonly votes: Interval;
  }[];
  readonly groups: readonly GroupRow[];
  readonly says: readonly {
    readonly holder: string;
    readonly votes: Interval;
    readonly says: readonly Say[];
  }[];
  readonly power: readonly MeetingPower[];
  readonly levels: ReadonlyMap<string, readonly LevelVerdict[]>;
  readonly findings: readonly Finding[];
};

const POWER_OVER = ['simple', 'twoThirds'];

/** Studies the company after a deal: every number and verdict from the same engine as the ownership of the facts. */
export function outcomeOf(
  company: string,
  day: Day,
  deal: Deal,
  holdings: readonly Holding[],
  groups: readonly Group[],
): Outcome {
  const table = capTable(holdings);
  const { cap } = deal;
  const names = [...new Set(cap.lots.map(({ holder }) => holder))];
  const diluted = asFullyDiluted(cap);
  const held = new Map(names.map((holder) => [holder, heldBy(cap, holder)]));
  const all = [...new Set([...names, ...diluted.lots.map(({ holder }) => holder)])];
  const decisions = decisionsOn(day);
  const commanded = commandedIn(table, company);
  return {
    holders: all
      .map((holder) => ({
        holder,
        ...heldBy(cap, holder),
        diluted: heldBy(diluted, holder),
        lots: cap.lots.filter((lot) => lot.holder === holder),
      }))
      .sort(byCapital),
    unrecorded: cap.left,
    owners: ownersOf(table, company),
    controllers: controllersOf(table.votes, company),
    groups: groups.map((group) => groupRow(group, table, company, decisions)),
    says: names.map((holder) => {
      const votes = part(commanded(holder) ?? (held.get(holder)?.votes as Interval));
      return { holder, votes, says: decisions.map((rule) => sayOf(rule, votes)) };
    }),
    power: decisions
      .filter(({ id }) => POWER_OVER.includes(id))
      .map((rule) =>
        meetingPower(
          rule,
          [...held].map(([holder, { votes }]) => [holder, votes]),
          cap.left.votes,
        ),
      ),
    levels: new Map(
      groups.map(({ id, nodes }) => [
        id,
        rulesOn(day).flatMap((rule) =>
          evaluateRule({ ...rule, aggregate: 'together' }, table, nodes, company),
        ),
      ]),
    ),
    findings: table.votes.findings,
  };
}

const byCapital = (a: HolderRow, b: HolderRow): number =>
  b.capital.max - a.capital.max || b.votes.max - a.votes.max || (a.holder < b.holder ? -1 : 1);

function ownersOf({ capital }: CapTable, company: string): Outcome['owners'] {
  const node = capital.index.get(company);
  if (node === undefined) return [];
  const share = createGroupShare(capital);
  return ultimateOwners(capital, node)
    .map((owner) => ({ owner: capital.ids[owner] as string, ...share([owner], node) }))
    .sort((a, b) => b.max - a.max || b.min - a.min || (a.owner < b.owner ? -1 : 1));
}

/** Makes a function that gives the votes that one holder commands in the company. */
function commandedIn({ votes }: CapTable, company: string): (holder: string) => Interval | undefined {
  const node = votes.index.get(company);
  const commands = createControl(votes);
  return (holder) => {
    const seed = votes.index.get(holder);
    if (seed === undefined || node === undefined) return undefined;
    return commands([seed]).find((one) => one.node === node)?.votes;
  };
}

const CONTROL = THRESHOLD_RULES.find(({ id }) => id === 'vifo.control');
const CAPITAL = THRESHOLD_RULES.find(({ id }) => id === 'eu.sanctionsOwnership');

function groupRow(
  { id, nodes }: Group,
  table: CapTable,
  company: string,
  decisions: ReturnType<typeof decisionsOn>,
): GroupRow {
  if (CONTROL === undefined || CAPITAL === undefined) throw new Error('the threshold rules are incomplete');
  const [control] = evaluateRule(CONTROL, table, nodes, company);
  const [capital] = evaluateRule({ ...CAPITAL, bases: ['capital'] }, table, nodes, company);
  const stake = (verdict: LevelVerdict | undefined): Interval => {
    const { min = 0, max = 0 } = verdict?.stakes[0] ?? {};
    return part({ min, max });
  };
  const votes = stake(control);
  return {
    group: id,
    votes,
    capital: stake(capital),
    control: control?.verdict ?? 'excluded',
    byRight: control?.byRight ?? false,
    says: decisions.map((rule) => sayOf(rule, votes)),
  };
}
