import { compile } from './compile.ts';
import { createGroupShare } from './integrated.ts';
import type { Basis, Holding, Interval } from './interest.ts';
import { ultimateOwners } from './structure.ts';

/**
 * Where the shares or votes of a company end, as fractions of the whole, under the ranges of the interests.
 * - `known`: at ultimate owners that are known.
 * - `opaque`: at owners that were given as unknown, undisclosed or hidden by secrecy.
 * - `unrecorded`: nowhere, as nobody is recorded for them on some step.
 * - `unseen`: what is not `known`; the opacity share.
 */
export type Opacity = {
  readonly known: Interval;
  readonly opaque: Interval;
  readonly unrecorded: Interval;
  readonly unseen: Interval;
};

const NONE: Interval = { min: 0, max: 0 };
const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const inside = ({ min, max }: Interval): Interval => ({ min: clamp(min), max: clamp(max) });
const rest = ({ min, max }: Interval): Interval => ({ min: clamp(1 - max), max: clamp(1 - min) });

/**
 * Opacity share of a company (field practice 2.6.7): how much of its votes or capital ends in the unknown. `opaque`
 * names the owners behind which nobody can see; a path ends at the first of them, even when somebody is recorded
 * behind it. A company that no interest names is wholly unrecorded.
 */
export function opacityOf(
  holdings: readonly Holding[],
  basis: Basis,
  company: string,
  opaque: readonly string[],
): Opacity {
  const hidden = new Set(opaque);
  const graph = compile(
    holdings.filter(({ held }) => !hidden.has(held)),
    basis,
  );
  const held = graph.index.get(company);
  if (held === undefined) {
    const whole = { min: 1, max: 1 };
    return { known: NONE, opaque: NONE, unrecorded: whole, unseen: whole };
  }
  const tops = ultimateOwners(graph, held);
  const share = createGroupShare(graph);
  const of = (group: readonly number[]): Interval => (group.length === 0 ? NONE : share(group, held));
  const known = of(tops.filter((node) => !hidden.has(graph.ids[node] as string)));
  const behind = of(tops.filter((node) => hidden.has(graph.ids[node] as string)));
  return { known: inside(known), opaque: inside(behind), unrecorded: rest(of(tops)), unseen: rest(known) };
}
