import type { EdgeKind } from '../graph/model.ts';
import type { PartialDate } from '../model/dates.ts';
import type { Marking } from '../model/marking.ts';
import { ENTITY_TYPES, type EntityType } from '../model/records.ts';

/** What a card stands for: a thing of the case, or many of them that are drawn as one. */
export type CardType = EntityType | 'group';
export const CARD_TYPES: readonly CardType[] = [...ENTITY_TYPES, 'group'];

/** What is wrong with the ground under a card or an edge, each with a sign of its own. */
export const FLAGS = ['disputed', 'unsourced', 'assumed', 'conflict'] as const;
export type Flag = (typeof FLAGS)[number];

/** What became of it between two states that are compared. */
export const CHANGES = ['added', 'removed', 'changed'] as const;
export type Change = (typeof CHANGES)[number];

/** How much something weighs in an analysis: nothing said, low, middle, high. */
export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/** What an analysis says of cards, as data; the map does not know how it was found. */
export type Overlay = ReadonlyMap<string, { readonly level: Level; readonly text: string }>;

export type MapCard = {
  readonly id: string;
  readonly type: CardType;
  readonly label: string;
  /** Where it is and its key figure, in words; may be empty. */
  readonly meta: string;
  readonly country?: string;
  readonly sector?: string;
  /** The process that it serves at the shortest distance, in words. */
  readonly process?: string;
  readonly marking: Marking;
  /** A vital process. */
  readonly vital: boolean;
  readonly government: boolean;
  /** Nobody can see behind it. */
  readonly opaque: boolean;
  readonly flags: readonly Flag[];
  /** How many things a group stands for. */
  readonly members?: number;
  readonly change?: Change;
};

export type MapLink = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** A loss travels along it. */
  readonly flow: boolean;
  readonly directed: boolean;
  readonly essential: boolean;
  readonly singleSource: boolean;
  /** Known to be there and to matter or not; drawn dashed when not. */
  readonly known: boolean;
  /** A source on standby, that does not supply now. */
  readonly standby: boolean;
  /** All who speak of it deny it. */
  readonly denied: boolean;
  readonly label: string;
  readonly marking: Marking;
  readonly flags: readonly Flag[];
  readonly validFrom?: PartialDate;
  readonly validTo?: PartialDate;
  /** How many edges this one stands for, between groups. */
  readonly members?: number;
  readonly change?: Change;
};

/** What a map shows. The order of the cards decides where nothing else does, so it follows their names, not their ids. */
export type MapModel = { readonly cards: readonly MapCard[]; readonly links: readonly MapLink[] };
