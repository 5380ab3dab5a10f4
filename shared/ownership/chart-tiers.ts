type Arrow = { readonly id: string; readonly from: string; readonly to: string };

export type Tiers = {
  /** Tier of every box above (positive) or below (negative) the target, which is 0; other boxes have none. */
  readonly of: ReadonlyMap<string, number>;
  /** Lines that close a circle: they run from a box to one above it, or to itself. */
  readonly back: ReadonlySet<string>;
};

const byId = (a: Arrow, b: Arrow): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Tiers of an ownership chart: every owner stands above all that it holds, by the longest way to the target. Circles
 * are opened by a walk from the target, so that of companies that hold each other the one that the walk met first
 * stands lower. A box that is both above and below the target counts as above. Does not depend on the order of the
 * lines. The order of the map is that of the walk. O(n + m log m).
 */
export function tiersOf(target: string, lines: readonly Arrow[]): Tiers {
  const sorted = [...lines].sort(byId);
  const into = Map.groupBy(sorted, ({ to }) => to);
  const outOf = Map.groupBy(sorted, ({ from }) => from);
  const up = climb(target, (id) => (into.get(id) ?? []).map((line) => [line.id, line.from]));
  const down = climb(target, (id) =>
    (outOf.get(id) ?? []).filter(({ to }) => !up.of.has(to)).map((line) => [line.id, line.to]),
  );
  const below = [...down.of].slice(1).map(([id, steps]) => [id, -steps] as const);
  return { of: new Map([...up.of, ...below]), back: new Set([...up.back, ...down.back]) };
}

type Step = readonly [line: string, box: string];

/** Most steps from the start to every box that can be reached, without the lines that lead back into the walk. */
function climb(start: string, next: (id: string) => readonly Step[]) {
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>([[start, 'open']]);
  const finished: string[] = [];
  const stack = [{ id: start, steps: next(start), at: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const step = top.steps[top.at++];
    if (step === undefined) {
      state.set(top.id, 'done');
      finished.push(top.id);
      stack.pop();
      continue;
    }
    const [line, box] = step;
    if (state.get(box) === 'open') back.add(line);
    else if (!state.has(box)) {
      state.set(box, 'open');
      stack.push({ id: box, steps: next(box), at: 0 });
    }
  }
  const of = new Map([...state.keys()].map((id) => [id, 0]));
  for (const id of finished.reverse()) {
    const own = of.get(id) ?? 0;
    for (const [line, box] of next(id)) {
      if (!back.has(line)) of.set(box, Math.max(of.get(box) ?? 0, own + 1));
    }
  }
  return { of, back };
}
