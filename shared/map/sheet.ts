import type { Translate } from '../i18n/index.ts';
import { type LegendEntry, legendOf } from './legend.ts';
import type { Emphasis } from './paint/emphasis.ts';
import { PLAIN } from './paint/emphasis.ts';
import { paintSign, SIGN } from './paint/legend.ts';
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
  readonly title: string;
  /** Under the title: of which day, with which filters. */
  readonly notes: readonly string[];
  /** Marking of all that is drawn, in words; stands at the head. */
  readonly marking: string;
  /** What the picture shows, for who cannot see it. */
  readonly description: string;
  readonly t: Translate;
  /** Without head and legend: for a document that has words of its own. */
  readonly bare?: boolean;
};

const MARGIN = 20;
const LINE = 20;
const TITLE = { weight: 600, size: 20 } as const;
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
 * A map as one drawing for a file or a page: title, notes, marking, the scene as on the screen at full size, and the
 * legend of what occurs in it.
 */
export function sheetSvg(sheet: Sheet): string {
  const { scene, palette, t } = sheet;
  const pen = new SvgPen();
  const { bounds } = scene;
  const width = Math.max(bounds.width, 480) + 2 * MARGIN;
  const left = bounds.x - MARGIN;
  const inner = width - 2 * MARGIN;
  const head = sheet.bare ? 0 : headHeight(sheet, inner);
  const legend = rowsOf(sheet.bare ? [] : legendOf(scene), t, inner);
  const top = bounds.y - MARGIN - head;
  const foot = legend.length === 0 ? 0 : legend.length * LINE + MARGIN;
  const height = head + bounds.height + 2 * MARGIN + foot;
  const frame = { x: left, y: top, width, height };
  pen.begin();
  pen.rect(frame, 0);
  pen.end({ fill: palette.canvas });
  if (!sheet.bare) paintHead(pen, sheet, left + MARGIN, top + MARGIN, inner);
  paintScene(pen, scene, { palette, emphasis: sheet.emphasis ?? PLAIN, window: bounds, scale: 1 });
  const under = bounds.y + bounds.height + MARGIN;
  legend.forEach((row, i) => {
    for (const { entry, words, at } of row) {
      paintSign(pen, entry, left + MARGIN + at, under + i * LINE, palette);
      pen.text(words, left + MARGIN + at + SIGN.width + 6, under + i * LINE + 13, {
        face: ENTRY,
        fill: palette.text,
      });
    }
  });
  return pen.file(frame, sheet.title, sheet.description);
}

const noteLines = ({ notes }: Sheet, width: number): readonly string[] =>
  notes.flatMap((note) => wrapped(note, NOTE, width, 3));

const headHeight = (sheet: Sheet, width: number): number => 34 + noteLines(sheet, width).length * 17 + 14;

function paintHead(pen: SvgPen, sheet: Sheet, x: number, y: number, width: number): void {
  const { palette, marking } = sheet;
  const room = widthOf(marking, { weight: 600, size: 13 }) + 24;
  pen.text(fitted(sheet.title, TITLE, width - room), x, y + 18, { face: TITLE, fill: palette.text });
  pen.text(marking, x + width, y + 16, {
    face: { weight: 600, size: 13 },
    fill: palette.text,
    align: 'end',
  });
  noteLines(sheet, width).forEach((line, i) => {
    pen.text(line, x, y + 38 + i * 17, { face: NOTE, fill: palette.dim });
  });
}

type Placed = { readonly entry: LegendEntry; readonly words: string; readonly at: number };

function rowsOf(
  entries: readonly LegendEntry[],
  t: Translate,
  width: number,
): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  let at = 0;
  for (const entry of entries) {
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
