import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pairsToCompare } from '#shared/identity/blocking.ts';
import { matchFile } from '#shared/identity/match-csv.ts';
import { prepareParty } from '#shared/identity/party.ts';
import { parseCsv } from '#shared/import/csv.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { sharedData } from '../../db/fixture.ts';

const FILE = sharedData('matching', 'name_bench_share.csv');

type Pair = {
  readonly is: boolean;
  readonly found: boolean;
  readonly numbers: boolean;
  readonly kind: string;
};

const scores = (pairs: readonly Pair[]) => {
  const count = (is: boolean, found: boolean) =>
    pairs.filter((pair) => pair.is === is && pair.found === found).length;
  const [hits, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  const precision = hits / (hits + wrong);
  const recall = hits / (hits + missed);
  return { pairs: pairs.length, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
};
const line = (name: string, { pairs, precision, recall, f1 }: ReturnType<typeof scores>): string =>
  [name.padEnd(24), String(pairs).padStart(4), ...[precision, recall, f1].map((x) => x.toFixed(3))].join(
    '  ',
  );

/**
 * Labels of others. They call a fund with another number in its name the same (`Partners VII`, `Partners VIII`); we
 * hold on purpose that it is another fund, which costs recall. Measured: F1 0.907, and 0.933 without those pairs.
 */
describe.skipIf(!fs.existsSync(FILE))('414 pairs of names that others labelled', () => {
  it('are told apart with precision above 0.97, and F1 above 0.9', () => {
    const text = fs.readFileSync(FILE, 'utf8');
    const table = parseCsv(text);
    const matched = matchFile(text);
    if (!table.ok || !matched.ok) throw new Error('the file cannot be read');
    const at = table.value[0]?.cells.indexOf('is_match') ?? -1;
    const pairs = matched.value.map(
      (pair, i): Pair => ({
        is: table.value[i + 1]?.cells[at] === 'true',
        found: pair.candidate,
        numbers: pair.against.some(({ code }) => code === 'otherNumber'),
        kind: pair.kind,
      }),
    );
    const all = scores(pairs);
    console.log(
      [
        `${'labelled pairs'.padEnd(24)}   n  prec.  recall  F1`,
        line('all', all),
        line('persons', scores(pairs.filter(({ kind }) => kind === 'person'))),
        line('organisations', scores(pairs.filter(({ kind }) => kind === 'organisation'))),
        line('same number in the name', scores(pairs.filter(({ numbers }) => !numbers))),
      ].join('\n'),
    );
    expect(all.pairs).toBe(414);
    expect(all.precision).toBeGreaterThan(0.97);
    expect(all.f1).toBeGreaterThan(0.9);
  });

  it('share a key wherever they are candidates, so that blocking loses none', () => {
    const matched = matchFile(fs.readFileSync(FILE, 'utf8'));
    if (!matched.ok) throw new Error('the file cannot be read');
    const candidates = matched.value.filter(({ candidate }) => candidate);
    const lost = candidates.filter(({ name1, name2, kind }) => {
      const [a, b] = [name1, name2].map((name, i) =>
        prepareParty({ record: String(i) as RecordId, kind, names: [name], identifiers: [], websites: [] }),
      );
      return [...pairsToCompare([a as never, b as never])].length === 0;
    });
    console.log(`blocking keeps ${candidates.length - lost.length} of ${candidates.length} candidates`);
    expect(lost.map(({ name1, name2 }) => [name1, name2])).toEqual([]);
  });
});
