import { seeded } from '../graph/random.ts';
import { placeColumns } from './chart-columns.ts';
import { placeLabels } from './chart-labels.ts';
import { type Frame, frameOf, routeOf, type Spot } from './chart-lines.ts';
import { type Knot, knotsOf, numberPlaces, orderTiers } from './chart-order.ts';
import { tiersOf } from './chart-tiers.ts';

/** A card of the chart, in pixels. `name` decides where nothing else does, so that ids do not change the picture. */
export type ChartBox = {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
};

/** An interest: `from` holds, `to` is held. `label` is the width of its words, in pixels. */
export type ChartLine = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: number;
};

export type ChartInput = {
  readonly target: string;
  readonly boxes: readonly ChartBox[];
  readonly lines: readonly ChartLine[];
};

/** Left top corner of a card; tiers count up from the target. */
export type PlacedBox = Omit<ChartBox, 'name'> & {
  readonly x: number;
  readonly y: number;
  readonly tier: number;
};

/**
 * A line from its holder to what it holds. Between points with the same x or the same y it runs straight; between
 * others it bends, leaving and arriving upright (`pathOf`). `back`: it closes a circle and runs at the side. `label`
 * is the middle of its words.
 */
export type PlacedLine = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly back: boolean;
  readonly points: readonly Spot[];
  readonly label: Spot;
};

export type Chart = {
  readonly width: number;
  readonly height: number;
  /** The highest tier first, from left to right: the order in which to read. */
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly PlacedLine[];
};

const MARGIN = 16;

/**
 * Layered chart of who holds whom (field practice 2.6.7): owners above, the target, subsidiaries below. Layers by
 * Sugiyama, Tagawa and Toda (1981): circles opened, longest way, crossings reduced by barycentre. Promises: cards do
 * not overlap, lines bend only between tiers and so never run over a card, labels lie beside cards and apart from each
 * other where there is room, a line that closes a circle enters at the side of a card. Boxes that are neither above
 * nor below the target are left out, with their lines. The same input in any order gives the same chart.
 */
export function layoutChart(given: ChartInput): Chart {
  const { input, idOf } = numbered(given);
  const tiers = tiersOf(input.target, input.lines);
  const { tiers: unordered, ways } = knotsOf(input, tiers);
  let [rows, least]: [readonly (readonly Knot[])[], number] = [unordered, Number.POSITIVE_INFINITY];
  for (const start of starts(unordered)) {
    const { rows: ordered, crossings } = orderTiers(start);
    placeColumns(ordered);
    const cost = CROSSING * crossings + stretch(ordered);
    if (cost < least) [rows, least] = [ordered, cost];
  }
  for (const row of rows) numberPlaces(row);
  placeColumns(rows);
  const frame: Frame = frameOf(input, rows, ways, MARGIN);
  const ends = new Map(input.lines.map((line) => [line.id, line]));
  const lines = ways.map((way) => ({ ...routeOf(frame, way), back: way.back }));
  const labels = placeLabels(
    lines.map(({ id, points }) => ({ id, points, width: ends.get(id)?.label ?? 0 })),
    frame,
  );
  return {
    width: Math.max(...frame.boxes.map((box) => box.x + box.width + box.lane), ...frame.passages) + MARGIN,
    height: frame.height,
    boxes: frame.boxes.map(({ lane: _, id, ...box }) => ({ ...box, id: idOf(id) })),
    lines: lines.map(({ id, points, back }) => {
      const { from, to } = ends.get(id) as ChartLine;
      const label = labels.get(id) as Spot;
      return { id: idOf(id), from: idOf(from), to: idOf(to), back, points, label };
    }),
  };
}

/** Work for all attempts together, in knots: small pictures are tried often, large ones once or twice. */
const ATTEMPTS = { most: 60, knots: 4000 };
/** How much sideways way a crossing is worth. */
const CROSSING = 260;

/**
 * Orders to begin with: that of the walk, then shuffled ones from a fixed seed. Which leads to the best picture is not
 * known before.
 */
function* starts(tiers: readonly (readonly Knot[])[]): Generator<Knot[][]> {
  const knots = tiers.reduce((sum, row) => sum + row.length, 0);
  const count = Math.max(1, Math.min(ATTEMPTS.most, Math.floor(ATTEMPTS.knots / knots)));
  const random = seeded(count);
  yield tiers.map((row) => [...row]);
  for (let i = 1; i < count; i++) {
    yield tiers.map((row) =>
      row
        .map((knot) => ({ knot, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ knot }) => knot),
    );
  }
}

/** How far lines run sideways, all together, and how wide the picture is. */
const stretch = (rows: readonly (readonly Knot[])[]): number => {
  const centre = ({ x, width }: Knot): number => x + width / 2;
  const knots = rows.flat();
  const sideways = knots.flatMap((knot) => knot.below.map((low) => Math.abs(centre(knot) - centre(low))));
  return (
    sideways.reduce((sum, length) => sum + length, 0) +
    2 * Math.max(...knots.map(({ x, width }) => x + width))
  );
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same chart with ids that follow the names, and the way back to the real ones. */
function numbered({ target, boxes, lines }: ChartInput) {
  const real = new Map<string, string>();
  const next = (id: string): string => {
    const number = String(real.size).padStart(8, '0');
    real.set(number, id);
    return number;
  };
  const sorted = [...boxes].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  const of = new Map(sorted.map(({ id }) => [id, next(id)]));
  const own = of.get(target);
  if (own === undefined) throw new Error('the target has no card');
  const input: ChartInput = {
    target: own,
    boxes: sorted.map((box) => ({ ...box, id: of.get(box.id) as string })),
    lines: lines
      .flatMap((line) => {
        const [from, to] = [of.get(line.from), of.get(line.to)];
        return from === undefined || to === undefined ? [] : [{ ...line, from, to }];
      })
      .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.id, b.id))
      .map((line) => ({ ...line, id: next(line.id) })),
  };
  return { input, idOf: (number: string): string => real.get(number) as string };
}

/** The way of a line for the `d` of an SVG path; `short` leaves room for an arrow head at its end. */
export function pathOf(points: readonly Spot[], short = 0): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let before = first;
  const parts = [`M${round(first.x)} ${round(first.y)}`];
  rest.forEach((point, i) => {
    const end = i === rest.length - 1 ? shorten(before, point, short) : point;
    const half = (before.y + end.y) / 2;
    parts.push(
      before.x === end.x || before.y === end.y
        ? `L${round(end.x)} ${round(end.y)}`
        : `C${round(before.x)} ${round(half)} ${round(end.x)} ${round(half)} ${round(end.x)} ${round(end.y)}`,
    );
    before = point;
  });
  return parts.join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The last piece ends upright, or level when it runs level. */
const shorten = (before: Spot, end: Spot, by: number): Spot =>
  before.y === end.y
    ? { x: end.x - Math.sign(end.x - before.x) * by, y: end.y }
    : { x: end.x, y: end.y - Math.sign(end.y - before.y) * by };
