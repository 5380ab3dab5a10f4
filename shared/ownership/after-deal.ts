import { bounds, type Holding, type Share } from './interest.ts';

/**
 * The interests of a company once a recorded deal is done (PUR-11). `after` are the interests that are known for
 * then; a holder has those instead of its own of today. What the others keep is not recorded: each loses at most what
 * is newly held, by dilution or by selling, so that its share lies between that and what it has today. Capital and
 * votes apart.
 */
export function afterDeal(holdings: readonly Holding[], after: readonly Holding[]): readonly Holding[] {
  if (after.length === 0) return holdings;
  const replaced = new Set(after.map(({ id, holder, held }) => id ?? `${holder} ${held}`));
  const isReplaced = ({ id, holder, held }: Holding): boolean => replaced.has(id ?? `${holder} ${held}`);
  const kept = holdings.filter((holding) => !isReplaced(holding));
  const before = holdings.filter(isReplaced);
  const gained = (held: string, basis: 'capital' | 'votes'): number => {
    const now = after.filter((one) => one.held === held).reduce((sum, one) => sum + most(one[basis]), 0);
    const then = before.filter((one) => one.held === held).reduce((sum, one) => sum + least(one[basis]), 0);
    return Math.min(1, Math.max(0, now - then));
  };
  const shrunk = (share: Share | undefined, by: number): Share | undefined => {
    if (share === undefined || share.kind === 'unknown' || by === 0) return share;
    const { min, max } = bounds(share);
    return { kind: 'range', min: Math.max(0, min - by), max };
  };
  return [
    ...kept.map(
      (holding): Holding => ({
        ...holding,
        capital: shrunk(holding.capital, gained(holding.held, 'capital')),
        votes: shrunk(holding.votes, gained(holding.held, 'votes')),
      }),
    ),
    ...after,
  ];
}

const most = (share: Share | undefined): number => (share === undefined ? 0 : bounds(share).max);
const least = (share: Share | undefined): number => (share === undefined ? 0 : bounds(share).min);
