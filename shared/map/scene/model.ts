import type { EdgeKind } from '../../graph/model.ts';
import type { Bend, GroupFrame, Rect, Ring, Spot } from '../layout/model.ts';
import type { CardType, Change, Flag, Level } from '../model.ts';
import type { Dash, Head } from './looks.ts';

/**
 * What is drawn, with every word broken and every place fixed. The same scene is painted on the screen, written as SVG
 * for files and for the dossier, and read as buttons by keyboard and screen reader, so that these cannot differ.
 */
export type SceneCard = Rect & {
  readonly id: string;
  readonly tier: number;
  readonly type: CardType;
  readonly label: string;
  /** Lines of its name as they fit. */
  readonly lines: readonly string[];
  readonly meta: string;
  readonly target: boolean;
  readonly vital: boolean;
  readonly government: boolean;
  readonly opaque: boolean;
  readonly pinned: boolean;
  readonly flags: readonly Flag[];
  readonly level?: Level;
  readonly said?: string;
  readonly change?: Change;
  readonly members?: number;
  /** How many cards are folded away behind it; 0 when it could be folded, absent when nothing is behind it. */
  readonly behind?: number;
  readonly closed: boolean;
};

export type SceneLink = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly points: readonly Spot[];
  readonly width: number;
  readonly dash: Dash;
  readonly head: Head;
  readonly twin: boolean;
  readonly denied: boolean;
  readonly label: string;
  readonly flags: readonly Flag[];
  readonly change?: Change;
};

export type SceneBand = Rect & {
  readonly tier: number;
  readonly title: string;
  /** The same for where that does not fit. */
  readonly short: string;
  readonly own: boolean;
};

export type Scene = {
  readonly cards: readonly SceneCard[];
  readonly links: readonly SceneLink[];
  readonly bands: readonly SceneBand[];
  readonly groups: readonly GroupFrame[];
  readonly rings: readonly Ring[];
  readonly bend: Bend;
  /** All that is drawn, the titles of the bands included. */
  readonly bounds: Rect;
};
