import type { Rect } from '../layout/model.ts';
import type { Lettering, Paint, Part, Pen } from './pen.ts';

const xml = (words: string): string =>
  words
    // Characters that XML cannot hold at all.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
const number = (value: number): string => String(Math.round(value * 100) / 100);

/** Writes SVG 1.1: shapes and text only, no styles, scripts, images or links. */
export class SvgPen implements Pen {
  readonly single = true;
  private readonly out: string[] = [];
  private path: string[] = [];

  /** All that was painted as one file; `title` and `description` say what it shows. */
  file(frame: Rect, title: string, description: string): string {
    const { x, y, width, height } = frame;
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[x, y, width, height].map(number).join(' ')}" ` +
      `width="${number(width)}" height="${number(height)}" font-family="Source Sans 3" role="img">` +
      `<title>${xml(title)}</title><desc>${xml(description)}</desc>${this.out.join('')}</svg>`
    );
  }

  open({ kind, id, title }: Part): void {
    this.out.push(`<g class="${kind}" id="${kind}-${xml(id)}"><title>${xml(title)}</title>`);
  }

  shut(): void {
    this.out.push('</g>');
  }

  begin(): void {
    this.path = [];
  }

  move(x: number, y: number): void {
    this.path.push(`M${number(x)} ${number(y)}`);
  }

  line(x: number, y: number): void {
    this.path.push(`L${number(x)} ${number(y)}`);
  }

  curve(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path.push(`C${[ax, ay, bx, by, x, y].map(number).join(' ')}`);
  }

  close(): void {
    this.path.push('Z');
  }

  circle(x: number, y: number, radius: number): void {
    const r = number(radius);
    this.path.push(
      `M${number(x - radius)} ${number(y)}A${r} ${r} 0 1 0 ${number(x + radius)} ${number(y)}` +
        `A${r} ${r} 0 1 0 ${number(x - radius)} ${number(y)}Z`,
    );
  }

  rect({ x, y, width, height }: Rect, radius: number): void {
    const r = Math.min(radius, width / 2, height / 2);
    const arc = (dx: number, dy: number): string =>
      r === 0 ? '' : `a${number(r)} ${number(r)} 0 0 1 ${number(dx)} ${number(dy)}`;
    this.path.push(
      `M${number(x + r)} ${number(y)}H${number(x + width - r)}${arc(r, r)}V${number(y + height - r)}${arc(-r, r)}` +
        `H${number(x + r)}${arc(-r, -r)}V${number(y + r)}${arc(r, -r)}Z`,
    );
  }

  end({ fill, stroke, width, dash, alpha, round }: Paint): void {
    const attributes = [
      `d="${this.path.join('')}"`,
      `fill="${fill ?? 'none'}"`,
      ...(stroke === undefined ? [] : [`stroke="${stroke}"`, `stroke-width="${number(width ?? 1)}"`]),
      ...(dash === undefined || dash.length === 0 ? [] : [`stroke-dasharray="${dash.join(' ')}"`]),
      ...(round ? ['stroke-linecap="round" stroke-linejoin="round"'] : []),
      ...(alpha === undefined || alpha === 1 ? [] : [`opacity="${number(alpha)}"`]),
    ];
    this.out.push(`<path ${attributes.join(' ')}/>`);
    this.path = [];
  }

  text(words: string, x: number, y: number, { face, fill, align, halo, alpha }: Lettering): void {
    const at =
      `x="${number(x)}" y="${number(y)}" font-size="${number(face.size)}"` +
      (face.weight === 400 ? '' : ` font-weight="${face.weight}"`) +
      (align === undefined || align === 'start' ? '' : ` text-anchor="${align}"`) +
      (alpha === undefined || alpha === 1 ? '' : ` opacity="${number(alpha)}"`);
    const body = xml(words);
    // Twice, as not every reader paints the rim under the letters when asked to.
    if (halo !== undefined)
      this.out.push(
        `<text ${at} fill="${halo}" stroke="${halo}" stroke-width="3" stroke-linejoin="round" aria-hidden="true">${body}</text>`,
      );
    this.out.push(`<text ${at} fill="${fill}">${body}</text>`);
  }
}
