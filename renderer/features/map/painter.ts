import type { Rect } from '#shared/map/layout/model.ts';
import type { Emphasis } from '#shared/map/paint/emphasis.ts';
import { paintScene } from '#shared/map/paint/scene.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import type { Palette } from '#shared/map/scene/palette.ts';
import { CanvasPen } from './canvasPen.ts';

/** Where one looks: a place of the scene is at `k` times itself plus `x` and `y` on the screen. */
export type View = { readonly k: number; readonly x: number; readonly y: number };

export type Picture = { readonly scene: Scene; readonly palette: Palette; readonly emphasis: Emphasis };

/** Paintings that take longer than this are not made for every step of a movement. */
const SWIFT = 11;
/** Part of the time of a movement that goes into painting anew. */
const SHARE = 4;
const SETTLED = 90;

/**
 * Paints a picture on a canvas, once a frame at most. While somebody pans or zooms a large one, the last painting is
 * moved along and is painted anew now and then, and when the movement ends, so that the map never lags behind the hand.
 */
export class Painter {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly kept = document.createElement('canvas');
  private keptView: View | null = null;
  private view: View = { k: 1, x: 0, y: 0 };
  private picture: Picture | null = null;
  private size = { width: 0, height: 0, ratio: 1 };
  private asked = 0;
  private moving = false;
  private cost = 0;
  private painted = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('the canvas cannot be painted on');
    this.canvas = canvas;
    this.context = context;
  }

  show(picture: Picture): void {
    this.picture = picture;
    this.keptView = null;
    this.ask();
  }

  resize(width: number, height: number, ratio: number): void {
    this.size = { width, height, ratio };
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    this.keptView = null;
    // At once, as a canvas that gets another size is empty.
    this.paint();
  }

  /** `moving`: somebody is panning or zooming, more will follow. */
  look(view: View, moving: boolean): void {
    this.view = view;
    this.moving = moving;
    clearTimeout(this.settling);
    if (moving)
      this.settling = setTimeout(() => {
        this.moving = false;
        this.ask();
      }, SETTLED);
    this.ask();
  }

  end(): void {
    cancelAnimationFrame(this.asked);
    clearTimeout(this.settling);
  }

  private ask(): void {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    const { picture, keptView, moving, cost } = this;
    if (picture === null || this.size.width === 0) return;
    const recent = performance.now() - this.painted < cost * SHARE;
    if (moving && keptView !== null && cost > SWIFT && recent) {
      this.carry(keptView, picture);
      return;
    }
    const begin = performance.now();
    this.paintAnew(picture);
    this.cost = performance.now() - begin;
    this.painted = performance.now();
    if (this.cost > SWIFT) this.keep();
    else this.keptView = null;
  }

  private paintAnew({ scene, palette, emphasis }: Picture): void {
    const { context, view } = this;
    const { width, height, ratio } = this.size;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = palette.canvas;
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
    paintScene(new CanvasPen(context), scene, {
      palette,
      emphasis,
      window: windowOf(view, width, height),
      scale: view.k,
    });
  }

  private keep(): void {
    const { kept, canvas } = this;
    if (kept.width !== canvas.width || kept.height !== canvas.height) {
      kept.width = canvas.width;
      kept.height = canvas.height;
    }
    kept.getContext('2d', { alpha: false })?.drawImage(canvas, 0, 0);
    this.keptView = this.view;
  }

  private carry(from: View, { palette }: Picture): void {
    const { context, view, kept } = this;
    const { ratio } = this.size;
    const scale = view.k / from.k;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = palette.canvas;
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(
      scale,
      0,
      0,
      scale,
      ratio * (view.x - scale * from.x),
      ratio * (view.y - scale * from.y),
    );
    context.drawImage(kept, 0, 0);
    context.setTransform(1, 0, 0, 1, 0, 0);
    this.ask();
  }
}

/** What of the scene is in sight. */
export const windowOf = ({ k, x, y }: View, width: number, height: number): Rect => ({
  x: -x / k,
  y: -y / k,
  width: width / k,
  height: height / k,
});
