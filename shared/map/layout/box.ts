import type { Rect, Spot } from './model.ts';

/** The smallest upright rectangle round a way. */
function boxOf(points: readonly Spot[]): Rect {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of points) {
    left = Math.min(left, point.x);
    right = Math.max(right, point.x);
    top = Math.min(top, point.y);
    bottom = Math.max(bottom, point.y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const boxes = new WeakMap<readonly Spot[], Rect>();

/** Whether the rectangle round a way touches a window. A way is measured once, as a scene does not change. */
export function inSight(points: readonly Spot[], { x, y, width, height }: Rect): boolean {
  let box = boxes.get(points);
  if (box === undefined) {
    box = boxOf(points);
    boxes.set(points, box);
  }
  return box.x <= x + width && box.x + box.width >= x && box.y <= y + height && box.y + box.height >= y;
}
