const FAMILY = "'Source Sans 3 Variable', 'Segoe UI', sans-serif";

/** Fonts of the chart, as a canvas wants them; the style sheet of the chart says the same. */
export const FONT = {
  name: `600 13.5px ${FAMILY}`,
  meta: `400 12px ${FAMILY}`,
  label: `600 12.5px ${FAMILY}`,
};

let context: CanvasRenderingContext2D | null | undefined;
const cache = new Map<string, number>();

/** Width of a text in pixels. */
export function widthOf(text: string, font: string): number {
  const key = `${font}|${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  const width = context?.measureText(text).width ?? text.length * 7;
  cache.set(key, width);
  return width;
}

/** What fits in a width, with an ellipsis where something is left out. */
export function fitted(text: string, font: string, width: number): string {
  if (widthOf(text, font) <= width) return text;
  let short = text;
  while (short.length > 1 && widthOf(`${short.trimEnd()}…`, font) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

/** A text in at most so many lines, broken at spaces and cut where a word or the rest does not fit. */
export function wrapped(text: string, font: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  const words = text.split(' ');
  while (words.length > 0 && lines.length < most) {
    let line = words.shift() ?? '';
    while (words.length > 0 && widthOf(`${line} ${words[0]}`, font) <= width) line += ` ${words.shift()}`;
    if (lines.length === most - 1 && words.length > 0) line = [line, ...words.splice(0)].join(' ');
    lines.push(fitted(line, font, width));
  }
  return lines;
}
