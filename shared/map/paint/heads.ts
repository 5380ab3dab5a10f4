import type { Bend, Spot } from '../layout/model.ts';
import type { Head } from '../scene/looks.ts';
import type { SceneLink } from '../scene/model.ts';
import type { Pen } from './pen.ts';

/** The end of a way and the direction in which it arrives. */
export function arrival(
  points: readonly Spot[],
  bend: Bend,
): { at: Spot; dx: number; dy: number } | undefined {
  const at = points.at(-1);
  const before = points.at(-2);
  if (at === undefined || before === undefined) return undefined;
  // A way that bends arrives along the tiers.
  const bends = bend !== 'none' && before.x !== at.x && before.y !== at.y;
  const [x, y] = bends
    ? bend === 'right'
      ? [Math.sign(at.x - before.x), 0]
      : [0, Math.sign(at.y - before.y)]
    : [at.x - before.x, at.y - before.y];
  const long = Math.hypot(x, y);
  return long === 0 ? undefined : { at, dx: x / long, dy: y / long };
}

export function drawHead(
  pen: Pen,
  head: Head,
  { at, dx, dy }: { readonly at: Spot; readonly dx: number; readonly dy: number },
  size: number,
): void {
  const on = (back: number, side: number): [number, number] => [
    at.x - dx * back - dy * side,
    at.y - dy * back + dx * side,
  ];
  switch (head) {
    case 'full':
    case 'open':
      pen.move(at.x, at.y);
      pen.line(...on(2 * size, size * 0.95));
      pen.line(...on(2 * size, -size * 0.95));
      pen.close();
      return;
    case 'double':
      for (const back of [0, size]) {
        pen.move(...on(back + 1.6 * size, size * 0.95));
        pen.line(...on(back, 0));
        pen.line(...on(back + 1.6 * size, -size * 0.95));
        pen.close();
      }
      return;
    case 'diamond':
      pen.move(at.x, at.y);
      pen.line(...on(1.3 * size, size * 0.85));
      pen.line(...on(2.6 * size, 0));
      pen.line(...on(1.3 * size, -size * 0.85));
      pen.close();
      return;
    case 'disc':
    case 'ring': {
      const [x, y] = on(size, 0);
      pen.circle(x, y, size * 0.95);
      return;
    }
    case 'square':
      pen.move(...on(0, size * 0.85));
      pen.line(...on(1.7 * size, size * 0.85));
      pen.line(...on(1.7 * size, -size * 0.85));
      pen.line(...on(0, -size * 0.85));
      pen.close();
      return;
    case 'bar':
      pen.move(...on(0, size * 1.15));
      pen.line(...on(size * 0.8, size * 1.15));
      pen.line(...on(size * 0.8, -size * 1.15));
      pen.line(...on(0, -size * 1.15));
      pen.close();
      return;
    default:
  }
}

/** Plus, minus or a triangle. Traces only. */
export function changeSign(
  pen: Pen,
  change: NonNullable<SceneLink['change']>,
  x: number,
  y: number,
  r: number,
): void {
  pen.begin();
  if (change === 'changed') {
    pen.move(x, y - r);
    pen.line(x + r, y + r * 0.8);
    pen.line(x - r, y + r * 0.8);
    pen.close();
    return;
  }
  pen.move(x - r, y);
  pen.line(x + r, y);
  if (change === 'removed') return;
  pen.move(x, y - r);
  pen.line(x, y + r);
}
