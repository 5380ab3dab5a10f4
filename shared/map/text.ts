/**
 * Widths of texts in Source Sans 3, the face of the app and of its documents, so that a map breaks its words in the
 * same places on a screen, in a file and on paper. Advance widths of the font in thousandths of its size, two digits of
 * base 36 a character: space to tilde, no-break space to long s, and the signs of `SIGNS`.
 */
export type Weight = 400 | 600;
export type Face = { readonly weight: Weight; readonly size: number };

const SIGNS = '–—‘’“”…€→←•≤≥−';
const RANGES = [
  { from: 0x20, to: 0x7e },
  { from: 0xa0, to: 0x17f },
] as const;

const PACKED: Readonly<Record<Weight, readonly string[]>> = {
  400: [
    '5k81budtdtmwgx6x8f8fbmdt6x8n6x9qdtdtdtdtdtdtdtdtdtdt6x6xdtdtdtbtnjf3gcfvh3endqh5i47bdbg3dik7hzigfqig' +
      'fteuewhxeblue9d8ez8f9q8fdtdwf2e0fdcoffds84e0f46u6vdr73n1f7f2ffff9nbn9ef4czjzceczbt8f6p8fdt',
    '5k81dtdtdtdt6pdtf2ko9lbxdt8nbrf297dta7a7f2fmfk6xf2a7a5bxlpmgm4btf4f4f4f4f4f4mufvenenenen7b7b7b7bhrhz' +
      'igigigigigdtighxhxhxhxd8g7g0e0e0e0e0e0e0lmcodsdsdsds6u6u6u6uf4f7f2f2f2f2f2dtf2f4f4f4f4czffczf4e0f4e0' +
      'f4e0fvcofvcofvcofvcoh3fxhnfmendsendsendsendsendsh5e0h5e0h5e0h5e0i4f4j8fh7b6u7b6u7b6u7b6u7b6vemdpdc6v' +
      'g3drdrdi73di73di7ddia2dw8ahzf7hzf7hzf7ldhnf7igf2igf2igf2njnbft9nft9nft9neubneubneubneubnew9eew9eew9e' +
      'hxf4hxf4hxf4hxf4hxf4hxf4lujyd8czd8ezbtezbtezbt7j',
    'dcm86x6xbubuqcdth7h78gdtdtdt',
  ],
  600: [
    '5k8rdee9e9ndhr7n9090c6e97n8y7n9ke9e9e9e9e9e9e9e9e9e97n7ne9e9e9ccobfiglg0hdeye6hgif7udqgldykpi9iqg6iq' +
      'ggf5f6i7ewm8f1dxf0909k90e9dwf9ecfncufoe38tegfi7a7bei7jnffkf9fofoadbza1fgdrksdddrcb907390e9',
    '5k8re9e9e9e973e9f9kr9scne98ycbf99oe9acacf9g2gn7nf9aca9cnm3mzmfccfifififififin6g0eyeyeyey7u7u7u7ui3i8' +
      'iqiqiqiqiqe9iqi7i7i7i7dxgogsececececececlocue3e3e3e37a7a7a7afcfkf9f9f9f9f9e9f9fgfgfgfgdrfodrfiecfiec' +
      'fiecg0cug0cug0cug0cuhdgihxfoeye3eye3eye3eye3eye3hgeghgeghgeghgegiffijjfq7u7a7u7a7u7a7u7a7u7afpekdq7b' +
      'gleieidy7jdy7jdy84dybcei95i8fki8fki8fkmii3fkiqf9iqf9iqf9nvn2ggadggadggadf5bzf5bzf5bzf5bzf6a1f6a1f6a1' +
      'i7fgi7fgi7fgi7fgi7fgi7fgm8ksdxdrdxf0cbf0cbf0cb84',
    'dcm87n7ndedeqse9h6h691e9e9e9',
  ],
};

/** Other letters of Europe, and whole characters of the East. */
const OTHER = 0.6;
const WIDE = 1;

const unpack = (weight: Weight): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>();
  const read = (packed: string, codeOf: (i: number) => number): void => {
    for (let i = 0; 2 * i < packed.length; i++)
      widths.set(codeOf(i), Number.parseInt(packed.slice(2 * i, 2 * i + 2), 36) / 1000);
  };
  const [first = '', second = '', signs = ''] = PACKED[weight];
  read(first, (i) => RANGES[0].from + i);
  read(second, (i) => RANGES[1].from + i);
  read(signs, (i) => SIGNS.codePointAt(i) ?? 0);
  return widths;
};
const WIDTHS: Readonly<Record<Weight, ReadonlyMap<number, number>>> = { 400: unpack(400), 600: unpack(600) };

const widthOfCode = (code: number, weight: Weight): number => {
  const known = WIDTHS[weight].get(code);
  if (known !== undefined) return known;
  if (code >= 0x300 && code <= 0x36f) return 0;
  return code >= 0x1100 && code !== 0x200b ? (code < 0x1e00 || code > 0x2e80 ? WIDE : OTHER) : OTHER;
};

/** Width of a text in pixels. */
export function widthOf(text: string, { weight, size }: Face): number {
  let width = 0;
  for (const character of text) width += widthOfCode(character.codePointAt(0) ?? 0, weight);
  return width * size;
}

/** What fits in a width, with an ellipsis where something is left out. */
export function fitted(text: string, face: Face, width: number): string {
  if (widthOf(text, face) <= width) return text;
  const characters = [...text];
  let short = '';
  for (const character of characters) {
    if (widthOf(`${short}${character}…`, face) > width) break;
    short += character;
  }
  return `${short.trimEnd() || (characters[0] ?? '')}…`;
}

/** A text in at most so many lines, broken at spaces and cut where a word or the rest does not fit. */
export function wrapped(text: string, face: Face, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  const words = text.split(/\s+/).filter((word) => word !== '');
  while (words.length > 0 && lines.length < most) {
    let line = words.shift() ?? '';
    while (words.length > 0 && widthOf(`${line} ${words[0]}`, face) <= width) line += ` ${words.shift()}`;
    if (lines.length === most - 1 && words.length > 0) line = [line, ...words.splice(0)].join(' ');
    lines.push(fitted(line, face, width));
  }
  return lines;
}
