import type { Rect } from '#shared/map/layout/model.ts';
import type { Lettering, Paint, Pen } from '#shared/map/paint/pen.ts';
import type { Face } from '#shared/map/text.ts';

const FAMILY = "'Source Sans 3 Variable', 'Segoe UI', sans-serif";
const fontOf = ({ weight, size }: Face): string => `${weight} ${size}px ${FAMILY}`;

/** Paints on a canvas whose transformation is set to that of the scene. */
export class CanvasPen implements Pen {
  readonly single = false;
  private readonly context: CanvasRenderingContext2D;

  constructor(context: CanvasRenderingContext2D) {
    this.context = context;
  }

  open(): void {}

  shut(): void {}

  begin(): void {
    this.context.beginPath();
  }

  move(x: number, y: number): void {
    this.context.moveTo(x, y);
  }

  line(x: number, y: number): void {
    this.context.lineTo(x, y);
  }

  curve(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.context.bezierCurveTo(ax, ay, bx, by, x, y);
  }

  close(): void {
    this.context.closePath();
  }

  circle(x: number, y: number, radius: number): void {
    this.context.moveTo(x + radius, y);
    this.context.arc(x, y, radius, 0, 2 * Math.PI);
  }

  rect({ x, y, width, height }: Rect, radius: number): void {
    if (radius === 0) this.context.rect(x, y, width, height);
    else this.context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
  }

  end({ fill, stroke, width, dash, alpha, round }: Paint): void {
    const { context } = this;
    context.globalAlpha = alpha ?? 1;
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke !== undefined) {
      context.strokeStyle = stroke;
      context.lineWidth = width ?? 1;
      context.setLineDash([...(dash ?? [])]);
      context.lineCap = round ? 'round' : 'butt';
      context.lineJoin = round ? 'round' : 'miter';
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  text(words: string, x: number, y: number, { face, fill, align, halo, alpha }: Lettering): void {
    const { context } = this;
    context.globalAlpha = alpha ?? 1;
    context.font = fontOf(face);
    context.textAlign = align === 'middle' ? 'center' : align === 'end' ? 'right' : 'left';
    if (halo !== undefined) {
      context.strokeStyle = halo;
      context.lineWidth = face.size * 0.28;
      context.setLineDash([]);
      context.lineJoin = 'round';
      context.strokeText(words, x, y);
    }
    context.fillStyle = fill;
    context.fillText(words, x, y);
    context.globalAlpha = 1;
  }
}
