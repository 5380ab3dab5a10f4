import type { Translate } from '../i18n/index.ts';
import type { Rect } from './layout/model.ts';
import { type LegendEntry, legendOf } from './legend.ts';
import { type Emphasis, PLAIN } from './paint/emphasis.ts';
import { paintSign, SIGN } from './paint/legend.ts';
import type { Pen } from './paint/pen.ts';
import { paintScene } from './paint/scene.ts';
import { SvgPen } from './paint/svg.ts';
import { LEVEL_NAMES } from './said.ts';
import type { Scene } from './scene/model.ts';
import type { Palette } from './scene/palette.ts';
import { fitted, widthOf, wrapped } from './text.ts';

export type Sheet = {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly emphasis?: Emphasis;
  /** What stands beside the scene; a document has a head of its own. */
  readonly parts: readonly ('head' | 'legend')[];
  readonly title: string;
  /** Under the title: of which day, with which filters. */
  readonly notes: readonly string[];
  /** Marking of all that is drawn, in words. */
  readonly marking: string;
  /** What the picture shows, for who cannot see it. */
  readonly description: string;
  readonly t: Translate;
};

const MARGIN = 20;
const LINE = 20;
const LEAST = 480;
const TITLE = { weight: 600, size: 20 } as const;
const MARK = { weight: 600, size: 13 } as const;
const NOTE = { weight: 400, size: 12.5 } as const;
const ENTRY = { weight: 400, size: 12 } as const;
const GAP = 18;

/** The words of a sign of the legend. */
export function legendText(entry: LegendEntry, t: Translate): string {
  switch (entry.sign) {
    case 'type':
      return entry.type === 'opaque' ? t('map.legend.opaque') : t(`map.type.${entry.type}`);
    case 'kind':
      return t(`chain.edgeKind.${entry.kind}`);
    case 'dash':
      return t(`map.dash.${entry.dash}`);
    case 'flag':
      return t(`map.flag.${entry.flag}`);
    case 'level':
      return t(`map.level.${LEVEL_NAMES[entry.level]}`);
    case 'change':
      return t(`map.change.${entry.change}`);
    default:
      return t(`map.legend.${entry.sign}`);
  }
}

/**
 * A map as one drawing at full size: title, notes and marking, the scene as on the screen, and the legend of what occurs
 * in it. `frameOf` tells how large it is.
 */
export function paintSheet(pen: Pen, sheet: Sheet): void {
  const { scene, palette } = sheet;
  const frame = frameOf(sheet);
  const inner = frame.width - 2 * MARGIN;
  const left = frame.x + MARGIN;
  pen.begin();
  pen.rect(frame, 0);
  pen.end({ fill: palette.canvas });
  if (sheet.parts.includes('head')) paintHead(pen, sheet, left, frame.y + MARGIN, inner);
  paintScene(pen, scene, { palette, emphasis: sheet.emphasis ?? PLAIN, window: scene.bounds, scale: 1 });
  const under = scene.bounds.y + scene.bounds.height + MARGIN;
  legendRows(sheet, inner).forEach((row, i) => {
    for (const { entry, words, at } of row) {
      paintSign(pen, entry, left + at, under + i * LINE, palette);
      pen.text(words, left + at + SIGN.width + 6, under + i * LINE + 13, { face: ENTRY, fill: palette.text });
    }
  });
}

/** The same as SVG. */
export function sheetSvg(sheet: Sheet): string {
  const pen = new SvgPen();
  paintSheet(pen, sheet);
  return pen.file(frameOf(sheet), sheet.title, sheet.description);
}

/** Where the drawing lies, in the lengths of its scene. */
export function frameOf(sheet: Sheet): Rect {
  const { bounds } = sheet.scene;
  const width = Math.max(bounds.width, LEAST) + 2 * MARGIN;
  const inner = width - 2 * MARGIN;
  const head = sheet.parts.includes('head') ? headHeight(sheet, inner) : 0;
  const rows = legendRows(sheet, inner).length;
  const foot = rows === 0 ? 0 : rows * LINE + MARGIN;
  return {
    x: bounds.x - MARGIN,
    y: bounds.y - MARGIN - head,
    width,
    height: head + bounds.height + 2 * MARGIN + foot,
  };
}

const noteLines = ({ notes }: Sheet, width: number): readonly string[] =>
  notes.flatMap((note) => wrapped(note, NOTE, width, 3));

const headHeight = (sheet: Sheet, width: number): number => 34 + noteLines(sheet, width).length * 17 + 14;

function paintHead(pen: Pen, sheet: Sheet, x: number, y: number, width: number): void {
  const { palette, marking } = sheet;
  const room = widthOf(marking, MARK) + 24;
  pen.text(fitted(sheet.title, TITLE, width - room), x, y + 18, { face: TITLE, fill: palette.text });
  pen.text(marking, x + width, y + 16, { face: MARK, fill: palette.text, align: 'end' });
  noteLines(sheet, width).forEach((line, i) => {
    pen.text(line, x, y + 38 + i * 17, { face: NOTE, fill: palette.dim });
  });
}

type Placed = { readonly entry: LegendEntry; readonly words: string; readonly at: number };

function legendRows({ parts, scene, t }: Sheet, width: number): readonly (readonly Placed[])[] {
  if (!parts.includes('legend')) return [];
  const rows: Placed[][] = [];
  let at = 0;
  for (const entry of legendOf(scene)) {
    const words = legendText(entry, t);
    const long = SIGN.width + 6 + widthOf(words, ENTRY) + GAP;
    if (rows.length === 0 || at + long > width) {
      rows.push([]);
      at = 0;
    }
    rows.at(-1)?.push({ entry, words, at });
    at += long;
  }
  return rows;
}
