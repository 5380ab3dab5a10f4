import type { OwnershipGraph } from './compile.ts';
import { contestedCompanies, hasContest } from './contested.ts';
import { BY_RIGHT, CONTROLLED, NO_RIGHT, Pass } from './control-pass.ts';
import type { Certainty3, Interval } from './interest.ts';
import { isAboveWhole, MAJORITY, type Threshold } from './ticks.ts';

/** What a group commands in a company: its own votes and those of the companies that it controls, as fractions. */
export type Command = {
  readonly node: number;
  readonly control: Certainty3;
  readonly votes: Interval;
  /** Whether somebody who is part of the group has a right that gives control by itself. */
  readonly right: Certainty3;
};

/** Whether rights that give control by themselves count, or votes alone. */
export type Rights = 'count' | 'ignore';

/**
 * Recursive control: a group controls a company when it and the companies that it controls together pass the
 * threshold there, or when one of them has a right that gives control (Ceri, Gottlob and Tanca 1990; Chapelle and
 * Szafarz 2005). Shares that a company holds in itself do not vote.
 *
 * In a circle of holdings that sentence has more than one solution, as companies in it can carry each other. `certain`:
 * the least solution has it, for every choice of values within the ranges. `excluded`: even the greatest solution that
 * starts at a holding of the group does not have it, for any choice in which the interests in one company add up to no
 * more than the whole. `possible`: the rest; so who holds a part of a circle that nobody outside can be shown to
 * control is never excluded (CON-2). Nothing is certain about a company to which the data give two controllers apart
 * from each other. Verdicts are exact, not estimates: more votes for the group never make one weaker. The companies of
 * `seeds` themselves are left out. Lists every company in which the group has, or may have, anything, in order of
 * reach. A call costs what it reaches.
 */
export function createControl(
  graph: OwnershipGraph,
  threshold: Threshold = MAJORITY,
  rights: Rights = 'count',
): (seeds: readonly number[]) => Command[] {
  const counted = rights === 'count';
  const low = new Pass(graph, threshold, {
    add: graph.min,
    right: counted ? 2 : NO_RIGHT,
    doubt: { contested: counted ? contestedCompanies(graph, threshold) : undefined },
  });
  const high = isPlain(graph, counted)
    ? undefined
    : new Pass(graph, threshold, { add: graph.max, rest: graph.min, right: counted ? 1 : NO_RIGHT });
  return (seeds) => {
    const certain = low.run(seeds);
    if (high === undefined) {
      return certain.map(({ node, votes, state }) => ({
        node,
        control: state >= CONTROLLED ? 'certain' : 'excluded',
        votes: { min: votes, max: votes },
        right: state === BY_RIGHT ? 'certain' : 'excluded',
      }));
    }
    const least = new Map(certain.map((one) => [one.node, one]));
    const verdict = (node: number, state: number, from: number): Certainty3 =>
      (least.get(node)?.state ?? 0) >= from ? 'certain' : state >= from ? 'possible' : 'excluded';
    return high.run(seeds).map(({ node, votes, state }) => ({
      node,
      control: verdict(node, state, CONTROLLED),
      votes: { min: least.get(node)?.votes ?? 0, max: votes },
      right: verdict(node, state, BY_RIGHT),
    }));
  };
}

/** Whether certain and possible are the same: no ranges, no doubtful rights, no circles, no contradictions. */
export const isPlain = (graph: OwnershipGraph, rights = true): boolean =>
  graph.exact &&
  !(rights && (graph.right.includes(1) || hasContest(graph))) &&
  graph.components.size.every((members) => members === 1) &&
  !graph.least.some(isAboveWhole);

/**
 * As `createControl`, for the points (the least where no point is known), and giving only what is controlled by the
 * least solution, with the votes commanded there.
 */
export function createPointControl(
  graph: OwnershipGraph,
  threshold: Threshold = MAJORITY,
): (seeds: readonly number[]) => readonly { readonly node: number; readonly votes: number }[] {
  const add = graph.exact
    ? graph.min
    : graph.point.map((value, e) => (Number.isNaN(value) ? (graph.min[e] as number) : value));
  const pass = new Pass(graph, threshold, { add, right: 2, doubt: { contested: undefined } });
  return (seeds) => pass.run(seeds).filter(({ state }) => state >= CONTROLLED);
}
