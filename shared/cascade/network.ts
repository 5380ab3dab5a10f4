/**
 * The supply network that a disruption travels through (issue 4.2, IND-1 to IND-3, SC-2). Plain data, so that a case,
 * a bare file and a worker speak of the same thing. Everything may be a range; a range is what is known, never a
 * spread of chances.
 *
 * Units are the caller's, but the same everywhere: volumes in one unit of value a year (field-practice 2.6.12 counts
 * output that way), times in days, shares as fractions.
 */

/** What is known of a number: it lies between `min` and `max`, which may be infinite. `best` is an estimate within. */
export type Range = { readonly min: number; readonly max: number; readonly best?: number | undefined };

export const exactly = (value: number): Range => ({ min: value, max: value });
export const between = (min: number, max: number, best?: number): Range => ({ min, max, best });
/** Nothing is known but that it is not negative. */
export const UNKNOWN: Range = { min: 0, max: Number.POSITIVE_INFINITY };
/** Nothing is known of a fraction. */
export const UNKNOWN_SHARE: Range = { min: 0, max: 1 };
export const ZERO: Range = exactly(0);
export const ONE: Range = exactly(1);

export const isExact = ({ min, max }: Range): boolean => min === max;
/** The single number to compute with where one is needed: exact, or the best estimate. Undefined: there is none. */
export const pointOf = ({ min, max, best }: Range): number | undefined => (min === max ? min : best);

/**
 * A company, body, technology or process. `sector`: firms of one sector can take over each other's market in the
 * long run (the market shares of Diem et al.); without one a firm stands alone. Revenue and purchases outside the
 * mapped network are the node that stands for the rest of the world: without it a hand-drawn fragment falls over as
 * soon as one customer does. Absent is unknown, not nil.
 */
export type NetworkNode = {
  readonly id: string;
  readonly sector?: string | undefined;
  readonly outsideRevenue?: Range | undefined;
  readonly outsidePurchases?: Range | undefined;
};

/**
 * What a customer loses without an input, as in the matrix of Diem et al.: `essential` (class 2) stops it in
 * proportion to the shortage, `linear` (class 1) costs it the input's share of all its purchases, `none` (class 0)
 * costs it nothing on this time scale.
 */
export const IMPORTANCES = ['none', 'linear', 'essential', 'unknown'] as const;
export type Importance = (typeof IMPORTANCES)[number];

/**
 * A supply from one node to another. Sources of the same `input` of a customer are alternatives (OR); different
 * inputs are all needed (AND). Without `input` the sector of the supplier is the input, as in the paper.
 */
export type SupplyLink = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly input?: string | undefined;
  readonly importance: Importance;
  /** Value a year. */
  readonly volume: Range;
  /** Fraction of what the customer needs of this input, where that is known instead of, or besides, volumes. */
  readonly share?: Range | undefined;
  /** Fraction of the customer's output that is lost when this input is gone altogether; absent is all of it. */
  readonly outputLoss?: Range | undefined;
  /** Fraction of the need that this source could cover when others fail; absent is no more than it does now. */
  readonly cover?: Range | undefined;
  /** Days that the customer can go on from stock; absent is unknown. Nought is also for what cannot be stored. */
  readonly stockDays?: Range | undefined;
  /** Days from the first shortfall until another source is in place; absent is unknown: it may take for ever. */
  readonly replaceDays?: Range | undefined;
};

export type Network = { readonly nodes: readonly NetworkNode[]; readonly links: readonly SupplyLink[] };

/** What stands on every result: nothing is said of what was not drawn. The words are `cascade.scope`. */
export const SCOPE = 'within the mapped network';
export type Scope = typeof SCOPE;

/** Which ways a loss travels: from supplier to customer, from customer to supplier, or both. */
export const DIRECTIONS = ['both', 'down', 'up'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A disruption: what capacity is left of these nodes, as a fraction; nought is closed. All others are whole. */
export type Shock = { readonly node: string; readonly capacity: Range };
