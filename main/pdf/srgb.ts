const TAG_COUNT = 9;
const CURVE_POINTS = 1024;
/** Primaries of sRGB (IEC 61966-2-1) adapted to the D50 of the profile connection space, and that D50 itself. */
const COLUMNS = {
  rXYZ: [0.4360747, 0.2225045, 0.0139322],
  gXYZ: [0.3850649, 0.7168786, 0.0971045],
  bXYZ: [0.1430804, 0.0606169, 0.7141733],
  wtpt: [0.9642, 1, 0.8249],
} as const;

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const u32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const u16 = (value: number): number[] => [(value >>> 8) & 0xff, value & 0xff];
const fixed = (value: number): number[] => u32(Math.round(value * 65536));

const xyz = (values: readonly number[]): number[] => [...ascii('XYZ '), ...u32(0), ...values.flatMap(fixed)];
const text = (value: string): number[] => [...ascii('text'), ...u32(0), ...ascii(value), 0];
const description = (value: string): number[] => [
  ...ascii('desc'),
  ...u32(0),
  ...u32(value.length + 1),
  ...ascii(value),
  0,
  // No Unicode and no Macintosh name.
  ...new Array<number>(4 + 4 + 2 + 1 + 67).fill(0),
];

/** Share of light for a stored value, both 0 to 1 (IEC 61966-2-1, 5.2). */
const linear = (stored: number): number =>
  stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4;

const curve = (): number[] => [
  ...ascii('curv'),
  ...u32(0),
  ...u32(CURVE_POINTS),
  ...Array.from({ length: CURVE_POINTS }, (_, i) =>
    u16(Math.round(linear(i / (CURVE_POINTS - 1)) * 65535)),
  ).flat(),
];

/**
 * An sRGB display profile (ICC.1:2001-04, version 2, three curves and a matrix) made from the standard's numbers: the
 * colours that a PDF/A output intent names. The same bytes at every call; dated 1 January 2000.
 */
export function srgbProfile(): Uint8Array {
  const shared = curve();
  const tags: [string, number[]][] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ...Object.entries(COLUMNS).map(([name, values]): [string, number[]] => [name, xyz(values)]),
    ['rTRC', shared],
    ['gTRC', shared],
    ['bTRC', shared],
  ];
  const directory: number[] = [...u32(TAG_COUNT)];
  const data: number[] = [];
  const start = 128 + 4 + 12 * TAG_COUNT;
  const placed = new Map<number[], number>();
  for (const [name, bytes] of tags) {
    let at = placed.get(bytes);
    if (at === undefined) {
      at = start + data.length;
      placed.set(bytes, at);
      data.push(...bytes, ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0));
    }
    directory.push(...ascii(name), ...u32(at), ...u32(bytes.length));
  }
  const header = [
    ...u32(start + data.length),
    ...u32(0),
    ...u32(0x02100000),
    ...ascii('mntrRGB XYZ '),
    ...[2000, 1, 1, 0, 0, 0].flatMap(u16),
    ...ascii('acsp'),
    ...new Array<number>(28).fill(0),
    ...COLUMNS.wtpt.flatMap(fixed),
    ...new Array<number>(48).fill(0),
  ];
  return Uint8Array.from([...header, ...directory, ...data]);
}
