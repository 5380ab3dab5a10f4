import { type Arranged, arrange } from '#shared/map/arrange.ts';
import type { MapCard, MapLink, MapModel } from '#shared/map/model.ts';
import { CARD } from '#shared/map/scene/measures.ts';
import { ecosystem } from '../networks.ts';

const TIERS = 6;
const TYPES = ['company', 'company', 'company', 'technology', 'publicBody', 'product'] as const;
const KINDS = ['supply', 'supply', 'supply', 'depends', 'data', 'owns', 'contract'] as const;

/** A generated network as the map shows it: cards of several types, lines of several kinds, some of them dashed. */
export function networkOf(n: number, m: number): MapModel {
  const { from, to } = ecosystem(n, m, 1);
  const cards = Array.from(
    { length: n },
    (_, i): MapCard => ({
      id: String(i),
      type: TYPES[i % TYPES.length] as MapCard['type'],
      label: `Onderneming ${i} Techniek B.V.`,
      meta: `Nederland, ${(i * 37) % 900} fte`,
      marking: 'open',
      vital: i % 97 === 0,
      government: false,
      opaque: i % 61 === 0,
      flags: i % 23 === 0 ? ['unsourced'] : [],
    }),
  );
  const links = Array.from(
    from,
    (a, e): MapLink => ({
      id: `e${e}`,
      from: String(a),
      to: String(to[e]),
      kind: KINDS[e % KINDS.length] as MapLink['kind'],
      flow: true,
      directed: true,
      essential: e % 5 === 0,
      singleSource: false,
      known: e % 7 !== 0,
      standby: false,
      denied: false,
      label: `levering ${e}`,
      marking: 'open',
      flags: [],
    }),
  );
  return { cards, links };
}

/** The network in its six tiers, as the product lays it out. */
export function arranged(model: MapModel): Arranged {
  const n = model.cards.length;
  return arrange(model, {
    layout: 'tiers',
    targets: ['0'],
    size: CARD,
    direction: 'right',
    grouping: 'none',
    aspect: 1.7,
    pinned: new Map(),
    before: new Map(),
    tiers: new Map(model.cards.map(({ id }, i) => [id, Math.floor((i * TIERS) / n)])),
  });
}
