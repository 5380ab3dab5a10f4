/**
 * Layouts work on numbers alone: cards by id with a size, edges between them. Lengths are pixels at full size, x to the
 * right and y downward; a card is placed by its middle. What a card or an edge means is no matter here.
 */
export type Spot = { readonly x: number; readonly y: number };

export type LayoutCard = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Which band it belongs to; the layouts without bands read it as the distance from the middle. */
  readonly tier: number;
  /** Cards of one group stand together inside their band. */
  readonly group?: string;
};

export type LayoutEdge = { readonly id: string; readonly from: string; readonly to: string };

/** Tiers that follow each other to the right, or downward as on a page that stands upright. */
export type Direction = 'right' | 'down';

export type LayoutInput = {
  readonly cards: readonly LayoutCard[];
  readonly edges: readonly LayoutEdge[];
  /** Places chosen by hand: kept exactly. */
  readonly pinned: ReadonlyMap<string, Spot>;
  /** Where cards stood in the picture before: they stay there as far as there is room. */
  readonly before: ReadonlyMap<string, Spot>;
};

export type PlacedCard = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tier: number;
  readonly pinned: boolean;
};

/**
 * The way of an edge from `from` to `to`. Between points with the same x or the same y it runs straight, and turns with
 * a round corner; between others it bends, leaving and arriving along the axis of the tiers (`bend`), or straight when
 * the layout has no tiers.
 */
export type Route = { readonly id: string; readonly points: readonly Spot[] };
export type Bend = 'right' | 'down' | 'none';

/** The strip of a tier. `cards` counts what stands in it. */
export type Band = {
  readonly tier: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly cards: number;
};

/** A frame round the cards of one group that stand together. */
export type GroupFrame = {
  readonly tier: number;
  readonly group: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Ring = { readonly across: number; readonly down: number };
export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type MapLayout = {
  readonly cards: readonly PlacedCard[];
  readonly routes: readonly Route[];
  readonly bend: Bend;
  readonly bands: readonly Band[];
  readonly groups: readonly GroupFrame[];
  /** Half widths and half heights of the rings round the origin, in layouts that have them. */
  readonly rings: readonly Ring[];
  readonly bounds: Rect;
};
