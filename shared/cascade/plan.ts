import { csrOf } from '../graph/csr.ts';
import { type Compiled, outsidePurchases, outsideRevenue } from './compile.ts';
import { ONE, pointOf, ZERO } from './network.ts';

/**
 * The coefficients of the cascade (field-practice 2.6.12) for one value of everything, in supply order: place `k` is a
 * node of which the suppliers stand before it as far as circles allow, so that one sweep carries a loss far.
 *
 * `need*`: what place k needs, `needOff[k]` on: from whom, the weight of its shortage (D^e, or D^n), and 1 at the last
 * source of a constraint; the largest constraint rules. `serve*`: who feels it when k falls short. `sell*`: to whom k
 * sells and the part of its output (S_ij / r_i). `buy*`: from whom k buys. `output` is r with revenue from outside.
 */
export type Plan = {
  readonly n: number;
  readonly node: Int32Array;
  readonly place: Int32Array;
  readonly output: Float64Array;
  readonly total: number;
  readonly sector: Int32Array;
  readonly sectorOutput: Float64Array;
  readonly needOff: Int32Array;
  readonly needFrom: Int32Array;
  readonly needWeight: Float64Array;
  readonly needLast: Uint8Array;
  readonly serveOff: Int32Array;
  readonly serveTo: Int32Array;
  readonly sellOff: Int32Array;
  readonly sellTo: Int32Array;
  readonly sellWeight: Float64Array;
  readonly buyOff: Int32Array;
  readonly buyFrom: Int32Array;
  /** 1: the node is among its own sources. */
  readonly selfFed: Uint8Array;
};

/** Exact values and best estimates; an importance that is not known counts as linear. Undefined: some have neither. */
export function planOf(compiled: Compiled): Plan | undefined {
  const { n, network, from, to, sector, sectors, order: node, place } = compiled;
  const { nodes, links } = network;
  const volume = new Float64Array(links.length);
  const output = new Float64Array(n);
  const input = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const revenue = pointOf(outsideRevenue(nodes[i]));
    const purchases = pointOf(outsidePurchases(nodes[i]));
    if (revenue === undefined || purchases === undefined) return undefined;
    output[i] = revenue;
    input[i] = purchases;
  }
  for (let e = 0; e < links.length; e++) {
    const point = pointOf(links[e]?.volume ?? ZERO);
    if (point === undefined) return undefined;
    volume[e] = point;
    output[from[e] as number] = (output[from[e] as number] as number) + point;
    input[to[e] as number] = (input[to[e] as number] as number) + point;
  }
  const weight = needWeights(compiled, volume, input);
  if (weight === undefined) return undefined;

  const needs = needRows(compiled, weight);
  const flows = links.flatMap((_, e) => ((volume[e] as number) > 0 ? [e] : []));
  const seller = Int32Array.from(flows, (e) => place[from[e] as number] as number);
  const buyer = Int32Array.from(flows, (e) => place[to[e] as number] as number);
  const sells = csrOf(n, seller, buyer);
  const buys = csrOf(n, buyer, seller);
  const needer = new Int32Array(needs.needFrom.length);
  for (let k = 0; k < n; k++) needer.fill(k, needs.needOff[k], needs.needOff[k + 1]);
  const serves = csrOf(n, needs.needFrom, needer);
  const placed = Float64Array.from(node, (i) => output[i] as number);
  const placedSector = Int32Array.from(node, (i) => sector[i] as number);
  const sectorOutput = new Float64Array(sectors);
  let total = 0;
  const selfFed = new Uint8Array(n);
  for (let k = 0; k < n; k++) {
    const s = placedSector[k] as number;
    sectorOutput[s] = (sectorOutput[s] as number) + (placed[k] as number);
    total += placed[k] as number;
    for (let p = needs.needOff[k] as number; p < (needs.needOff[k + 1] as number); p++)
      if (needs.needFrom[p] === k) selfFed[k] = 1;
  }
  return {
    n,
    node,
    place,
    output: placed,
    total,
    sector: placedSector,
    sectorOutput,
    ...needs,
    serveOff: serves.off,
    serveTo: serves.adj,
    sellOff: sells.off,
    sellTo: sells.adj,
    sellWeight: Float64Array.from(sells.link, (at) => {
      const e = flows[at] as number;
      return (volume[e] as number) / (output[from[e] as number] as number);
    }),
    buyOff: buys.off,
    buyFrom: buys.adj,
    selfFed,
  };
}

/**
 * The weight of each link in the production of its customer; nought for what it does not need. Stated shares of an
 * essential input go before volumes, which divide what the shares leave.
 */
function needWeights(
  { network, to, group, importance }: Compiled,
  volume: Float64Array,
  input: Float64Array,
): Float64Array | undefined {
  const { links } = network;
  const volumes = new Float64Array(importance.length);
  const shares = new Float64Array(importance.length);
  const shared = new Uint8Array(importance.length);
  for (let e = 0; e < links.length; e++) {
    const g = group[e] as number;
    const share = links[e]?.share;
    if (share === undefined) volumes[g] = (volumes[g] as number) + (volume[e] as number);
    else {
      const point = pointOf(share);
      if (point === undefined) return undefined;
      shared[g] = 1;
      shares[g] = (shares[g] as number) + point;
    }
  }
  const weight = new Float64Array(links.length);
  for (let e = 0; e < links.length; e++) {
    const g = group[e] as number;
    const loss = pointOf(links[e]?.outputLoss ?? ONE);
    if (loss === undefined) return undefined;
    if (importance[g] === 'none') continue;
    if (importance[g] !== 'essential') {
      const all = input[to[e] as number] as number;
      weight[e] = all > 0 ? (loss * (volume[e] as number)) / all : 0;
      continue;
    }
    const stated = links[e]?.share;
    if (stated !== undefined) {
      weight[e] = (loss * (pointOf(stated) ?? 0)) / Math.max(1, shares[g] as number);
    } else if ((volumes[g] as number) > 0) {
      const part = shared[g] === 1 ? Math.max(0, 1 - (shares[g] as number)) : 1;
      weight[e] = (loss * part * (volume[e] as number)) / (volumes[g] as number);
    }
  }
  return weight;
}

/** By place: essential inputs one constraint each, all linear ones together as the last. */
function needRows({ n, from, buyers, group, importance, order, place }: Compiled, weight: Float64Array) {
  const needOff = new Int32Array(n + 1);
  const sources: number[] = [];
  const weights: number[] = [];
  const lasts: number[] = [];
  for (let k = 0; k < n; k++) {
    const i = order[k] as number;
    const row = Array.from(buyers.link.subarray(buyers.off[i], buyers.off[i + 1]));
    const needed = row.filter((e) => (weight[e] as number) > 0);
    const essential = needed.filter((e) => importance[group[e] as number] === 'essential');
    const linear = needed.filter((e) => importance[group[e] as number] !== 'essential');
    const push = (e: number, last: boolean): void => {
      sources.push(place[from[e] as number] as number);
      weights.push(weight[e] as number);
      lasts.push(last ? 1 : 0);
    };
    essential.forEach((e, at) => {
      const next = essential[at + 1];
      push(e, next === undefined || group[next] !== group[e]);
    });
    linear.forEach((e, at) => {
      push(e, at === linear.length - 1);
    });
    needOff[k + 1] = sources.length;
  }
  return {
    needOff,
    needFrom: Int32Array.from(sources),
    needWeight: Float64Array.from(weights),
    needLast: Uint8Array.from(lasts),
  };
}
