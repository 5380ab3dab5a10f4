import { EDGE_KINDS, type EdgeKind } from '../graph/model.ts';
import { type CardType, CHANGES, type Change, FLAGS, type Flag, LEVELS, type Level } from './model.ts';
import type { Dash } from './scene/looks.ts';
import type { Scene, SceneCard } from './scene/model.ts';

/** A sign of the map and what it stands for. Only what occurs in a scene is explained. */
export type LegendEntry =
  | { readonly sign: 'type'; readonly type: CardType | 'opaque' }
  | { readonly sign: 'vital' | 'target' | 'essential' | 'pinned' }
  | { readonly sign: 'kind'; readonly kind: EdgeKind }
  | { readonly sign: 'dash'; readonly dash: Exclude<Dash, 'none'> }
  | { readonly sign: 'flag'; readonly flag: Flag }
  | { readonly sign: 'level'; readonly level: Level }
  | { readonly sign: 'change'; readonly change: Change };

const TYPES: readonly CardType[] = [
  'company',
  'publicBody',
  'person',
  'process',
  'technology',
  'product',
  'site',
  'group',
];

export function legendOf({ cards, links }: Scene): readonly LegendEntry[] {
  const has = (test: (card: SceneCard) => boolean): boolean => cards.some(test);
  const entry = <T extends LegendEntry>(there: boolean, one: T): T[] => (there ? [one] : []);
  return [
    ...TYPES.flatMap((type) =>
      entry(
        has((card) => card.type === type && !card.opaque),
        { sign: 'type', type } as const,
      ),
    ),
    ...entry(
      has(({ opaque }) => opaque),
      { sign: 'type', type: 'opaque' } as const,
    ),
    ...entry(
      has(({ target }) => target),
      { sign: 'target' } as const,
    ),
    ...entry(
      has(({ vital }) => vital),
      { sign: 'vital' } as const,
    ),
    ...EDGE_KINDS.flatMap((kind) =>
      entry(
        links.some((link) => link.kind === kind),
        { sign: 'kind', kind } as const,
      ),
    ),
    ...entry(
      links.some(({ width }) => width > 2),
      { sign: 'essential' } as const,
    ),
    ...(['unsure', 'standby', 'denied'] as const).flatMap((dash) =>
      entry(
        links.some((link) => link.dash === dash),
        { sign: 'dash', dash } as const,
      ),
    ),
    ...LEVELS.toReversed().flatMap((level) =>
      entry(
        has((card) => card.level === level),
        { sign: 'level', level } as const,
      ),
    ),
    ...FLAGS.flatMap((flag) =>
      entry(
        has(({ flags }) => flags.includes(flag)),
        { sign: 'flag', flag } as const,
      ),
    ),
    ...entry(
      has(({ pinned }) => pinned),
      { sign: 'pinned' } as const,
    ),
    ...CHANGES.flatMap((change) =>
      entry(has((card) => card.change === change) || links.some((link) => link.change === change), {
        sign: 'change',
        change,
      } as const),
    ),
  ];
}
