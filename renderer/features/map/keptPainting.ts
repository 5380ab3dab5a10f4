import type { Rect } from '#shared/map/layout/model.ts';
import { paintGround } from '#shared/map/paint/scene.ts';
import { CanvasPen } from './canvasPen.ts';
import { type Picture, type View, windowOf } from './view.ts';

export type Size = { readonly width: number; readonly height: number; readonly ratio: number };

/** How much wider and higher than the window a painting is on each side, as a part of it. */
const ROUND = 0.4;
/** Pixels that a painting may have at most: above it the surroundings are given up. */
const LARGEST = 16_000_000;

/** A painting of more than is in sight, that is laid on the screen wherever one looks. Titles are not in it. */
export class KeptPainting {
  private readonly canvas = document.createElement('canvas');
  /** The view of its upper left corner. */
  private from: View | null = null;
  /** What of the scene it shows. */
  private area: Rect = { x: 0, y: 0, width: 0, height: 0 };
  private bounds: Rect = { x: 0, y: 0, width: 0, height: 0 };

  get has(): boolean {
    return this.from !== null;
  }

  drop(): void {
    this.from = null;
  }

  /** Whether it shows all that is in sight, at its own size. */
  shows(view: View, { width, height }: Size): boolean {
    if (this.from === null || Math.abs(view.k / this.from.k - 1) > 1e-9) return false;
    const seen = within(windowOf(view, width, height), this.bounds);
    return seen.width <= 0 || seen.height <= 0 || holds(this.area, seen);
  }

  paint(view: View, { width, height, ratio }: Size, { scene, palette, emphasis }: Picture): void {
    const larger = (1 + 2 * ROUND) ** 2;
    const round = width * height * ratio * ratio * larger > LARGEST ? 0 : ROUND;
    // Whole pixels, so that the painting is as sharp wherever it is laid.
    const [left, top] = [Math.ceil(width * round), Math.ceil(height * round)];
    const own = { width: width + 2 * left, height: height + 2 * top };
    const { canvas } = this;
    const [wide, high] = [Math.round(own.width * ratio), Math.round(own.height * ratio)];
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
    }
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) return;
    const from = { k: view.k, x: view.x + left, y: view.y + top };
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = palette.canvas;
    context.fillRect(0, 0, wide, high);
    context.setTransform(ratio * from.k, 0, 0, ratio * from.k, ratio * from.x, ratio * from.y);
    this.area = windowOf(from, own.width, own.height);
    paintGround(new CanvasPen(context), scene, { palette, emphasis, window: this.area, scale: from.k });
    this.from = from;
    this.bounds = scene.bounds;
  }

  lay(onto: CanvasRenderingContext2D, view: View, ratio: number): void {
    if (this.from === null) return;
    const scale = view.k / this.from.k;
    const same = Math.abs(scale - 1) < 1e-9;
    const at = (now: number, then: number): number => {
      const pixels = ratio * (now - scale * then);
      return same ? Math.round(pixels) : pixels;
    };
    onto.setTransform(scale, 0, 0, scale, at(view.x, this.from.x), at(view.y, this.from.y));
    onto.drawImage(this.canvas, 0, 0);
  }
}

const holds = (a: Rect, b: Rect): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;

function within(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const right = Math.min(a.x + a.width, b.x + b.width);
  const bottom = Math.min(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}
