import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetPath } from '#main/assets.ts';
import { coverageOf } from '#main/pdf/coverage.ts';
import { nothingReplaced, sanitize } from '#main/pdf/sanitize.ts';
import { cleanSvg } from '#main/pdf/svg.ts';

const covered = coverageOf(
  (['Regular', 'Italic', 'Bold'] as const).map(
    (style) => new Uint8Array(fs.readFileSync(assetPath(`fonts/SourceSans3-${style}.ttf`))),
  ),
);
const printed = (text: string, options: { lines?: boolean; limit?: number } = {}) => {
  const replaced = nothingReplaced();
  const safe = sanitize(text, { covered, lines: options.lines ?? true, limit: options.limit }, replaced);
  return { safe, characters: replaced.characters, codes: [...replaced.codes], shortened: replaced.shortened };
};
const untouched = (safe: string) => ({ safe, characters: 0, codes: [], shortened: 0 });

describe('the fonts of a document', () => {
  it('cover the languages of Europe in Latin, Greek and Cyrillic and the signs of the chips', () => {
    const missing = [...'Één ijsbeer, Łódź, Ōsaka, Ελληνική, ООО «Ромашка», € ½ ✓ ✗ ▲ ○ • – …'].filter(
      (character) => !covered(character.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
    expect([...'😀ش深'].map((character) => covered(character.codePointAt(0) ?? 0))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('text on its way to paper', () => {
  it('stays as it is when it is plain, markup included', () => {
    expect(printed('#import "/etc/passwd" $x$ *b* <b>')).toEqual(
      untouched('#import "/etc/passwd" $x$ *b* <b>'),
    );
    expect(printed('Curaçao, Łódź')).toEqual(untouched('Curaçao, Łódź'));
  });

  it('joins a letter with its accent, without calling that a replacement', () => {
    expect(printed('e\u0301e\u0301n')).toEqual(untouched('één'));
  });

  it('shows what the fonts cannot print as its code', () => {
    expect(printed('a😀b')).toEqual({ safe: 'a[U+1F600]b', characters: 1, codes: ['U+1F600'], shortened: 0 });
  });

  it('shows bidirectional overrides, so that a file name cannot pose as another', () => {
    expect(printed('a\u202egnp.exe').safe).toBe('a[U+202E]gnp.exe');
  });

  it('shows controls and half surrogates, and drops what has no shape but counts it', () => {
    expect(printed('\u0000\u001b\ud800').safe).toBe('[U+0000][U+001B][U+D800]');
    expect(printed('soft\u00adware\u200b\ufeff')).toEqual({
      safe: 'software',
      characters: 3,
      codes: ['U+00AD', 'U+200B', 'U+FEFF'],
      shortened: 0,
    });
  });

  it('keeps line feeds in running text and makes them spaces in a title', () => {
    expect(printed('a\r\nb\u2028c').safe).toBe('a\nb\nc');
    expect(printed('a\r\nb\tc', { lines: false }).safe).toBe('a b c');
  });

  it('cuts a text at its limit, visibly, and counts that', () => {
    expect(printed('abcdef', { limit: 4 })).toEqual({ safe: 'abc…', characters: 0, codes: [], shortened: 1 });
  });

  it('is printable whatever came in, and stays the same the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { safe } = printed(text);
        expect([...safe].every((c) => c === '\n' || covered(c.codePointAt(0) ?? 0))).toBe(true);
        expect(printed(safe)).toEqual(untouched(safe));
      }),
    );
  });
});

describe('a drawing on its way to paper', () => {
  const svg = (inside: string) =>
    cleanSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`, covered, nothingReplaced());

  it('has its texts made printable, also those written as numbers, and its markup left alone', () => {
    expect(svg('<text>&#x1F600; &lt;b&gt; &#60; 深</text>')).toContain(
      '<text>[U+1F600] &lt;b&gt; &#60; [U+6DF1]</text>',
    );
  });

  it.each([
    '<script>x</script>',
    '<image href="file:///etc/passwd"/>',
    '<foreignObject/>',
    '<!DOCTYPE svg>',
    '<rect onclick="x"/>',
    '<rect fill="url(http://x)"/>',
  ])('is refused with %s in it', (inside) => {
    expect(() => svg(inside)).toThrow('more than shapes and text');
  });
});
