import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const numbered = (prefix: string, count: number, width: number): string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}-${String(n + 1).padStart(width, '0')}`);

/** The rules of the source letter on purpose, necessity, scope and assessment, and its 44 instruments. */
const RULES = [
  ...numbered('PUR', 25, 2),
  ...numbered('NEC', 7, 2),
  ...['STR-1', 'STR-2', 'STR-3', 'STR-4', 'STR-x', 'SC-1', 'SC-2', 'SC-3', 'SC-4'],
  ...['CON-1', 'CON-2', 'CON-R', 'RA-1', 'RA-2', 'RA-3', 'RA-4', 'RA-5'],
  ...['IND-1', 'IND-2', 'IND-3', 'IND-4', 'IND-5', 'IND-O'],
  ...numbered('INS', 44, 2),
];

const textOf = (folder: string): string =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|json)$/.test(name) && name !== path.basename(import.meta.filename))
    .map((name) => fs.readFileSync(path.join(ROOT, folder, name), 'utf8'))
    .join('\n');
/** A range such as "INS-01 to INS-44" names all that lie in it. */
const cited = (text: string): Set<string> => {
  const ids = new Set(text.match(/\b[A-Z]{2,3}-(?:\d{1,2}|[A-Zx])\b/g));
  for (const [, prefix = '', from, to] of text.matchAll(/\b([A-Z]{2,3})-(\d\d) to \1-(\d\d)\b/g))
    for (let n = Number(from); n <= Number(to); n++) ids.add(`${prefix}-${String(n).padStart(2, '0')}`);
  return ids;
};

/** Rows `| id, id | what | reason |` under the heading of the README. */
const excused = new Map(
  (
    /## Requirements of the letter\n(.*?)\n## /s.exec(
      fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8'),
    )?.[1] ?? ''
  )
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .flatMap(([, ids = '', , reason = '']) =>
      (ids.match(/[A-Z]{2,3}-\w+/g) ?? []).map((id) => [id, reason] as const),
    ),
);

describe('every rule of the letter', () => {
  it('is in the product and in a test, or stands in the README with the reason', () => {
    const built = cited(['shared', 'db', 'main', 'renderer'].map(textOf).join('\n'));
    const tested = cited(textOf('test'));
    expect(RULES.filter((id) => !excused.has(id) && !(built.has(id) && tested.has(id)))).toEqual([]);
  });

  it('that stands in the README exists, and has a reason', () => {
    expect(excused.size).toBeGreaterThan(0);
    expect([...excused].filter(([id, reason]) => !RULES.includes(id) || reason.length < 20)).toEqual([]);
  });
});
