import type { Frame, Spot } from './chart-lines.ts';

/** Height of a label on a line. */
export const LABEL_HEIGHT = 20;

type Labelled = { readonly id: string; readonly points: readonly Spot[]; readonly width: number };
type Piece = { readonly from: Spot; readonly to: Spot; readonly gap: number };

/** Where along a piece to try: near the holder first, as holders stand apart and their lines come together. */
const TRIES = [0.34, 0.5, 0.66, 0.2, 0.8];
const SAMPLES = 9;
/** Room that an arrow head takes above a card. */
const HEAD = 8;

/** A place on a piece; bends are the curves that `pathOf` draws. */
const on = ({ from, to }: Piece, t: number): Spot => {
  const s = 1 - t;
  const near = s * s * s + 3 * s * s * t;
  const half = (from.y + to.y) / 2;
  return {
    x: near * from.x + (1 - near) * to.x,
    y: s ** 3 * from.y + 3 * s * t * half + t ** 3 * to.y,
  };
};

/**
 * Middles of the labels: in the free room between tiers, where they cover no other label and as few other lines as can
 * be. The label of a line that leads back into its own card stands beside it.
 */
export function placeLabels(lines: readonly Labelled[], frame: Frame): ReadonlyMap<string, Spot> {
  const pieces = new Map(lines.map(({ id, points }) => [id, piecesOf(points, frame)]));
  const samples = frame.gaps.map((): { line: string; at: Spot }[] => []);
  for (const [line, own] of pieces) {
    for (const piece of own) {
      for (let i = 1; i < SAMPLES; i++) samples[piece.gap]?.push({ line, at: on(piece, i / SAMPLES) });
    }
  }
  const placed: { at: Spot; width: number }[] = [];
  const labels = new Map<string, Spot>();
  for (const { id, points, width } of lines) {
    let best: { at: Spot; cost: number } | undefined;
    for (const piece of pieces.get(id) ?? []) {
      const gap = frame.gaps[piece.gap];
      if (!gap) continue;
      for (const t of TRIES) {
        const spot = on(piece, t);
        const low = gap.top + LABEL_HEIGHT / 2 + 1;
        const high = gap.bottom - LABEL_HEIGHT / 2 - HEAD;
        const at = { x: spot.x, y: Math.min(high, Math.max(low, spot.y)) };
        const covered = (samples[piece.gap] ?? []).filter(
          ({ line, at: other }) =>
            line !== id &&
            Math.abs(other.x - at.x) < width / 2 + 2 &&
            Math.abs(other.y - at.y) < LABEL_HEIGHT / 2,
        );
        const cost = 100 * placed.reduce((sum, one) => sum + overlap(one, { at, width }), 0) + covered.length;
        if (best === undefined || cost < best.cost) best = { at, cost };
      }
    }
    const at = best?.at ?? beside(points, width);
    placed.push({ at, width });
    labels.set(id, at);
  }
  return labels;
}

const overlap = (
  a: { readonly at: Spot; readonly width: number },
  b: { readonly at: Spot; readonly width: number },
): number =>
  Math.max(0, (a.width + b.width) / 2 + 3 - Math.abs(a.at.x - b.at.x)) *
  Math.max(0, LABEL_HEIGHT - Math.abs(a.at.y - b.at.y));

const beside = (points: readonly Spot[], width: number): Spot => {
  const right = Math.max(...points.map(({ x }) => x));
  const ys = points.map(({ y }) => y);
  return { x: right + 4 + width / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
};

/** The pieces of a line between tiers. */
function piecesOf(points: readonly Spot[], { gaps }: Frame): readonly Piece[] {
  return points.slice(1).flatMap((to, i): Piece[] => {
    const from = points[i] as Spot;
    const [low, high] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    const gap = gaps.findIndex(({ top, bottom }) => low >= top - 0.01 && high <= bottom + 0.01);
    return gap < 0 || high - low < LABEL_HEIGHT ? [] : [{ from, to, gap }];
  });
}
