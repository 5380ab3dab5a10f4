import type { RecordId } from './ids.ts';
import type { SameDecision } from './records/identity.ts';

/** A live decision, as far as grouping needs it; `id` is the record that it stands in. */
export type Decided = {
  readonly id: RecordId;
  readonly decision: SameDecision;
  readonly records: readonly RecordId[];
  readonly named?: RecordId | undefined;
};

/** Records that count as one party. `name` is the member whose name it goes by; `members` are sorted. */
export type SameGroup = {
  readonly name: RecordId;
  readonly members: readonly RecordId[];
  /** The decisions that made it. */
  readonly decisions: readonly RecordId[];
};

/** Two records that a decision calls different and others, taken together, the same: a finding for people to settle. */
export type SameConflict = {
  readonly different: RecordId;
  readonly records: readonly [RecordId, RecordId];
  /** Name of the group that holds both. */
  readonly group: RecordId;
};

export type SameParties = {
  readonly groups: readonly SameGroup[];
  readonly conflicts: readonly SameConflict[];
  /** The record that stands for a record: the name of its group, or itself. */
  readonly of: (record: RecordId) => RecordId;
};

/**
 * Groups records by the live decisions "same" (union-find) and looks which decisions "different" they contradict.
 * A conflict is shown, not resolved: the group stands until somebody takes a decision back. The result does not
 * depend on the order of the decisions. Nearly linear.
 */
export function sameParties(decisions: readonly Decided[]): SameParties {
  const parent = new Map<RecordId, RecordId>();
  const rootOf = (record: RecordId): RecordId => {
    let root = record;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = record; at !== root; ) {
      const up = parent.get(at) as RecordId;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  const same = decisions.filter(({ decision }) => decision === 'same');
  for (const { records } of same) {
    const [first, ...others] = records;
    if (first === undefined) continue;
    if (!parent.has(first)) parent.set(first, first);
    for (const other of others) parent.set(rootOf(other), rootOf(first));
  }
  const members = Map.groupBy([...parent.keys()].sort(), rootOf);
  const made = Map.groupBy(same, ({ records }) => rootOf(records[0] as RecordId));
  const groups: SameGroup[] = [];
  const nameOf = new Map<RecordId, RecordId>();
  for (const [root, all] of members) {
    const by = made.get(root) ?? [];
    const name = nameAmong(by) ?? (all[0] as RecordId);
    nameOf.set(root, name);
    groups.push({ name, members: all, decisions: by.map(({ id }) => id).sort() });
  }
  groups.sort((a, b) => (a.name < b.name ? -1 : 1));
  const of = (record: RecordId): RecordId => nameOf.get(rootOf(record)) ?? record;
  return { groups, conflicts: conflictsIn(decisions, of), of };
}

/** The member that most decisions name, the lowest id among equals. */
function nameAmong(decisions: readonly Decided[]): RecordId | undefined {
  const votes = new Map<RecordId, number>();
  for (const { named } of decisions) if (named) votes.set(named, (votes.get(named) ?? 0) + 1);
  return [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}

const conflictsIn = (decisions: readonly Decided[], of: (record: RecordId) => RecordId): SameConflict[] =>
  decisions
    .filter(({ decision }) => decision === 'different')
    .flatMap(({ id, records }) => {
      const sorted = [...records].sort();
      return sorted.flatMap((a, i) =>
        sorted
          .slice(i + 1)
          .filter((b) => of(a) === of(b))
          .map((b): SameConflict => ({ different: id, records: [a, b], group: of(a) })),
      );
    })
    .sort((x, y) => (x.different + x.records.join() < y.different + y.records.join() ? -1 : 1));
