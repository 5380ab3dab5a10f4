import type { Rect } from '../layout/model.ts';
import type { LegendEntry } from '../legend.ts';
import { ICONS } from '../scene/icons.ts';
import { DASHES, HEADS, TWIN } from '../scene/looks.ts';
import type { Palette } from '../scene/palette.ts';
import { FLAG_SIGNS, icon, outline } from './cards.ts';
import { changeSign, drawHead } from './heads.ts';
import type { Pen } from './pen.ts';

/** Size of a sign of the legend. */
export const SIGN = { width: 34, height: 18 };

/** Paints the sign of an entry into its field at a place. */
export function paintSign(pen: Pen, entry: LegendEntry, x: number, y: number, palette: Palette): void {
  const middle = y + SIGN.height / 2;
  const line = (colour: string, width: number, dash: readonly number[]): void => {
    pen.begin();
    pen.move(x + 1, middle);
    pen.line(x + SIGN.width - 2, middle);
    pen.end({ stroke: colour, width, dash });
  };
  switch (entry.sign) {
    case 'type': {
      const colour = entry.type === 'opaque' ? palette.attention : palette.type[entry.type];
      icon(pen, ICONS[entry.type], x + 8, y, SIGN.height, { stroke: colour, width: 1.5, round: true });
      return;
    }
    case 'target':
    case 'vital': {
      pen.begin();
      outline(pen, { ...field(x, y), type: entry.sign === 'vital' ? 'process' : 'company' });
      pen.end(
        entry.sign === 'vital'
          ? { fill: palette.card, stroke: palette.type.process, width: 2.2 }
          : { fill: palette.accentSoft, stroke: palette.accent, width: 2.4 },
      );
      return;
    }
    case 'essential':
      line(palette.edge.supply, 2.6, []);
      return;
    case 'dash':
      line(palette.dim, 1.8, DASHES[entry.dash]);
      return;
    case 'kind': {
      const colour = palette.edge[entry.kind];
      line(colour, TWIN.has(entry.kind) ? 4.2 : 1.8, []);
      if (TWIN.has(entry.kind)) line(palette.canvas, 1.6, []);
      const head = HEADS[entry.kind];
      if (head === 'none') return;
      pen.begin();
      drawHead(pen, head, { at: { x: x + SIGN.width - 2, y: middle }, dx: 1, dy: 0 }, 4.8);
      pen.end(
        head === 'open' || head === 'ring' || head === 'double' || head === 'bar'
          ? { fill: palette.canvas, stroke: colour, width: 1.6 }
          : { fill: colour },
      );
      return;
    }
    case 'flag':
      pen.begin();
      pen.circle(x + SIGN.width / 2, middle, 7);
      pen.end({ fill: palette.card, stroke: palette.attention, width: 1.3 });
      pen.text(FLAG_SIGNS[entry.flag], x + SIGN.width / 2, middle + 3.8, {
        face: { weight: 600, size: 11 },
        fill: palette.attention,
        align: 'middle',
      });
      return;
    case 'level':
      for (let i = 0; i < 3; i++) {
        pen.begin();
        pen.rect({ x: x + 9 + i * 6, y: y + 2, width: 4.5, height: SIGN.height - 4 }, 1);
        pen.end({
          stroke: palette.level[entry.level],
          width: 1,
          ...(i < entry.level ? { fill: palette.level[entry.level] } : {}),
        });
      }
      return;
    case 'change':
      pen.begin();
      pen.circle(x + SIGN.width / 2, middle, 8);
      pen.end({ fill: palette.change[entry.change] });
      changeSign(pen, entry.change, x + SIGN.width / 2, middle, 4);
      pen.end({ stroke: palette.canvas, width: 2 });
      return;
    case 'pinned':
      pen.begin();
      pen.circle(x + SIGN.width / 2, middle - 2.5, 3.2);
      pen.move(x + SIGN.width / 2, middle + 0.8);
      pen.line(x + SIGN.width / 2, middle + 6);
      pen.end({ stroke: palette.dim, width: 1.6 });
      return;
    default:
  }
}

const field = (x: number, y: number): Rect => ({
  x: x + 3,
  y: y + 2,
  width: SIGN.width - 6,
  height: SIGN.height - 4,
});
