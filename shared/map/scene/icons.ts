import type { CardType } from '../model.ts';

/** Signs of the types on a field of 24 by 24: strokes, each a chain of places; a circle is its middle and radius. */
export type Stroke =
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [number, number])[];
      readonly closed?: boolean;
    }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number };

const line = (...points: (readonly [number, number])[]): Stroke => ({ kind: 'line', points });
const shape = (...points: (readonly [number, number])[]): Stroke => ({ kind: 'line', points, closed: true });
const circle = (x: number, y: number, radius: number): Stroke => ({ kind: 'circle', x, y, radius });

export const ICONS: Readonly<Record<CardType | 'opaque', readonly Stroke[]>> = {
  company: [
    shape([4, 21], [4, 9], [13, 4], [13, 21]),
    line([13, 10], [20, 10], [20, 21], [13, 21]),
    line([7, 12], [10, 12]),
    line([7, 16], [10, 16]),
    line([16, 14], [17, 14]),
    line([16, 17.5], [17, 17.5]),
  ],
  person: [
    circle(12, 7.5, 3.8),
    line([4.5, 21], [5.5, 16.5], [9, 14.5], [15, 14.5], [18.5, 16.5], [19.5, 21]),
  ],
  publicBody: [
    shape([3, 9.5], [12, 3.5], [21, 9.5]),
    line([6, 12], [6, 17.5]),
    line([12, 12], [12, 17.5]),
    line([18, 12], [18, 17.5]),
    line([3, 20.5], [21, 20.5]),
  ],
  technology: [
    shape([7, 7], [17, 7], [17, 17], [7, 17]),
    shape([10.5, 10.5], [13.5, 10.5], [13.5, 13.5], [10.5, 13.5]),
    line([10, 7], [10, 3.5]),
    line([14, 7], [14, 3.5]),
    line([10, 17], [10, 20.5]),
    line([14, 17], [14, 20.5]),
    line([7, 10], [3.5, 10]),
    line([7, 14], [3.5, 14]),
    line([17, 10], [20.5, 10]),
    line([17, 14], [20.5, 14]),
  ],
  process: [
    circle(12, 12, 8.5),
    line([12, 6.5], [12, 12], [15.8, 14.2]),
    line([20.5, 12], [22.5, 9.8]),
    line([20.5, 12], [18.3, 10.2]),
  ],
  product: [
    shape([12, 3], [20, 7.5], [20, 16.5], [12, 21], [4, 16.5], [4, 7.5]),
    line([4, 7.5], [12, 12], [20, 7.5]),
    line([12, 12], [12, 21]),
  ],
  site: [
    line(
      [12, 21.5],
      [6.2, 14],
      [5, 10.5],
      [6.2, 6.6],
      [9, 4.2],
      [12, 3.5],
      [15, 4.2],
      [17.8, 6.6],
      [19, 10.5],
      [17.8, 14],
      [12, 21.5],
    ),
    circle(12, 10.2, 2.6),
  ],
  group: [
    shape([4, 4], [14, 4], [14, 14], [4, 14]),
    line([17, 8], [17, 17], [8, 17]),
    line([20.5, 11.5], [20.5, 20.5], [11.5, 20.5]),
  ],
  opaque: [
    line(
      [3, 12],
      [6, 8.4],
      [9.5, 6.6],
      [14.5, 6.6],
      [18, 8.4],
      [21, 12],
      [18, 15.6],
      [14.5, 17.4],
      [9.5, 17.4],
      [6, 15.6],
      [3, 12],
    ),
    line([5, 20], [19, 4]),
  ],
};
