import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { RecordId } from '../model/ids.ts';
import { DEAL_RIGHTS, DEBTS, MEASURES } from '../model/records/scenario.ts';
import { PROBLEM_CODES } from '../scenario/problems.ts';
import { At, inCase, RecordRef, VersionView } from './common.ts';
import { query } from './contract.ts';

const Interval = z.object({ min: z.number(), max: z.number() });
/** An amount in euros; `max` null where nobody knows an upper end. */
const Amount = z.object({ min: z.number(), max: z.number().nullable() });
const Certainty3 = z.enum(['certain', 'possible', 'excluded']);
const Both = z.object({ capital: Interval, votes: Interval });
/** How a part compares with the facts: more, less, the same, or not to tell under the ranges. */
export const CHANGES = ['up', 'down', 'same', 'open'] as const;
const Change = z.enum(CHANGES);
const Node = z.string().min(1);

const Say = z.object({
  decision: z.enum(['simple', 'twoThirds', 'threeQuarters', 'nineTenths']),
  alone: Certainty3,
  block: Certainty3,
  turnout: z.number().nullable(),
});

/** One column of the comparison: the facts, or the company after a scenario. All parts are fractions. */
export const ScenarioColumn = z.object({
  /** Id of the scenario's record, or `facts`. */
  id: z.string(),
  /** Live versions of the scenario; several are a conflict, of which the first is calculated. */
  versions: z.array(VersionView),
  investors: z.array(Node),
  holders: z.array(
    Both.extend({
      holder: Node,
      diluted: Both,
      classes: z.array(z.string()),
      change: z.object({ capital: Change, votes: Change }),
    }),
  ),
  unrecorded: Both,
  /** Ultimate owners with the capital that looks through to them. */
  owners: z.array(Interval.extend({ owner: Node, point: z.number().nullable(), change: Change })),
  controllers: z.array(z.object({ controller: Node, control: Certainty3, votes: Interval })),
  groups: z.array(
    Both.extend({
      group: z.string(),
      control: Certainty3,
      byRight: z.boolean(),
      says: z.array(Say),
      change: Change,
    }),
  ),
  says: z.array(z.object({ holder: Node, votes: Interval, says: z.array(Say) })),
  power: z.array(
    z.object({
      decision: Say.shape.decision,
      reason: z.enum(['ranges', 'unrecorded', 'tooMany', 'none']).optional(),
      holders: z.array(z.object({ holder: Node, banzhaf: z.number(), shapley: z.number() })),
    }),
  ),
  board: z.object({
    size: z.int().nullable(),
    seats: z.array(z.object({ holder: Node, seats: Amount })),
    rights: z.array(
      z.object({ holder: Node, right: z.enum([...DEAL_RIGHTS, 'control']), detail: z.string().optional() }),
    ),
  }),
  /** Levels passed in either direction since the facts. `notify`: reaching one asks for a notification of its own. */
  crossings: z.array(
    z.object({
      group: z.string(),
      rule: z.string(),
      regime: z.string(),
      level: z.number(),
      operator: z.enum(['>', '>=']),
      direction: z.enum(['up', 'down']),
      verdict: Certainty3,
      notify: z.boolean(),
      before: Interval,
      after: Interval,
    }),
  ),
  appointers: z.array(Node),
  money: z.object({
    lines: z.array(
      z.object({
        who: Node,
        what: z.enum(['shares', 'convertible', 'warrantLoan', 'warrants', ...DEBTS]),
        amount: Amount,
        later: z.boolean(),
      }),
    ),
    now: Amount,
    later: Amount,
  }),
  dilution: Interval,
  measures: z.array(z.object({ measure: z.enum(MEASURES), detail: z.string().optional() })),
  certificates: z.array(z.object({ holder: Node, trustee: Node, part: Interval })),
  findings: z.array(z.object({ code: z.string(), entities: z.array(Node) })),
  problems: z.array(z.object({ step: z.int(), code: z.enum(PROBLEM_CODES), inherited: z.boolean() })),
  baseMissing: z.boolean(),
});
export type ScenarioColumn = z.infer<typeof ScenarioColumn>;

export const ScenarioComparison = z.object({
  target: RecordRef,
  day: Day,
  nodes: z.array(
    z.object({
      node: Node,
      label: z.string(),
      /** Absent for a party of a scenario alone, and for the holders of options. */
      record: RecordId.optional(),
      type: z.string().optional(),
      country: z.string().optional(),
      /** Nobody can see who stands behind it. */
      opaque: z.boolean(),
    }),
  ),
  groups: z.array(z.object({ id: z.string(), nodes: z.array(Node) })),
  columns: z.array(ScenarioColumn).min(1),
});
export type ScenarioComparison = z.infer<typeof ScenarioComparison>;

export const scenariosContract = {
  /**
   * The company as it is on a day beside all its scenarios (PUR-11): facts first, then the deal to be averted, then the
   * options, least intervention first. `target` absent: the company of the case.
   */
  'scenarios.compare': query(
    inCase.extend({
      target: RecordId.optional(),
      parties: z.array(RecordId).max(200).optional(),
      day: Day,
      at: At.default({}),
    }),
    ScenarioComparison,
  ),
} as const;
