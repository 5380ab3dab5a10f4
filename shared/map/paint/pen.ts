import type { Rect } from '../layout/model.ts';
import type { Face } from '../text.ts';

export type Paint = {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
  readonly round?: boolean;
};

export type Lettering = {
  readonly face: Face;
  readonly fill: string;
  readonly align?: 'start' | 'middle' | 'end';
  /** Colour of a rim round the letters, so that they stand out from what is under them. */
  readonly halo?: string;
  readonly alpha?: number;
};

/** A named thing of the picture, for files that can be read and searched. */
export type Part = {
  readonly kind: 'band' | 'link' | 'card' | 'label';
  readonly id: string;
  readonly title: string;
};

/** What a scene is painted with: a canvas, or a writer of SVG. Lengths are those of the scene. */
export type Pen = {
  /** Every link and card becomes an element of its own; else what looks the same may be painted together. */
  readonly single: boolean;
  readonly open: (part: Part) => void;
  readonly shut: () => void;
  readonly begin: () => void;
  readonly move: (x: number, y: number) => void;
  readonly line: (x: number, y: number) => void;
  readonly curve: (ax: number, ay: number, bx: number, by: number, x: number, y: number) => void;
  readonly close: () => void;
  readonly circle: (x: number, y: number, radius: number) => void;
  readonly rect: (rect: Rect, radius: number) => void;
  /** Paints what was traced since `begin`. */
  readonly end: (paint: Paint) => void;
  readonly text: (words: string, x: number, y: number, lettering: Lettering) => void;
};
