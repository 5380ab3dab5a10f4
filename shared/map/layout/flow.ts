/** Everything in the direction of the tiers: `along` runs from tier to tier, `across` down a column. */
export type Flow = {
  readonly count: number;
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly length: Float64Array;
  readonly breadth: Float64Array;
};

/** A column of the map: its middle and its width along the tiers. */
export type Column = { readonly tier: number; readonly middle: number; readonly length: number };
