import { describe, expect, it } from 'vitest';
import { readLinks } from '#shared/cascade/network-csv.ts';
import { bareLinks, bareSupplies, readWeighted, weightsOf } from '#shared/graph/bare-links.ts';
import { readTargets } from '#shared/graph/bare-targets.ts';
import { shortestRows, structureOf } from '#shared/graph/metrics.ts';
import { UNKNOWN_INPUT } from '#shared/graph/supply/net.ts';
import { parseCsv } from '#shared/import/csv.ts';

function rowsOf(text: string) {
  const rows = parseCsv(text);
  if (!rows.ok) throw new Error(rows.error.code);
  return rows.value;
}
function tableOf(text: string) {
  const read = readLinks(rowsOf(text));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
const suppliesOf = (text: string) => bareSupplies(bareLinks(tableOf(text)), tableOf(text));

describe('links of a bare file', () => {
  it('number names in the order of the file', () => {
    const { names, from, to } = bareLinks(tableOf('from,to\nB,A\nA,C\nB,C\n'));
    expect([names, [...from], [...to]]).toEqual([
      ['B', 'A', 'C'],
      [0, 1, 0],
      [1, 2, 2],
    ]);
  });

  it('are read as the columns that are there allow', () => {
    const plain = suppliesOf('from,to\nA,C\nB,C\n');
    expect([plain.reading, [...plain.input], plain.essential]).toEqual([
      'alternatives',
      [0, 0],
      ['yes', 'yes'],
    ]);
    const products = suppliesOf('from,to,product\nA,C,x\nB,C,\nA,C,x\n');
    expect([products.reading, [...products.input], products.essential]).toEqual([
      'products',
      [0, UNKNOWN_INPUT, 0],
      ['yes', 'yes', 'yes'],
    ]);
    const stated = suppliesOf('from,to,essential\nA,C,ja\nB,C,\nA,C,nee\n');
    expect([stated.reading, [...stated.input], stated.essential]).toEqual([
      'unknown',
      Array(3).fill(UNKNOWN_INPUT),
      ['yes', 'unknown', 'no'],
    ]);
  });

  it('need their weights where those are used: an empty one is refused, and never 0', () => {
    const read = readWeighted(rowsOf('from,to,weight\nA,B,2\nB,C,\nC,D,0\nD,E,x\nE,F,0.5\n'));
    if (!read.ok) throw new Error(read.error.code);
    expect([...weightsOf(read.value)]).toEqual([2, 0.5]);
    expect(read.value.refused.map(({ line, code }) => [line, code])).toEqual([
      [3, 'weightMissing'],
      [4, 'weightZero'],
      [5, 'weightForm'],
    ]);
    expect(readWeighted(rowsOf('from,to\nA,B\n'))).toEqual({
      ok: false,
      error: { code: 'columnMissing', params: { field: 'weight' } },
    });
  });
});

describe('targets of a bare file', () => {
  it('are a list, or a column of a table, each once', () => {
    const names = ['A', 'B', 'C'];
    expect(readTargets(names)(rowsOf('C\nA\nC\n'))).toEqual({
      ok: true,
      value: { targets: [2, 0], refused: [], ignored: [] },
    });
    expect(readTargets(names)(rowsOf('sector;Target\nx;B\ny;Q\nz;\n'))).toEqual({
      ok: true,
      value: {
        targets: [1],
        refused: [
          { line: 3, field: 'node', code: 'nodeUnknown', params: { name: 'Q' } },
          { line: 4, field: 'node', code: 'fieldMissing' },
        ],
        ignored: ['sector'],
      },
    });
  });
});

describe('measures of a network', () => {
  const network = (links: readonly (readonly [number, number, number])[], directed: boolean) => ({
    n: 4,
    from: Int32Array.from(links, ([from]) => from),
    to: Int32Array.from(links, ([, to]) => to),
    weight: Float64Array.from(links, ([, , weight]) => weight),
    directed,
  });

  it('count parallel links once and links to oneself not at all', () => {
    const links = [
      [0, 1, 1],
      [1, 1, 9],
      [0, 1, 2],
      [1, 0, 4],
      [1, 2, 1],
    ] as const;
    const found = structureOf(network(links, true));
    expect({ ...found, pageRank: undefined }).toEqual({
      pageRank: undefined,
      core: Int32Array.of(1, 1, 1, 0),
      cut: Uint8Array.of(0, 1, 0, 0),
      bridges: Int32Array.of(0, 4),
      component: Int32Array.of(0, 0, 0, 1),
      components: 2,
    });
    // Strengths add up: of what 1 passes on, four parts in five go to 0.
    const [zero = 0, one = 0, two = 0, three = 0] = found.pageRank;
    expect((zero - three) / (0.85 * one)).toBeCloseTo(0.8, 9);
    expect((two - three) / (0.85 * one)).toBeCloseTo(0.2, 9);
  });

  it('take the shortest of parallel links as the way, one way only where there is direction', () => {
    const links = [
      [0, 1, 3],
      [0, 1, 2],
      [1, 0, 0.5],
    ] as const;
    const directed = shortestRows(network(links, true));
    expect([[...directed.rows.adj], [...(directed.lengths ?? [])]]).toEqual([
      [1, 0],
      [20, 5],
    ]);
    expect([...(shortestRows(network(links, false)).lengths ?? [])]).toEqual([5]);
  });
});
