import { describe, expect, it } from 'vitest';
import { srgbProfile } from '#main/pdf/srgb.ts';

const profile = srgbProfile();
const view = new DataView(profile.buffer);
const ascii = (at: number) => String.fromCharCode(...profile.subarray(at, at + 4));
const tags = new Map(
  Array.from(
    { length: view.getUint32(128) },
    (_, i) => [ascii(132 + 12 * i), view.getUint32(136 + 12 * i)] as const,
  ),
);
const column = (tag: string) => [0, 1, 2].map((i) => view.getInt32((tags.get(tag) ?? 0) + 8 + 4 * i) / 65536);

describe('the colour profile of a document', () => {
  it('is an RGB display profile that knows its own size', () => {
    expect([view.getUint32(0), ascii(12), ascii(16), ascii(20), ascii(36)]).toEqual([
      profile.length,
      'mntr',
      'RGB ',
      'XYZ ',
      'acsp',
    ]);
  });

  it('adds its three primaries up to its white', () => {
    const [r, g, b, white] = ['rXYZ', 'gXYZ', 'bXYZ', 'wtpt'].map(column);
    for (const i of [0, 1, 2])
      expect((r?.[i] ?? 0) + (g?.[i] ?? 0) + (b?.[i] ?? 0)).toBeCloseTo(white?.[i] ?? -1, 3);
  });

  it('gives middle grey of sRGB 21.4 percent of the light', () => {
    const at = (tags.get('gTRC') ?? 0) + 12;
    expect(view.getUint16(at + 2 * 512) / 65535).toBeCloseTo(0.2148, 3);
    expect([view.getUint16(at), view.getUint16(at + 2 * 1023)]).toEqual([0, 65535]);
  });
});
