import { paintScene, paintTitles } from '#shared/map/paint/scene.ts';
import type { Palette } from '#shared/map/scene/palette.ts';
import { CanvasPen } from './canvasPen.ts';
import { KeptPainting } from './keptPainting.ts';
import { type Picture, type View, windowOf } from './view.ts';

/** Milliseconds: a picture whose painting keeps the window busy for longer is not painted anew at every step. */
const SWIFT = 24;
/** So many times as long as a painting takes it is stretched before it is painted anew. */
const SHARE = 4;
const SETTLED = 90;
/** Milliseconds for which a stretched painting is good enough while something moves, however quickly it is painted. */
const LEAST = 150;

/**
 * Paints a picture on a canvas, once a frame at most. A large one is painted wider than the window and kept: while
 * somebody pans, the same painting is laid where it belongs, and while somebody zooms it is stretched and painted anew
 * now and then, and when the movement ends, so that the map never lags behind the hand.
 */
export class Painter {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly kept = new KeptPainting();
  /** Null until somebody has looked: before, a picture would be painted for nothing. */
  private view: View | null = null;
  private picture: Picture | null = null;
  private size = { width: 0, height: 0, ratio: 1 };
  private asked = 0;
  private moving = false;
  /** Milliseconds that the last painting took. */
  private cost = 0;
  /** Since when the kept painting does not show what is in sight, at its size; 0 when it does. */
  private stale = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('the canvas cannot be painted on');
    this.canvas = canvas;
    this.context = context;
  }

  show(picture: Picture): void {
    if (picture.scene !== this.picture?.scene) this.cost = 0;
    this.picture = picture;
    this.kept.drop();
    this.ask();
  }

  resize(width: number, height: number, ratio: number): void {
    this.size = { width, height, ratio };
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    this.kept.drop();
    // At once, as a canvas that gets another size is empty.
    this.paint();
  }

  /** One step of a movement: more may follow. */
  look(view: View): void {
    this.view = view;
    this.moving = true;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLED);
    this.ask();
  }

  private settle(): void {
    this.moving = false;
    if (this.stale !== 0) this.ask();
    // For the next movement, while nobody waits.
    else if (this.cost > SWIFT && !this.kept.has) requestIdleCallback(() => this.ask(), { timeout: 1000 });
  }

  end(): void {
    cancelAnimationFrame(this.asked);
    clearTimeout(this.settling);
  }

  private ask(): void {
    // Not asked for again: who asks at every frame would put the painting off for ever.
    if (this.asked !== 0) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.paint();
    });
  }

  private paint(): void {
    const { picture, view, size, kept } = this;
    if (picture === null || view === null || size.width === 0) return;
    if (this.cost <= SWIFT) {
      this.paintAnew(picture, view);
      return;
    }
    const now = performance.now();
    if (kept.shows(view, size)) this.stale = 0;
    else if (this.stale === 0) this.stale = now;
    const bearable = kept.has && this.moving && now - this.stale < Math.max(LEAST, this.cost * SHARE);
    if (this.stale !== 0 && !bearable) {
      kept.paint(view, size, picture);
      this.cost = Math.max(SWIFT + 1, performance.now() - now);
      this.stale = 0;
    }
    this.lay(picture, view);
  }

  /** The whole, straight onto the screen; the window says by its next frame how long it was at it. */
  private paintAnew({ scene, palette, emphasis }: Picture, view: View): void {
    const { context } = this;
    const { width, height } = this.size;
    const begin = performance.now();
    this.clear(palette);
    this.toScene(view);
    const window = windowOf(view, width, height);
    paintScene(new CanvasPen(context), scene, { palette, emphasis, window, scale: view.k });
    requestAnimationFrame(() => {
      this.cost = performance.now() - begin;
    });
  }

  /** The kept painting where it belongs, and what stays in place above it. */
  private lay({ scene, palette, emphasis }: Picture, view: View): void {
    const { context, kept, size } = this;
    this.clear(palette);
    kept.lay(context, view, size.ratio);
    this.toScene(view);
    const window = windowOf(view, size.width, size.height);
    paintTitles(new CanvasPen(context), scene, { palette, emphasis, window, scale: view.k });
    if (this.moving && this.stale !== 0) this.ask();
  }

  private clear({ canvas }: Palette): void {
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.fillStyle = canvas;
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }

  private toScene(view: View): void {
    const { ratio } = this.size;
    this.context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
  }
}
