import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { TEXTS, type TextKey, translator } from '#shared/i18n/index.ts';
import { ERROR_CODES } from '#shared/ipc/contract.ts';

type Tree = { readonly [key: string]: string | Tree };
const ROOT = path.resolve(import.meta.dirname, '../../..');

const leavesOf = (tree: Tree, prefix = ''): readonly (readonly [key: string, text: string])[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${prefix}${name}`, value] as const] : leavesOf(value, `${prefix}${name}.`),
  );
const nl = new Map(leavesOf(TEXTS.nl));
const en = new Map(leavesOf(TEXTS.en));
const stem = (key: string) => key.replace(/_(one|other)$/, '');
const known = new Set([...nl.keys()].map(stem));
const holes = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).toSorted();

const sourcesOf = (folder: string): readonly string[] =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('i18n'))
    .map((name) => path.join(ROOT, folder, name));

describe('texts', () => {
  test('Dutch and English have the same keys', () => {
    expect([...en.keys()].toSorted()).toEqual([...nl.keys()].toSorted());
  });

  test('no text is empty, and both languages fill in the same values', () => {
    const wrong = [...nl].filter(
      ([key, text]) => text.trim() === '' || String(holes(text)) !== String(holes(en.get(key) ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  test('a count always has both forms', () => {
    const halves = [...nl.keys()].filter(
      (key) => /_(one|other)$/.test(key) && !(nl.has(`${stem(key)}_one`) && nl.has(`${stem(key)}_other`)),
    );
    expect(halves).toEqual([]);
  });

  test('every error code of the bridge has a text', () => {
    expect(ERROR_CODES.filter((code) => !known.has(`errors.${code}`))).toEqual([]);
  });

  test('every text that the face asks for exists', () => {
    const asked = sourcesOf('renderer').flatMap((file) =>
      [...fs.readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
  });

  test('a text is put together from count and values', () => {
    const dutch = translator('nl');
    expect(dutch('assessment.openTitle', { count: 1 })).toBe('Nog 1 vraag open');
    expect(dutch('assessment.openTitle', { count: 3 })).toBe('Nog 3 vragen open');
    expect(translator('en')('history.did.edit', { what: '<3 & facts>' })).toBe('changed <3 & facts>');
  });

  test('no Dutch text is left in English', () => {
    const same = [...nl].filter(([key, text]) => en.get(key) === text && /[a-z]{3,} [a-z]{2,}/i.test(text));
    expect(same.map(([key]) => key as TextKey)).toEqual([]);
  });
});
