import { PartStream } from './parts.ts';

/** What a number is shown as; only what changes its meaning is told apart. `zeros` is the width of `00000000`. */
export type NumberForm = 'plain' | 'date' | 'percent' | { readonly zeros: number };

/** Formats that every spreadsheet has: dates (14 to 22 and their local kin, times 45 to 47), and per cent. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The form that a format code of a user gives, by its first section, without what stands in quotes or brackets. */
export function formOfCode(code: string): NumberForm {
  const [bare = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';');
  if (/^0{2,}$/.test(bare)) return { zeros: bare.length };
  if (bare.includes('%')) return 'percent';
  return /[ymdhs]/i.test(bare) && !/general|standaard/i.test(bare) ? 'date' : 'plain';
}

const MAX_STYLES = 100_000;

/** `xl/styles.xml`: the form of a number for each style that a cell may name. */
export function readStyles(pieces: Iterable<string>): readonly NumberForm[] {
  const codes = new Map<number, NumberForm>();
  const forms: NumberForm[] = [];
  let inside = false;
  const part = new PartStream({
    open: ({ name, attributes }) => {
      if (name === 'numFmt')
        codes.set(
          Number(attributes.get('numFmtId')),
          formOfCode((attributes.get('formatCode') ?? '').slice(0, 500)),
        );
      if (name === 'cellXfs') inside = true;
      if (name !== 'xf' || !inside || forms.length >= MAX_STYLES) return;
      const id = Number(attributes.get('numFmtId') ?? 0);
      const known = id === 9 || id === 10 ? 'percent' : isBuiltInDate(id) ? 'date' : 'plain';
      forms.push(codes.get(id) ?? known);
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false;
    },
  });
  for (const piece of pieces) part.push(piece);
  part.end();
  return forms;
}
