import { type Day, holdsOn, type PartialDate } from '../model/dates.ts';

/**
 * How much of a company somebody holds, as a fraction of the whole (0.25 is a quarter). A range may carry the best
 * estimate within it. `unknown` says that an interest is there and that nobody knows its size; it is not zero.
 */
export type Share =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'range'; readonly min: number; readonly max: number; readonly best?: number | undefined }
  | { readonly kind: 'unknown' };

/** What a share is a share of. The two are never mixed: thresholds of the Vifo Act are about votes (PUR-12). */
export type Basis = 'capital' | 'votes';

/** What can be said under ranges: it holds for every value within them, for some, or for none (Kleene). */
export type Certainty3 = 'certain' | 'possible' | 'excluded';

/** A closed interval of fractions. */
export type Interval = { readonly min: number; readonly max: number };

/**
 * One interest of a holder in a company. Nodes are named by any text that is not empty; an unknown owner is a node
 * of its own. Absent `capital` or `votes` means that nothing is recorded on that basis.
 */
export type Holding = {
  readonly holder: string;
  readonly held: string;
  readonly capital?: Share | undefined;
  readonly votes?: Share | undefined;
  /**
   * A right that gives control by itself, whatever the votes: appointment of the board, golden share, legal power.
   * `possible`: it is not sure that the right is there or that it goes so far.
   */
  readonly right?: 'certain' | 'possible' | undefined;
  /** The record that the interest stands in, to name it in findings. */
  readonly id?: string | undefined;
  readonly validFrom?: PartialDate | undefined;
  readonly validTo?: PartialDate | undefined;
};

export const exactly = (value: number): Share => ({ kind: 'exact', value });
export const between = (min: number, max: number, best?: number): Share =>
  best === undefined ? { kind: 'range', min, max } : { kind: 'range', min, max, best };
/** The least and the most that a share can be. */
export const bounds = (share: Share): Interval =>
  share.kind === 'exact'
    ? { min: share.value, max: share.value }
    : share.kind === 'range'
      ? { min: share.min, max: share.max }
      : { min: 0, max: 1 };

export const UNKNOWN_SHARE: Share = { kind: 'unknown' };

/** The interests that hold on a day; what has no dates always holds. */
export const holdingsOn = (holdings: readonly Holding[], day: Day): readonly Holding[] =>
  holdings.filter((holding) => holdsOn(holding, day));
