/**
 * Very large maps as an image: how many links run through each point, in tones that are spread evenly over what occurs
 * (histogram equalisation), so that few and very many can be told apart. Dots are the cards.
 */
export type Dots = {
  /** Places of the cards. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Number in the list of colours, by card. */
  readonly colour: Uint8Array;
  /** Links by the numbers of their cards. */
  readonly from: Int32Array;
  readonly to: Int32Array;
};

export type DensityView = {
  readonly k: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Tones = {
  /** Red, green and blue of the ground and of where most links run. */
  readonly ground: readonly [number, number, number];
  readonly ink: readonly [number, number, number];
  readonly dots: readonly (readonly [number, number, number])[];
};

/** Red, green, blue and full opacity of every point, row by row; of every so many links one, to be quicker. */
export function densityImage(
  dots: Dots,
  view: DensityView,
  tones: Tones,
  every = 1,
): Uint8ClampedArray<ArrayBuffer> {
  const { width, height } = view;
  const counts = countLinks(dots, view, every);
  const tone = equalised(counts);
  const image = new Uint8ClampedArray(width * height * 4);
  const [r, g, b] = tones.ground;
  const [ir, ig, ib] = tones.ink;
  for (let i = 0, p = 0; i < counts.length; i++, p += 4) {
    const count = counts[i] as number;
    const t = count === 0 ? 0 : (tone[Math.min(count, tone.length - 1)] as number);
    image[p] = r + (ir - r) * t;
    image[p + 1] = g + (ig - g) * t;
    image[p + 2] = b + (ib - b) * t;
    image[p + 3] = 255;
  }
  paintDots(image, dots, view, tones);
  return image;
}

/** How many links run through every point. Links that leave the view are cut at its edges first. */
export function countLinks({ x, y, from, to }: Dots, view: DensityView, every = 1): Uint32Array {
  const { width, height, k } = view;
  const counts = new Uint32Array(width * height);
  const [right, bottom] = [width - 1, height - 1];
  for (let e = 0; e < from.length; e += every) {
    const [a, b] = [from[e] as number, to[e] as number];
    let ax = (x[a] as number) * k + view.x;
    let ay = (y[a] as number) * k + view.y;
    let bx = (x[b] as number) * k + view.x;
    let by = (y[b] as number) * k + view.y;
    if (
      (ax < 0 && bx < 0) ||
      (ay < 0 && by < 0) ||
      (ax > right && bx > right) ||
      (ay > bottom && by > bottom)
    )
      continue;
    // Liang and Barsky (1984).
    let [start, end] = [0, 1];
    const [dx, dy] = [bx - ax, by - ay];
    if (ax < 0) start = Math.max(start, -ax / dx);
    else if (ax > right) start = Math.max(start, (right - ax) / dx);
    if (ay < 0) start = Math.max(start, -ay / dy);
    else if (ay > bottom) start = Math.max(start, (bottom - ay) / dy);
    if (bx < 0) end = Math.min(end, -ax / dx);
    else if (bx > right) end = Math.min(end, (right - ax) / dx);
    if (by < 0) end = Math.min(end, -ay / dy);
    else if (by > bottom) end = Math.min(end, (bottom - ay) / dy);
    if (start > end) continue;
    bx = ax + dx * end;
    by = ay + dy * end;
    ax += dx * start;
    ay += dy * start;
    line(counts, width, ax, ay, bx, by);
  }
  return counts;
}

function line(counts: Uint32Array, width: number, ax: number, ay: number, bx: number, by: number): void {
  const steps = Math.max(Math.abs(bx - ax), Math.abs(by - ay)) | 0;
  if (steps === 0) {
    const at = (ay | 0) * width + (ax | 0);
    counts[at] = (counts[at] as number) + 1;
    return;
  }
  // In steps of one point along the longer side; the other in parts of 65,536, as whole numbers are quicker.
  const flat = Math.abs(bx - ax) >= Math.abs(by - ay);
  let [along, across] = flat ? [ax | 0, (ay * ONE) | 0] : [ay | 0, (ax * ONE) | 0];
  const forward = (flat ? bx > ax : by > ay) ? 1 : -1;
  const aside = ((((flat ? by - ay : bx - ax) * ONE) / steps) | 0) as number;
  if (flat)
    for (let i = 0; i <= steps; i++, along += forward, across += aside) {
      const at = (across >> 16) * width + along;
      counts[at] = (counts[at] as number) + 1;
    }
  else
    for (let i = 0; i <= steps; i++, along += forward, across += aside) {
      const at = along * width + (across >> 16);
      counts[at] = (counts[at] as number) + 1;
    }
}

const ONE = 65_536;
const BINS = 4096;

/** For every count the part of the points with links that have at most as many, from 0 to 1. */
export function equalised(counts: Uint32Array): Float32Array {
  const bins = new Uint32Array(BINS);
  let points = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    if (count === 0) continue;
    const bin = count < BINS ? count : BINS - 1;
    bins[bin] = (bins[bin] as number) + 1;
    points++;
  }
  const tone = new Float32Array(BINS);
  let sum = 0;
  for (let bin = 1; bin < BINS; bin++) {
    // The middle of a step, so that points with one link are seen as well.
    tone[bin] = points === 0 ? 0 : 0.08 + (0.92 * (sum + (bins[bin] as number) / 2)) / points;
    sum += bins[bin] as number;
  }
  return tone;
}

function paintDots(
  image: Uint8ClampedArray,
  { x, y, colour }: Dots,
  view: DensityView,
  { dots }: Tones,
): void {
  const { width, height, k } = view;
  const radius = Math.max(0, Math.min(5, Math.round(k * 30)));
  for (let i = 0; i < x.length; i++) {
    const px = Math.round((x[i] as number) * k + view.x);
    const py = Math.round((y[i] as number) * k + view.y);
    if (px < radius || py < radius || px >= width - radius || py >= height - radius) continue;
    const [r, g, b] = dots[colour[i] as number] ?? [0, 0, 0];
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) {
        const p = ((py + dy) * width + px + dx) * 4;
        image[p] = r;
        image[p + 1] = g;
        image[p + 2] = b;
      }
  }
}
