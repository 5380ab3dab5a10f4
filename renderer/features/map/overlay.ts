import type { Rect, Spot } from '#shared/map/layout/model.ts';
import { outline } from '#shared/map/paint/cards.ts';
import { trace } from '#shared/map/paint/ways.ts';
import type { Scene, SceneCard } from '#shared/map/scene/model.ts';
import type { Palette } from '#shared/map/scene/palette.ts';
import { CanvasPen } from './canvasPen.ts';
import type { View } from './view.ts';

/** What lies over the map for a moment: what the pointer is at, cards under way, a loop that is being drawn. */
export type Passing = {
  readonly hover?: { readonly kind: 'card' | 'link'; readonly id: string } | undefined;
  readonly moved?:
    | { readonly cards: ReadonlySet<string>; readonly dx: number; readonly dy: number }
    | undefined;
  /** Places of the scene. */
  readonly loop?: readonly Spot[] | undefined;
};

/** The canvas above the map. Small and quickly painted, so that the map itself need not be painted anew. */
export class Overlay {
  private readonly canvas: HTMLCanvasElement;
  private ratio = 1;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
  }

  paint(scene: Scene, palette: Palette, view: View, passing: Passing): void {
    const context = this.canvas.getContext('2d');
    if (context === null) return;
    const { ratio } = this;
    // An empty canvas is as dear to put on the screen as a full one.
    const empty = passing.hover === undefined && passing.moved === undefined && passing.loop === undefined;
    this.canvas.style.visibility = empty ? 'hidden' : 'visible';
    if (empty) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
    const pen = new CanvasPen(context);
    const thin = 1 / Math.min(1, view.k);
    const { hover, moved, loop } = passing;
    if (hover?.kind === 'link') {
      const link = scene.links.find(({ id }) => id === hover.id);
      if (link !== undefined) {
        pen.begin();
        trace(pen, link.points, scene.bend, false);
        pen.end({ stroke: palette.accent, width: link.width + 4 * thin, alpha: 0.35 });
      }
    }
    if (hover?.kind === 'card') {
      const card = scene.cards.find(({ id }) => id === hover.id);
      if (card !== undefined) {
        pen.begin();
        outline(pen, card, 2 * thin);
        pen.end({ stroke: palette.accent, width: 2 * thin, alpha: 0.8 });
      }
    }
    if (moved !== undefined) paintMoved(pen, scene, palette, moved, thin);
    if (loop !== undefined && loop.length > 1) {
      pen.begin();
      loop.forEach(({ x, y }, i) => {
        if (i === 0) pen.move(x, y);
        else pen.line(x, y);
      });
      pen.close();
      pen.end({ fill: palette.accent, alpha: 0.12 });
      pen.begin();
      loop.forEach(({ x, y }, i) => {
        if (i === 0) pen.move(x, y);
        else pen.line(x, y);
      });
      pen.close();
      pen.end({ stroke: palette.accent, width: 1.5 * thin, dash: [6 * thin, 4 * thin] });
    }
  }
}

const middle = ({ x, y, width, height }: Rect): Spot => ({ x: x + width / 2, y: y + height / 2 });

/** Where the cards go, and to whom they stay linked. */
function paintMoved(
  pen: CanvasPen,
  scene: Scene,
  palette: Palette,
  { cards, dx, dy }: NonNullable<Passing['moved']>,
  thin: number,
): void {
  const at = new Map(
    scene.cards.map((card): [string, SceneCard] => [
      card.id,
      cards.has(card.id) ? { ...card, x: card.x + dx, y: card.y + dy } : card,
    ]),
  );
  pen.begin();
  for (const { from, to } of scene.links) {
    if (!cards.has(from) && !cards.has(to)) continue;
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined) continue;
    pen.move(middle(a).x, middle(a).y);
    pen.line(middle(b).x, middle(b).y);
  }
  pen.end({ stroke: palette.accent, width: 1.2 * thin, dash: [4 * thin, 4 * thin], alpha: 0.7 });
  for (const id of cards) {
    const card = at.get(id);
    if (card === undefined) continue;
    pen.begin();
    outline(pen, card);
    pen.end({ fill: palette.accentSoft, stroke: palette.accent, width: 2 * thin, alpha: 0.92 });
    const [line = ''] = card.lines;
    pen.text(line, middle(card).x, middle(card).y + 4, {
      face: { weight: 600, size: 12.5 },
      fill: palette.text,
      align: 'middle',
    });
  }
}
