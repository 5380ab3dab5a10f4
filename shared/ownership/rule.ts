import type { PartialDate } from '../model/dates.ts';
import type { Basis } from './interest.ts';
import type { Threshold } from './ticks.ts';

/**
 * How the stakes of others count as the party's.
 * - `commanded`: in full, those of every company that the party controls by `chain`, and so on; nothing is multiplied.
 * - `lookThrough`: multiplied along each chain, chains added up, every path counted once.
 */
export type Attribution =
  | { readonly kind: 'commanded'; readonly chain: Threshold }
  | { readonly kind: 'lookThrough' };

/** The field of law that a rule is from; `free` for a rule of the analyst's own. */
export const REGIMES = ['vifo', 'telecom', 'energy', 'ofac', 'eu', 'ubo', 'free'] as const;
export type Regime = (typeof REGIMES)[number];

/**
 * A threshold rule as data (design rule of field practice 2.1.9: every legal concept has its dates and its source).
 * - `levels`: fractions that are looked at one by one; passing each of them is an event of its own.
 * - `bases`: what must pass; with two, either is enough.
 * - `rights`: whether a right that gives control counts as passing every level.
 * - `aggregate`: whether linked parties are looked at one by one or together.
 * - `confidence`: how sure we are of our reading of the law; `announced`: the law is not in force yet.
 */
export type ThresholdRule = {
  readonly id: string;
  readonly regime: Regime;
  readonly bases: readonly Basis[];
  readonly levels: readonly number[];
  readonly operator: Threshold['operator'];
  readonly attribution: Attribution;
  readonly rights: 'count' | 'ignore';
  readonly aggregate: 'each' | 'together';
  readonly validFrom?: PartialDate;
  readonly validTo?: PartialDate;
  readonly source: string;
  readonly confidence: 'low' | 'moderate' | 'high';
};
