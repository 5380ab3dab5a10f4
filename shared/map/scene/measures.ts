import type { Face } from '../text.ts';

export type CardSize = { readonly width: number; readonly height: number; readonly lines: number };

/** Cards on the screen and in files. */
export const CARD: CardSize = { width: 160, height: 54, lines: 2 };

/** Faces of the words in a map. */
export const FACES = {
  name: { weight: 600, size: 12.5 },
  meta: { weight: 400, size: 11.5 },
  band: { weight: 600, size: 12.5 },
  group: { weight: 600, size: 11 },
  link: { weight: 400, size: 11.5 },
  far: { weight: 600, size: 11.5 },
} as const satisfies Record<string, Face>;

export const LEADING = { name: 14.5, meta: 13.5 };

/** Room inside a card: where its words begin, what stays free at their right, for a level and for each sign. */
export const ROOM = { icon: 32, right: 9, level: 10, sign: 15, bandHead: 26, linkLabel: 18 };
