import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { planBods } from '#shared/import/bods/plan.ts';
import type { LogId } from '#shared/model/ids.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../shared/data/bods/data-standard');
const INVALID = path.join(DATA, 'tests/data/invalid-statements');
const logId = '00000000-0000-4000-8000-00000000000c' as LogId;
const absent = !existsSync(DATA);

const jsonIn = (folder: string): string[] =>
  absent ? [] : readdirSync(path.join(DATA, folder)).filter((name) => name.endsWith('.json'));
const plan = (file: string) =>
  planBods(readFileSync(path.join(DATA, file), 'utf8'), { logId, file: path.basename(file) });

/** Where the standard's own test suite finds the fault: file, rule, path of the place, name of the member. */
const expected = absent
  ? []
  : readFileSync(path.join(INVALID, 'expected_errors.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(',') as [string, string, string, string]);

/** The same place in our words: a missing member is named with its own path. */
const placeOf = ([file, rule, at, member]: (typeof expected)[number]): string => {
  const inside = at.replace(/^\$(\[0\])?\.?/, '');
  const names = rule === 'required' || file === 'entity_identifiers_no_scheme_info.json';
  return names ? [inside, member].filter((part) => part !== '').join('.') : inside;
};

describe.skipIf(absent)('the files of the standard itself', () => {
  it.each(jsonIn('examples'))('example %s comes in without a refusal', (name) => {
    const { refused, puts, statements } = plan(`examples/${name}`);
    expect(refused).toEqual([]);
    expect(statements).toBeGreaterThan(0);
    expect(puts.length).toBeGreaterThanOrEqual(2);
  });

  it('every single statement that is valid comes in', () => {
    const names = jsonIn('tests/data/valid-statements');
    expect(names.length).toBeGreaterThan(100);
    const refused = names.filter((name) => plan(`tests/data/valid-statements/${name}`).refused.length > 0);
    expect(refused).toEqual([]);
  });

  it('no invalid statement is missing from the list of expected errors', () => {
    const listed = expected.map(([file]) => file);
    expect(jsonIn('tests/data/invalid-statements').filter((name) => !listed.includes(name))).toEqual([]);
  });

  it.each(expected)('%s is refused at the place of its fault (%s)', (...row) => {
    const { refused, puts } = plan(`tests/data/invalid-statements/${row[0]}`);
    expect(puts).toEqual([]);
    expect(refused.map(({ field }) => field ?? '')).toContain(placeOf(row));
    expect(refused.every(({ index }) => index === 0)).toBe(true);
  });
});
