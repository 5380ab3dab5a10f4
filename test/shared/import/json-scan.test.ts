import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonScan, SCAN_LIMITS, type ScannedItem, scanJson } from '#shared/import/json-scan.ts';

const FUZZ = path.resolve(import.meta.dirname, '../../../../shared/data/fuzz/json-nst/test_parsing');

const inPieces = (text: string, cuts: readonly number[]) => {
  const scan = new JsonScan();
  const items: ScannedItem[] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    const to = Math.max(from, Math.min(cut, text.length));
    const read = scan.push(text.slice(from, to));
    if (!read.ok) return read;
    items.push(...read.value);
    from = to;
  }
  const last = scan.end();
  return last.ok ? { ok: true as const, value: [...items, ...last.value] } : last;
};
const valuesIn = (text: string): unknown => {
  const read = scanJson(text);
  if (!read.ok) return read.error;
  return read.value.map((item) => ('text' in item ? JSON.parse(item.text) : item.code));
};

describe('a long list of JSON values', () => {
  it('is cut into its values, from an array and from lines alike', () => {
    const values = [{ a: '],[{"\\' }, [1, [2]], 'tekst, met "komma"', 3, null];
    expect(valuesIn(` \ufeff[ ${values.map((one) => JSON.stringify(one)).join(' , ')} ]\n`)).toEqual(values);
    expect(valuesIn(values.map((one) => JSON.stringify(one)).join('\r\n'))).toEqual(values);
    expect(valuesIn('[]')).toEqual([]);
  });

  it('whose list is broken fails at the value where that shows', () => {
    const at = (text: string) => scanJson(text);
    expect(at('[1,2')).toMatchObject({ ok: false, error: { code: 'jsonSyntax', params: { index: 1 } } });
    for (const text of ['[1,]', '[,1]', '[1 2]x', '[1]]', '[{"a":1}{"b":2}]', '[}', '["x'])
      expect(valuesOrNot(text), text).toBe(false);
    expect(at('')).toMatchObject({ ok: false, error: { code: 'jsonShape' } });
  });

  it('gives the same values wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 }),
        fc.array(fc.nat(200), { maxLength: 8 }),
        fc.boolean(),
        (values, cuts, lines) => {
          const texts = values.map((one) => JSON.stringify(one));
          const text = lines ? texts.join('\n') : `[${texts.join(',')}]`;
          const sorted = [...cuts].sort((a, b) => a - b);
          expect(inPieces(text, sorted)).toEqual(scanJson(text));
        },
      ),
    );
  });

  it('leaves out a value that is too deep, and one that is too long, and goes on', () => {
    const deep = `${'['.repeat(SCAN_LIMITS.depth + 1)}${']'.repeat(SCAN_LIMITS.depth + 1)}`;
    const long = `"${'x'.repeat(SCAN_LIMITS.item)}"`;
    expect(valuesIn(`[1,${deep},2,${long},3]`)).toEqual([1, 'jsonShape', 2, 'jsonShape', 3]);
  });
});

/** Every value parses, or it does not. */
const valuesOrNot = (text: string): boolean => {
  const read = scanJson(text);
  if (!read.ok) return false;
  try {
    for (const item of read.value) if ('text' in item) JSON.parse(item.text);
    return read.value.every((item) => 'text' in item);
  } catch {
    return false;
  }
};

describe.skipIf(!existsSync(FUZZ))('the JSON test suite', () => {
  const files = existsSync(FUZZ) ? readdirSync(FUZZ).filter((name) => name.endsWith('.json')) : [];
  const textOf = (name: string): string => readFileSync(path.join(FUZZ, name), 'utf8');

  it('is read where it must be, and never breaks the scan', () => {
    expect(files.length).toBeGreaterThan(250);
    const arrays = files.filter((name) => name.startsWith('y_') && textOf(name).trimStart().startsWith('['));
    expect(arrays.filter((name) => !valuesOrNot(textOf(name)))).toEqual([]);
    for (const name of files) expect(() => scanJson(textOf(name))).not.toThrow();
  });

  it('is refused where it must be, when it is a list', () => {
    const lists = files.filter((name) => name.startsWith('n_') && textOf(name).trimStart().startsWith('['));
    expect(lists.length).toBeGreaterThan(100);
    // A byte order mark before a list is allowed here, as everywhere in this house.
    expect(lists.filter((name) => valuesOrNot(textOf(name)))).toEqual([]);
  });
});
