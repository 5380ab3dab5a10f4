import type { Rect, Spot } from './model.ts';

export type Box = {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  readonly held: boolean;
};

const ROUNDS = 120;
const GROW = 1.12;
const TRIES = 30;

const clash = (a: Box, b: Box, gap: number): readonly [dx: number, dy: number] => [
  (a.width + b.width) / 2 + gap - Math.abs(a.x - b.x),
  (a.height + b.height) / 2 + gap - Math.abs(a.y - b.y),
];

/**
 * Moves boxes apart until none overlap, each along the shorter way; held ones do not move. Where they cannot be pushed
 * apart all that is free moves away from the middle, so that it always ends. Two held boxes may overlap.
 */
export function pushApart(boxes: readonly Box[], gap: number): void {
  for (let i = 0; i < TRIES; i++) {
    if (pushed(boxes, gap)) return;
    for (const box of boxes) {
      if (box.held) continue;
      box.x *= GROW;
      box.y *= GROW;
    }
  }
}

/** Whether nothing overlaps after so many rounds. */
function pushed(boxes: readonly Box[], gap: number): boolean {
  const widest = boxes.reduce((most, { width }) => Math.max(most, width), 0) + gap;
  for (let round = 0; round < ROUNDS; round++) {
    const order = [...boxes.keys()].sort((a, b) => (boxes[a] as Box).x - (boxes[b] as Box).x || a - b);
    let clear = true;
    for (let i = 0; i < order.length; i++) {
      const a = boxes[order[i] as number] as Box;
      for (let j = i + 1; j < order.length; j++) {
        const b = boxes[order[j] as number] as Box;
        if (b.x - a.x > widest) break;
        if (a.held && b.held) continue;
        const [dx, dy] = clash(a, b, gap);
        if (dx <= 0.001 || dy <= 0.001) continue;
        clear = false;
        const share = a.held || b.held ? 1 : 0.5;
        const [x, y] = dx / (a.width + b.width) < dy / (a.height + b.height) ? [dx, 0] : [0, dy];
        const sx = b.x >= a.x ? 1 : -1;
        const sy = b.y > a.y || (b.y === a.y && (order[i] as number) < (order[j] as number)) ? 1 : -1;
        if (!a.held) {
          a.x -= sx * x * share;
          a.y -= sy * y * share;
        }
        if (!b.held) {
          b.x += sx * x * share;
          b.y += sy * y * share;
        }
      }
    }
    if (clear) return true;
  }
  return false;
}

/** Where a line from the middle of a box towards a place leaves it. */
export function rim({ x, y, width, height }: Pick<Box, 'x' | 'y' | 'width' | 'height'>, to: Spot): Spot {
  const [dx, dy] = [to.x - x, to.y - y];
  if (dx === 0 && dy === 0) return { x, y };
  const t = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : height / 2 / Math.abs(dy),
  );
  return { x: x + dx * t, y: y + dy * t };
}

export const rectOf = ({ x, y, width, height }: Pick<Box, 'x' | 'y' | 'width' | 'height'>): Rect => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});
