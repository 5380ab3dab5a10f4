import { type CsvCode, parseCsv } from '../import/csv.ts';
import { fail, ok, type Result } from '../result.ts';
import { compareNames } from './compare-names.ts';
import { CANDIDATE } from './compare-parties.ts';
import { type PartyKind, parseName } from './parse-name.ts';
import { type AgainstReason, type ForReason, nameReasons } from './reasons.ts';

/** Two names of a file, compared. `line` counts from 1; `candidate`: alike enough to show to a person. */
export type MatchedPair = {
  readonly line: number;
  readonly name1: string;
  readonly name2: string;
  readonly kind: PartyKind;
  readonly score: number;
  readonly candidate: boolean;
  readonly reasons: readonly ForReason[];
  readonly against: readonly AgainstReason[];
};

export type MatchFileCode = CsvCode | 'columnMissing' | 'cellCount' | 'fieldMissing';

/** Compares two names. */
export function matchNames(name1: string, name2: string, kind: PartyKind): Omit<MatchedPair, 'line'> {
  const [a, b] = [parseName(name1, kind), parseName(name2, kind)];
  const compared = compareNames(a, b);
  const score = Math.round(compared.score * 1000) / 1000;
  return { name1, name2, kind, score, candidate: score >= CANDIDATE, ...nameReasons(a, b, compared) };
}

/**
 * Compares the pairs of a table with the columns `name1`, `name2` and optionally `schema` (`Person`, or anything else
 * for an organisation, as FollowTheMoney names them); other columns are left alone. Fails with the line and field of
 * the first row that cannot be read.
 */
export function matchFile(text: string): Result<readonly MatchedPair[], MatchFileCode> {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const [head, ...rows] = parsed.value;
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [first, second, schema] = ['name1', 'name2', 'schema'].map((name) => names.indexOf(name)) as [
    number,
    number,
    number,
  ];
  for (const [name, at] of [
    ['name1', first],
    ['name2', second],
  ] as const)
    if (at < 0) return fail('columnMissing', { line: 1, field: name });
  const pairs: MatchedPair[] = [];
  for (const { line, cells } of rows) {
    if (cells.length !== names.length)
      return fail('cellCount', { line, found: cells.length, expected: names.length });
    const [one, other] = [cells[first] ?? '', cells[second] ?? ''];
    if (one.trim() === '' || other.trim() === '')
      return fail('fieldMissing', { line, field: one.trim() === '' ? 'name1' : 'name2' });
    const kind = cells[schema]?.trim().toLowerCase() === 'person' ? 'person' : 'organisation';
    pairs.push({ line, ...matchNames(one, other, kind) });
  }
  return ok(pairs);
}
