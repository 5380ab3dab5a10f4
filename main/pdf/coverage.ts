/** Whether every font of the document has a glyph for this code point. */
export type Coverage = (codePoint: number) => boolean;

/** First and last code point of a run, both included. */
type Run = readonly [number, number];

/** Segments of a format 4 table: the Basic Multilingual Plane. Glyph 0 is "no glyph". */
function runsOfFormat4(view: DataView, at: number): Run[] {
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  const runs: Run[] = [];
  for (let segment = 0; segment < segments; segment++) {
    const first = view.getUint16(starts + 2 * segment);
    const last = Math.min(view.getUint16(ends + 2 * segment), 0xfffe);
    const delta = view.getUint16(deltas + 2 * segment);
    const offset = view.getUint16(offsets + 2 * segment);
    for (let code = first; code <= last; code++) {
      const raw = offset === 0 ? code : view.getUint16(offsets + 2 * segment + offset + 2 * (code - first));
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) runs.push([code, code]);
    }
  }
  return runs;
}

function runsOfFormat12(view: DataView, at: number): Run[] {
  const groups = view.getUint32(at + 12);
  return Array.from({ length: groups }, (_, group): Run => {
    const entry = at + 16 + 12 * group;
    return [view.getUint32(entry), view.getUint32(entry + 4)];
  });
}

/** The code points that a TrueType or OpenType font maps to a glyph (its `cmap` table, OpenType 1.9). */
export function codePointsOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const covered = new Set<number>();
  for (let table = 0; table < view.getUint16(4); table++) {
    const entry = 12 + 16 * table;
    if (view.getUint32(entry) !== 0x636d6170) continue;
    const cmap = view.getUint32(entry + 8);
    for (let index = 0; index < view.getUint16(cmap + 2); index++) {
      const at = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
      const format = view.getUint16(at);
      const runs = format === 4 ? runsOfFormat4(view, at) : format === 12 ? runsOfFormat12(view, at) : [];
      for (const [first, last] of runs) for (let code = first; code <= last; code++) covered.add(code);
    }
  }
  return covered;
}

/** What all of these fonts can print, so that a text stays readable when it turns bold or italic. */
export function coverageOf(fonts: readonly Uint8Array[]): Coverage {
  const sets = fonts.map(codePointsOf);
  return (codePoint) => sets.every((set) => set.has(codePoint));
}
