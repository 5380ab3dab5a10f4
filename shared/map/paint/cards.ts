import type { Rect } from '../layout/model.ts';
import type { Flag } from '../model.ts';
import { ICONS, type Stroke } from '../scene/icons.ts';
import { FACES, LEADING, ROOM } from '../scene/measures.ts';
import type { SceneCard } from '../scene/model.ts';
import type { Palette } from '../scene/palette.ts';
import { changeSign } from './heads.ts';
import type { Paint, Pen } from './pen.ts';

const FADED = 0.3;
const ICON = 19;
const CUT = 8;

export type CardPainting = {
  readonly palette: Palette;
  readonly lit: ReadonlySet<string> | undefined;
  readonly selected: ReadonlySet<string>;
  readonly focus: string | undefined;
  readonly scale: number;
  /** Words and signs are legible at this scale. */
  readonly near: boolean;
};

/** The outline of a card tells its type as its sign does: plain, round, cut or pointed. Traces only. */
export function outline(
  pen: Pen,
  { type, x, y, width, height }: Pick<SceneCard, 'type' | 'x' | 'y' | 'width' | 'height'>,
  grow = 0,
): void {
  const rect: Rect = { x: x - grow, y: y - grow, width: width + 2 * grow, height: height + 2 * grow };
  const [left, top, right, bottom] = [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height];
  if (type === 'technology') {
    pen.move(left + CUT, top);
    for (const [px, py] of [
      [right - CUT, top],
      [right, top + CUT],
      [right, bottom - CUT],
      [right - CUT, bottom],
      [left + CUT, bottom],
      [left, bottom - CUT],
      [left, top + CUT],
    ] as const)
      pen.line(px, py);
    pen.close();
    return;
  }
  if (type === 'process') {
    const middle = top + rect.height / 2;
    pen.move(left, top);
    pen.line(right - CUT, top);
    pen.line(right, middle);
    pen.line(right - CUT, bottom);
    pen.line(left, bottom);
    pen.close();
    return;
  }
  pen.rect(rect, type === 'person' ? rect.height / 2 : type === 'publicBody' || type === 'product' ? 1.5 : 7);
}

export function paintCard(pen: Pen, card: SceneCard, how: CardPainting): void {
  const alpha = how.lit === undefined || how.lit.has(card.id) ? 1 : FADED;
  pen.open({ kind: 'card', id: card.id, title: titleOf(card) });
  if (card.type === 'group' && how.near) {
    pen.begin();
    pen.rect({ x: card.x + 4, y: card.y + 4, width: card.width, height: card.height }, 7);
    pen.end({ fill: how.palette.card, stroke: how.palette.cardLine, width: 1, alpha });
  }
  pen.begin();
  outline(pen, card);
  // What fades is laid over opaque ground, so that no line shines through a card.
  if (alpha < 1) {
    pen.end({ fill: how.palette.canvas });
    pen.begin();
    outline(pen, card);
  }
  pen.end(frameOf(card, how, alpha));
  if (how.near) inside(pen, card, how, alpha);
  if (how.selected.has(card.id)) {
    pen.begin();
    outline(pen, card, 3.5 / Math.min(1, how.scale));
    pen.end({ stroke: how.palette.accent, width: 2.4 / Math.min(1, how.scale), dash: [7, 3] });
  }
  if (how.focus === card.id) {
    pen.begin();
    outline(pen, card, 4.5 / Math.min(1, how.scale));
    pen.end({ stroke: how.palette.accent, width: 3.2 / Math.min(1, how.scale) });
  }
  pen.shut();
}

const titleOf = ({ label, meta, said }: SceneCard): string =>
  [label, meta, said ?? ''].filter((part) => part !== '').join('. ');

function frameOf(card: SceneCard, { palette, scale, near }: CardPainting, alpha: number): Paint {
  const thin = Math.max(1.1, 0.8 / scale);
  if (card.change !== undefined)
    return { fill: palette.card, stroke: palette.change[card.change], width: 2.4, alpha };
  const fill = card.level === undefined ? undefined : palette.levelSoft[card.level];
  if (card.opaque)
    return {
      fill: fill ?? palette.attentionSoft,
      stroke: palette.attention,
      width: Math.max(1.6, thin),
      dash: [5, 4],
      alpha,
    };
  if (card.target)
    return {
      fill: fill ?? palette.accentSoft,
      stroke: palette.accent,
      width: Math.max(2.6, 1.6 / scale),
      alpha,
    };
  if (card.vital)
    return {
      fill: fill ?? palette.card,
      stroke: palette.type.process,
      width: Math.max(2.2, 1.2 / scale),
      alpha,
    };
  // From afar a card is a patch in the colour of its type.
  if (!near) return { fill: fill ?? palette.card, stroke: palette.type[card.type], width: thin, alpha };
  return {
    fill: fill ?? palette.card,
    stroke: card.level === undefined ? palette.cardLine : palette.level[card.level],
    width: card.level === undefined ? thin : 1.6,
    alpha,
  };
}

function inside(pen: Pen, card: SceneCard, how: CardPainting, alpha: number): void {
  const { palette } = how;
  const { x, y, width, height } = card;
  if (card.opaque) hatch(pen, card, palette.hatch, alpha);
  if (card.type === 'publicBody') {
    pen.begin();
    pen.rect({ x, y, width, height: 3 }, 0);
    pen.end({ fill: card.target ? palette.accent : palette.type.publicBody, alpha });
  }
  const colour = card.opaque ? palette.attention : palette.type[card.type];
  icon(pen, ICONS[card.opaque ? 'opaque' : card.type], x + 8, y + height / 2 - ICON / 2, ICON, {
    stroke: colour,
    width: 1.5,
    alpha,
    round: true,
  });
  const rows = card.lines.length * LEADING.name + (card.meta === '' ? 0 : LEADING.meta);
  let base = y + height / 2 - rows / 2 + 10.6;
  const halo = card.opaque ? { halo: palette.attentionSoft } : {};
  for (const line of card.lines) {
    pen.text(line, x + ROOM.icon, base, { face: FACES.name, fill: palette.text, alpha, ...halo });
    base += LEADING.name;
  }
  if (card.meta !== '')
    pen.text(card.meta, x + ROOM.icon, base - 0.6, { face: FACES.meta, fill: palette.dim, alpha, ...halo });
  signs(pen, card, palette, alpha);
  if (card.level !== undefined) bars(pen, card, palette, alpha);
  if (card.change !== undefined) badge(pen, card, palette, alpha);
  if (card.behind !== undefined) toggle(pen, card, palette, alpha);
}

export function icon(
  pen: Pen,
  strokes: readonly Stroke[],
  x: number,
  y: number,
  size: number,
  paint: Paint,
): void {
  const scale = size / 24;
  pen.begin();
  for (const stroke of strokes) {
    if (stroke.kind === 'circle') {
      pen.circle(x + stroke.x * scale, y + stroke.y * scale, stroke.radius * scale);
      continue;
    }
    stroke.points.forEach(([px, py], i) => {
      if (i === 0) pen.move(x + px * scale, y + py * scale);
      else pen.line(x + px * scale, y + py * scale);
    });
    if (stroke.closed) pen.close();
  }
  pen.end(paint);
}

/** Slanting lines inside a card. */
function hatch(pen: Pen, { x, y, width, height }: Rect, colour: string, alpha: number): void {
  pen.begin();
  for (let c = 9; c < width + height; c += 9) {
    const [ax, ay] = c <= height ? [x, y + c] : [x + c - height, y + height];
    const [bx, by] = c <= width ? [x + c, y] : [x + width, y + c - width];
    pen.move(ax, ay);
    pen.line(bx, by);
  }
  pen.end({ stroke: colour, width: 1, alpha });
}

/** Letters that stand for what is wrong with the ground under something. */
export const FLAG_SIGNS: Readonly<Record<Flag, string>> = {
  disputed: '≠',
  unsourced: '?',
  assumed: '~',
  conflict: '!',
};

function signs(pen: Pen, card: SceneCard, palette: Palette, alpha: number): void {
  let x = card.x + card.width - ROOM.right - 5 - (card.level === undefined ? 0 : ROOM.level);
  const y = card.y + card.height - 11;
  if (card.pinned) {
    pen.begin();
    pen.circle(x, y - 2.5, 3);
    pen.move(x, y + 0.5);
    pen.line(x, y + 5.5);
    pen.end({ stroke: palette.dim, width: 1.5, alpha });
    x -= ROOM.sign;
  }
  for (const flag of card.flags) {
    pen.begin();
    pen.circle(x, y, 6);
    pen.end({ fill: palette.card, stroke: palette.attention, width: 1.2, alpha });
    pen.text(FLAG_SIGNS[flag], x, y + 3.6, {
      face: { weight: 600, size: 10 },
      fill: palette.attention,
      align: 'middle',
      alpha,
    });
    x -= ROOM.sign;
  }
}

/** One to three bars at the right edge, so that a level is read without its colour. */
function bars(pen: Pen, { x, y, width, height, level }: SceneCard, palette: Palette, alpha: number): void {
  if (level === undefined) return;
  const part = (height - 16) / 3;
  for (let i = 0; i < 3; i++) {
    pen.begin();
    pen.rect({ x: x + width - 14, y: y + height - 8 - (i + 1) * part + 1.5, width: 6, height: part - 3 }, 1);
    pen.end(
      i < level
        ? { fill: palette.level[level], stroke: palette.level[level], width: 1, alpha }
        : { stroke: palette.level[level], width: 1, alpha },
    );
  }
}

function badge(pen: Pen, { x, y, change }: SceneCard, palette: Palette, alpha: number): void {
  if (change === undefined) return;
  pen.begin();
  pen.circle(x + 2, y + 2, 9);
  pen.end({ fill: palette.change[change], alpha });
  changeSign(pen, change, x + 2, y + 2, 4.4);
  pen.end({ stroke: palette.canvas, width: 2.2, alpha });
}

/** Where the handle of a card that can be folded is, and its radius. */
export const toggleOf = ({ x, y, width, height }: Rect): { x: number; y: number; radius: number } => ({
  x: x + width,
  y: y + height,
  radius: 8.5,
});

function toggle(pen: Pen, card: SceneCard, palette: Palette, alpha: number): void {
  if (!card.closed) return;
  const { x, y, radius } = toggleOf(card);
  pen.begin();
  pen.circle(x, y, radius + 2.5);
  pen.end({ fill: palette.accentSoft, stroke: palette.accent, width: 1.4, alpha });
  pen.text(`+${card.behind ?? 0}`, x, y + 3.8, {
    face: { weight: 600, size: 10.5 },
    fill: palette.accent,
    align: 'middle',
    alpha,
  });
}
