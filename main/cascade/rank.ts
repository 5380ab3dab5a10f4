import { setImmediate } from 'node:timers/promises';
import type { Compiled } from '#shared/cascade/compile.ts';
import { STOP } from '#shared/cascade/engine.ts';
import { type Plan, planOf } from '#shared/cascade/plan.ts';
import { createFailures, createRangedFailures, type FailureOptions } from '#shared/cascade/ranking.ts';
import type { Loss } from '#shared/cascade/study.ts';

/** What the failure of one node costs; `best` is null where there is no single number. */
export type Ranked = {
  readonly node: number;
  readonly total: Loss;
  readonly down: Loss;
  readonly up: Loss;
  readonly settled: boolean;
};

type RankOptions = FailureOptions & {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
};

/** Nodes between two moments at which others get a turn. */
const BATCH = 64;

/**
 * Lets every node fail in turn, the costliest first; equals in the order of the network.
 * @throws what `signal` was aborted with.
 */
export async function rankAll(compiled: Compiled, options: RankOptions = {}): Promise<Ranked[]> {
  const { signal, onProgress, stop = STOP } = options;
  const plan = planOf(compiled);
  const exact = plan && (await exactFailures(plan, { ...options, stop }));
  const ranged = compiled.exact ? undefined : createRangedFailures(compiled, options);
  const ranked: Ranked[] = [];
  for (let node = 0; node < compiled.n; node++) {
    const point = exact?.(plan?.place[node] as number);
    const range = ranged?.(node);
    const loss = (of: 'loss' | 'down' | 'up'): Loss => ({
      min: range?.[of].min ?? point?.[of] ?? 0,
      max: range?.[of].max ?? point?.[of] ?? 1,
      best: point?.[of] ?? null,
    });
    const settled = (range?.settled ?? true) && (point?.settled ?? true);
    ranked.push({ node, total: loss('loss'), down: loss('down'), up: loss('up'), settled });
    if (node % BATCH !== BATCH - 1) continue;
    onProgress?.(node / compiled.n);
    await setImmediate();
    signal?.throwIfAborted();
  }
  return ranked.sort(
    (a, b) => (b.total.best ?? b.total.max) - (a.total.best ?? a.total.max) || a.node - b.node,
  );
}

async function exactFailures(plan: Plan, options: RankOptions) {
  return createFailures(plan, options);
}
