import { type Constraint, solve } from 'yalps';
import type { Range } from './network.ts';

/**
 * Time to survive and performance impact (Simchi-Levi et al. 2014, HBR; 2015, Interfaces 45(5); field-practice 2.6.13):
 * what a disruption of some sites for a time costs at least, when all others do the best they can with stocks and spare
 * capacity, and how long it costs nothing. Rates and times are per week, quantities in each product's own unit. Answers
 * are to eight decimals, those of the solver.
 */
export type Site = {
  readonly id: string;
  /** Most that it can make in a week. */
  readonly capacity: Range;
  /** Of its own product, there even when the site itself is out. */
  readonly stock: Range;
  /** Sold outside the network in a week, and what each unit is worth. */
  readonly demand: Range;
  readonly margin: Range;
  /** What goes into one unit: every input is needed, from any of its sources. */
  readonly inputs: readonly Input[];
};
export type Input = {
  readonly name: string;
  readonly amount: Range;
  readonly stock: Range;
  readonly sources: readonly string[];
};

/** Which end of every range is taken: what makes a disruption cheapest, or dearest. */
export type Case = 'best' | 'worst';

/** The solver did not find the optimum of a problem that has one. */
export class NotSolved extends Error {}

/**
 * Ends by which each bound is reached. More stock or capacity only adds plans that can be carried out, more demand or
 * input per unit only takes some away, and a dearer margin makes each plan dearer: so the least cost moves one way with
 * each, and the two cases bound it for every value within the ranges.
 */
const good = ({ min, max }: Range, which: Case): number => (which === 'best' ? max : min);
const bad = ({ min, max }: Range, which: Case): number => (which === 'best' ? min : max);

/**
 * The least loss of margin when `failed` sites make nothing for `weeks`. Nought weeks cost nothing, and the cost is
 * convex in the time, so that it only grows with it.
 * @throws NotSolved.
 */
export function leastLoss(
  sites: readonly Site[],
  failed: ReadonlySet<string>,
  weeks: number,
  which: Case,
): number {
  const { result, status } = solve({
    direction: 'minimize',
    objective: 'loss',
    ...program(sites, failed, which, weeks),
  });
  if (status !== 'optimal') throw new NotSolved(status);
  return Math.max(0, result);
}

/**
 * The longest time in weeks for which nothing is lost; Infinity when the others can go on for ever. Time is a variable of
 * the same program, as every bound of it is linear in it.
 * @throws NotSolved.
 */
export function timeToSurvive(sites: readonly Site[], failed: ReadonlySet<string>, which: Case): number {
  const { result, status } = solve({
    direction: 'maximize',
    objective: 'time',
    ...program(sites, failed, which, undefined),
  });
  if (status === 'unbounded') return Number.POSITIVE_INFINITY;
  if (status !== 'optimal') throw new NotSolved(status);
  return Math.max(0, result);
}

/**
 * The constraints, each with what it bounds; without `weeks` time is a variable and no sale may be lost. Of each site:
 * what is made (`u`), lost (`l`), and sent to each customer for each input (`y`).
 */
function program(
  sites: readonly Site[],
  failed: ReadonlySet<string>,
  which: Case,
  weeks: number | undefined,
) {
  const constraints = new Map<string, Constraint>();
  const variables = new Map<string, Map<string, number>>();
  const put = (variable: string, constraint: string, factor: number): void => {
    const row = variables.get(variable) ?? new Map<string, number>();
    row.set(constraint, (row.get(constraint) ?? 0) + factor);
    variables.set(variable, row);
  };
  /** A bound `constant + rate x time`, on the side of the time where that is a variable. */
  const bound = (name: string, side: 'max' | 'min', constant: number, rate: number): void => {
    if (weeks === undefined) put('time', name, -rate);
    constraints.set(
      name,
      side === 'max' ? { max: constant + rate * (weeks ?? 0) } : { min: constant + rate * (weeks ?? 0) },
    );
  };
  if (weeks === undefined) put('time', 'time', 1);
  const known = new Set(sites.map(({ id }) => id));
  for (const [i, site] of sites.entries()) {
    const made = `u ${i}`;
    const demand = bad(site.demand, which);
    // Sold and sent on is no more than made and in stock: u + l - sum of y >= demand x time - stock.
    const balance = `balance ${site.id}`;
    put(made, balance, 1);
    bound(balance, 'min', -good(site.stock, which), demand);
    if (weeks !== undefined && demand > 0) {
      put(`l ${i}`, balance, 1);
      put(`l ${i}`, 'loss', bad(site.margin, which));
      put(`l ${i}`, `lost ${i}`, 1);
      constraints.set(`lost ${i}`, { max: demand * weeks });
    }
    const capacity = failed.has(site.id) ? 0 : good(site.capacity, which);
    if (capacity !== Number.POSITIVE_INFINITY) {
      put(made, `capacity ${i}`, 1);
      bound(`capacity ${i}`, 'max', 0, capacity);
    }
    for (const [k, input] of site.inputs.entries()) {
      const stock = good(input.stock, which);
      if (stock === Number.POSITIVE_INFINITY) continue;
      const need = `input ${i} ${k}`;
      put(made, need, bad(input.amount, which));
      constraints.set(need, { max: stock });
      for (const source of input.sources) {
        if (!known.has(source)) continue;
        const sent = `y ${i} ${k} ${source}`;
        put(sent, need, -1);
        put(sent, `balance ${source}`, -1);
      }
    }
  }
  return { constraints, variables };
}

/** What the failure of each site costs while it lasts, best to worst, and as a part of the dearest (REI). */
export type Exposure = {
  readonly site: string;
  readonly impact: { readonly min: number; readonly max: number };
  readonly index: { readonly min: number; readonly max: number };
  readonly survive: { readonly min: number; readonly max: number };
};

/** Every site fails by itself for its time to recover in weeks; the risk exposure index is against the dearest at worst. */
export function exposures(sites: readonly Site[], recover: (site: string) => Range): Exposure[] {
  const all = sites.map(({ id }) => {
    const failed = new Set([id]);
    const { min, max } = recover(id);
    return {
      site: id,
      impact: { min: leastLoss(sites, failed, min, 'best'), max: leastLoss(sites, failed, max, 'worst') },
      survive: { min: timeToSurvive(sites, failed, 'worst'), max: timeToSurvive(sites, failed, 'best') },
    };
  });
  const dearest = Math.max(0, ...all.map(({ impact }) => impact.max));
  const part = (value: number): number => (dearest > 0 ? value / dearest : 0);
  return all.map((one) => ({ ...one, index: { min: part(one.impact.min), max: part(one.impact.max) } }));
}

/** For every value within the ranges, for some, or for none. */
export type Exposed = 'certain' | 'possible' | 'excluded';

/**
 * Whether an exposure is left when a source fails (IND-1): a substitute is there in time when replacing takes no longer
 * than the customer survives. Times in one unit; what is not known is from nought to Infinity.
 */
export function exposed(
  replace: { readonly min: number; readonly max: number },
  survive: { readonly min: number; readonly max: number },
): Exposed {
  if (replace.max <= survive.min) return 'excluded';
  return replace.min > survive.max ? 'certain' : 'possible';
}
