import type { VersionView } from '../ipc/common.ts';
import type { RecordId } from '../model/ids.ts';
import type { OwnParty, Step } from '../model/records/scenario.ts';
import { bodyOf } from './reading-order.ts';

export type Chain = {
  readonly steps: readonly Step[];
  readonly parties: readonly OwnParty[];
  readonly missing: boolean;
};

/** A step or party of a scenario with, for every party, the record that stands for it. */
export function identified<T>(value: T, of: (record: RecordId) => RecordId): T {
  if (Array.isArray(value)) return value.map((one) => identified(one, of)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([member, inner]) => [
    member,
    member === 'record' ? of(inner as RecordId) : identified(inner, of),
  ]);
  return Object.fromEntries(entries) as T;
}

/** Steps and parties of a scenario with those of what it is based on, the deepest first. */
export function chainOf(view: VersionView, all: ReadonlyMap<RecordId, VersionView>): Chain {
  const seen = new Set([view.record]);
  let { steps, parties, basedOn } = bodyOf(view);
  while (basedOn !== undefined) {
    const base = all.get(basedOn);
    if (base === undefined || seen.has(basedOn)) return { steps, parties, missing: true };
    seen.add(basedOn);
    const body = bodyOf(base);
    steps = [...body.steps, ...steps];
    parties = [...body.parties, ...parties];
    basedOn = body.basedOn;
  }
  return { steps, parties, missing: false };
}
