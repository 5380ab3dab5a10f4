import type { Coverage } from './coverage.ts';
import { type Replaced, sanitize } from './sanitize.ts';

/** Drawings come from our own code; one that could run, load or expand something is a mistake there. */
const FORBIDDEN =
  /<!|<\?(?!xml\s)|<\s*(script|foreignObject|image|style|iframe|use\s[^>]*href\s*=\s*["'](?!#))|\son[a-z]+\s*=|url\(\s*["']?(?!#)/i;
const NUMERIC = /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi;
/** Characters that mean something to XML stay written as numbers. */
const MARKUP = new Set(['<', '>', '&', '"', "'"]);

export class DrawingRefused extends Error {
  override name = 'DrawingRefused';
}

/** Whether a drawing holds nothing but shapes and text. */
export const isPlainDrawing = (svg: string): boolean => !FORBIDDEN.test(svg);

/** The same drawing with its texts fit for print. Throws `DrawingRefused` for what is more than shapes and text. */
export function cleanSvg(svg: string, covered: Coverage, replaced: Replaced): string {
  if (!isPlainDrawing(svg)) throw new DrawingRefused('a drawing holds more than shapes and text');
  const spelled = svg.replace(NUMERIC, (whole, hex?: string, decimal?: string) => {
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (codePoint > 0x10ffff) return '';
    const character = String.fromCodePoint(codePoint);
    return MARKUP.has(character) ? whole : character;
  });
  return sanitize(spelled, { covered, lines: true }, replaced);
}
