import type { ChartInput, PlacedBox } from './chart-layout.ts';
import { type Knot, LANE, type Way } from './chart-order.ts';

export type Spot = { readonly x: number; readonly y: number };

type Row = { readonly top: number; readonly bottom: number };

/** Where everything stands: rows, the free room between them, cards, and where lines leave and enter. */
export type Frame = {
  readonly height: number;
  readonly boxes: readonly (PlacedBox & { readonly lane: number })[];
  /** Right edges of passages, so that the chart is wide enough for its lines. */
  readonly passages: readonly number[];
  readonly gaps: readonly Row[];
  readonly rows: ReadonlyMap<number, Row>;
  readonly box: ReadonlyMap<string, PlacedBox>;
  /** Where a line leaves and enters, by line. */
  readonly leave: ReadonlyMap<string, Spot>;
  readonly enter: ReadonlyMap<string, Spot>;
  /** Upright piece beside a card, by line and card. */
  readonly lanes: ReadonlyMap<string, number>;
  readonly margin: number;
};

const LEAST_GAP = 46;
const MOST_GAP = 110;
const PORT = 26;
const laneKey = (line: string, box: string): string => JSON.stringify([line, box]);

const ends = ({ knots }: Way): readonly [Knot, Knot] => [knots[0] as Knot, knots.at(-1) as Knot];

/** Gives every tier its height: the more lines bend between two of them, the further these stand apart. */
export function frameOf(
  input: ChartInput,
  tiers: readonly (readonly Knot[])[],
  ways: readonly Way[],
  margin: number,
): Frame {
  const heights = new Map(input.boxes.map(({ id, height }) => [id, height]));
  const rows = new Map<number, Row>();
  const gaps: Row[] = [];
  const boxes: (PlacedBox & { lane: number })[] = [];
  let y = margin;
  tiers.forEach((row, i) => {
    const tier = row[0]?.tier ?? 0;
    const tall = Math.max(...row.map(({ box }) => (box === undefined ? 0 : (heights.get(box) ?? 0))));
    rows.set(tier, { top: y, bottom: y + tall });
    for (const { box: id, x, width, lane } of row) {
      if (id === undefined) continue;
      const height = heights.get(id) ?? 0;
      boxes.push({ id, x: x + margin, y: tier > 0 ? y + tall - height : y, width, height, tier, lane });
    }
    y += tall;
    if (i === tiers.length - 1) return;
    const bends = row.reduce((count, { below }) => count + below.length, 0);
    const gap = Math.min(MOST_GAP, LEAST_GAP + 5 * Math.max(0, bends - 4));
    gaps.push({ top: y, bottom: y + gap });
    y += gap;
  });
  const box = new Map(boxes.map((one) => [one.id, one]));
  const passages = tiers.flat().map(({ x, width }) => x + width + margin);
  return { height: y + margin, boxes, passages, gaps, rows, box, margin, ...portsOf(ways, box, input) };
}

/** Spreads the ends of lines over the edges of cards in the order in which the lines come, so that they do not cross. */
function portsOf(ways: readonly Way[], box: ReadonlyMap<string, PlacedBox>, { lines }: ChartInput) {
  const leave = new Map<string, Spot>();
  const enter = new Map<string, Spot>();
  const lanes = new Map<string, number>();
  const forward = ways.filter(({ back }) => !back);
  const spread = (
    group: readonly Way[],
    card: PlacedBox,
    next: (way: Way) => Knot,
    into: Map<string, Spot>,
    y: number,
  ): void => {
    const centre = (knot: Knot): number => knot.x + knot.width / 2;
    const sorted = [...group].sort((a, b) => centre(next(a)) - centre(next(b)) || (a.line < b.line ? -1 : 1));
    const step = Math.min(PORT, (card.width - 24) / sorted.length);
    sorted.forEach(({ line }, i) => {
      into.set(line, { x: card.x + card.width / 2 + step * (i - (sorted.length - 1) / 2), y });
    });
  };
  for (const [id, card] of box) {
    const out = forward.filter((way) => ends(way)[0].box === id);
    const into = forward.filter((way) => ends(way)[1].box === id);
    spread(out, card, ({ knots }) => knots[1] as Knot, leave, card.y + card.height);
    spread(into, card, ({ knots }) => knots.at(-2) as Knot, enter, card.y);
    const beside = ways.filter((way) => way.back && ends(way).some((knot) => knot.box === id));
    let x = card.x + card.width;
    beside.forEach((way, i) => {
      const [first, last] = ends(way);
      const y = card.y + (card.height * (i + 1)) / (beside.length + 1);
      lanes.set(laneKey(way.line, id), x + LANE - 2);
      if (first === last) {
        leave.set(way.line, { x: card.x + card.width, y: y + 8 });
        enter.set(way.line, { x: card.x + card.width, y: y - 8 });
        x += LANE + 8 + (lines.find(({ id: line }) => line === way.line)?.label ?? 0);
        return;
      }
      (first.box === id ? leave : enter).set(way.line, { x: card.x + card.width, y });
      x += LANE;
    });
  }
  return { leave, enter, lanes };
}

/** Points of one line: upright through tiers, bending between them. */
export function routeOf(frame: Frame, way: Way): { readonly id: string; readonly points: readonly Spot[] } {
  const { knots, line, back } = way;
  const [first, last] = ends(way);
  const from = frame.leave.get(line) as Spot;
  const to = frame.enter.get(line) as Spot;
  const rowOf = ({ tier }: Knot): Row => frame.rows.get(tier) as Row;
  const lane = (knot: Knot): number => frame.lanes.get(laneKey(line, knot.box ?? '')) as number;
  if (first === last) {
    const x = lane(first);
    return { id: line, points: [from, { x, y: from.y }, { x, y: to.y }, to] };
  }
  const inner = knots.slice(1, -1).flatMap((knot): Spot[] => {
    const { top, bottom } = rowOf(knot);
    const x = knot.x + knot.width / 2 + frame.margin;
    return back
      ? [
          { x, y: bottom },
          { x, y: top },
        ]
      : [
          { x, y: top },
          { x, y: bottom },
        ];
  });
  const points = back
    ? [
        from,
        { x: lane(first), y: from.y },
        { x: lane(first), y: rowOf(first).top },
        ...inner,
        { x: lane(last), y: rowOf(last).bottom },
        { x: lane(last), y: to.y },
        to,
      ]
    : [from, { x: from.x, y: rowOf(first).bottom }, ...inner, { x: to.x, y: rowOf(last).top }, to];
  return { id: line, points: straight(points) };
}

/** Without points that repeat the one before, and with hardly visible bends made straight. */
const straight = (points: readonly Spot[]): readonly Spot[] => {
  const kept: Spot[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    if (before && before.x === point.x && before.y === point.y) continue;
    kept.push(point);
  }
  return kept;
};
