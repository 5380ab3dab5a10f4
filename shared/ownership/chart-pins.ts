import { LABEL_HEIGHT } from './chart-labels.ts';
import type { Chart, PlacedBox, PlacedLine } from './chart-layout.ts';
import type { Spot } from './chart-lines.ts';

const MARGIN = 16;
/** How far a line that runs upward swings out at the side. */
const SWING = 22;

/**
 * The chart with cards that people put in a place of their own. Places count from the left top corner that the layout
 * gives the target, so that a card stays where it was put among the others when something is added (peers' pain 2).
 * The rest stays as laid out; lines of a moved card run straight to where it is; all is shifted so that nothing lies
 * outside the picture. Cards that are not in the chart are ignored.
 */
export function pinChart(chart: Chart, target: string, places: ReadonlyMap<string, Spot>): Chart {
  const origin = chart.boxes.find(({ id }) => id === target);
  if (!origin || !chart.boxes.some(({ id }) => places.has(id))) return chart;
  const moved = chart.boxes.map((box): PlacedBox => {
    const place = places.get(box.id);
    return place === undefined ? box : { ...box, x: origin.x + place.x, y: origin.y + place.y };
  });
  const left = Math.min(...moved.map(({ x }) => x), MARGIN) - MARGIN;
  const top = Math.min(...moved.map(({ y }) => y), MARGIN) - MARGIN;
  const shift = ({ x, y }: Spot): Spot => ({ x: x - left, y: y - top });
  const boxes = moved.map((box) => ({ ...box, ...shift(box) }));
  const at = new Map(boxes.map((box) => [box.id, box]));
  const isFree = ({ from, to }: PlacedLine): boolean => !places.has(from) && !places.has(to);
  const labels = chart.lines.filter(isFree).map((line) => shift(line.label));
  const lines = chart.lines.map((line): PlacedLine => {
    const [from, to] = [at.get(line.from), at.get(line.to)];
    if (isFree(line) || !from || !to || from === to)
      return { ...line, points: line.points.map(shift), label: shift(line.label) };
    const points = directWay(from, to);
    const label = labelOn(points, boxes, labels);
    labels.push(label);
    return { ...line, back: to.y < from.y + from.height, points, label };
  });
  return {
    boxes,
    lines,
    width: Math.max(
      chart.width - left,
      ...boxes.map(({ x, width }) => x + width + MARGIN),
      ...lines.flatMap(({ points }) => points.map(({ x }) => x + MARGIN)),
    ),
    height: Math.max(chart.height - top, ...boxes.map(({ y, height }) => y + height + MARGIN)),
  };
}

/** From the foot of the holder to the head of what it holds; where that lies higher, from side to side. */
function directWay(from: PlacedBox, to: PlacedBox): Spot[] {
  const foot = { x: from.x + from.width / 2, y: from.y + from.height };
  const head = { x: to.x + to.width / 2, y: to.y };
  if (head.y >= foot.y + LABEL_HEIGHT) return [foot, head];
  const x = Math.max(from.x + from.width, to.x + to.width) + SWING;
  const [leave, enter] = [from.y + from.height / 2, to.y + to.height / 2];
  return [
    { x: from.x + from.width, y: leave },
    { x, y: leave },
    { x, y: enter },
    { x: to.x + to.width, y: enter },
  ];
}

/** Where along a line its label may stand, the middle first. */
const TRIES = [0.5, 0.38, 0.62, 0.26, 0.74, 0.16, 0.84] as const;
/** Half of the room that a label takes sideways. */
const REACH = 45;

/** A place of a label on its line that covers no card and no other label, if there is one; else the middle. */
function labelOn(points: readonly Spot[], boxes: readonly PlacedBox[], labels: readonly Spot[]): Spot {
  const [a, b] = points.length === 2 ? points : points.slice(1, 3);
  const [from, to] = [a ?? { x: 0, y: 0 }, b ?? { x: 0, y: 0 }];
  const on = (t: number): Spot => {
    // The curve that `pathOf` draws: upright at both ends.
    const near = (1 - t) ** 2 * (1 + 2 * t);
    return { x: near * from.x + (1 - near) * to.x, y: near * from.y + (1 - near) * to.y };
  };
  const covered = (spot: Spot): boolean =>
    boxes.some(
      ({ x, y, width, height }) =>
        spot.x > x - REACH / 2 &&
        spot.x < x + width + REACH / 2 &&
        spot.y > y - LABEL_HEIGHT / 2 &&
        spot.y < y + height + LABEL_HEIGHT / 2,
    ) ||
    labels.some(
      (other) => Math.abs(other.x - spot.x) < 2 * REACH && Math.abs(other.y - spot.y) < LABEL_HEIGHT,
    );
  return on(TRIES.find((t) => !covered(on(t))) ?? 0.5);
}
