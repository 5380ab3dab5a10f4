import type { Crossing } from '../ownership/crossings.ts';
import type { Deal } from './run.ts';

const SAME = 1e-9;

/**
 * A level that may have been passed before and may be passed after is only passed in the direction in which the stake
 * moves; a stake that stays as it is passes nothing.
 */
export function isMove({ direction, before, after }: Crossing): boolean {
  if (before.verdict !== 'possible' || after.verdict !== 'possible') return true;
  return after.stakes.some(({ min, max }, i) => {
    const then = before.stakes[i];
    if (then === undefined) return true;
    const [low, high] = [min - then.min, max - then.max];
    return direction === 'up' ? low > SAME || high > SAME : low < -SAME || high < -SAME;
  });
}

/** Who may name directors: by seats that are theirs, or by a right to appoint. */
export const appointersOf = ({ seats, rights }: Deal): Set<string> =>
  new Set([
    ...seats.map(({ holder }) => holder),
    ...rights.flatMap(({ holder, right }) => (right === 'appointment' ? [holder] : [])),
  ]);
