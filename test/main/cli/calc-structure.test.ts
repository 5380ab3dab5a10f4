import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { FLORENCE, KARATE } from '../../shared/graph/published.ts';
import { documentOf, newFolder, waarborg } from './helpers.ts';

vi.setConfig({ testTimeout: 120_000 });
const folder = newFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const target = path.join(folder, name);
  fs.writeFileSync(target, text);
  return target;
}
const linksOf = (pairs: typeof KARATE): string =>
  `from,to\n${pairs.map((pair) => pair.join(',')).join('\n')}\n`;

const CHAIN = file(
  'keten.csv',
  [
    'from,to,product,essential',
    'Erts,Smelter,erts,ja',
    'Smelter,Fabriek,staal,ja',
    'Walserij,Fabriek,staal,ja',
    '"Lens, ""Noord""",Oost,lens,1',
    '"Lens, ""Noord""",West,lens,yes',
    'Oost,Fabriek,scanner,ja',
    'West,Fabriek,scanner,',
    'Fab,Fabriek,chips,',
    'Kantine,Fabriek,lunch,nee',
    'Fabriek,Betaalverkeer,dienst,ja',
    '',
  ].join('\n'),
);
const LENS = 'Lens, "Noord"';

describe('metrics of a bare file', () => {
  it('are those published for the karate club, with the names of the file, and communities when asked', async () => {
    const ran = await waarborg([
      'calc',
      'metrics',
      file('karate.csv', linksOf(KARATE)),
      ...['--undirected', '--communities', '--json'],
    ]);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const { nodes, bridges, components, sample, communities } = documentOf(ran);
    const byName = new Map<string, Record<string, number>>(
      nodes.map((one: { node: string }) => [one.node, one]),
    );
    expect(Object.keys(nodes[0])).toEqual([
      'node',
      'betweenness',
      'betweennessNormalised',
      'pagerank',
      'core',
      'cut',
      'component',
      'community',
    ]);
    const normalised = { '1': 0.4376, '34': 0.3041, '33': 0.1452, '3': 0.1437, '32': 0.1383 };
    for (const [name, value] of Object.entries(normalised)) {
      const node = byName.get(name);
      expect(node?.betweennessNormalised).toBeCloseTo(value, 4);
      expect(node?.betweenness).toBeCloseTo((node?.betweennessNormalised ?? 0) * ((33 * 32) / 2), 9);
    }
    expect(byName.get('34')?.pagerank).toBeCloseTo(0.1009191823, 9);
    expect(byName.get('34')?.core).toBe(4);
    expect(nodes.filter(({ cut }: { cut: boolean }) => cut)).toEqual([byName.get('1')]);
    expect([bridges, components, sample.error]).toEqual([[{ from: '1', to: '12' }], 1, 0]);
    expect(communities.modularity).toBeGreaterThan(0.4);
    expect(new Set(nodes.map((one: { community: number }) => one.community)).size).toBe(communities.count);
  });

  it('are those published for Florence, as CSV', async () => {
    const target = file('florence.csv', linksOf(FLORENCE));
    const csv = await waarborg(['calc', 'metrics', target, '--undirected', '--csv']);
    const [head, ...lines] = csv.stdout.trimEnd().split('\n');
    expect(head).toBe('node,betweenness,betweennessNormalised,pagerank,core,cut,component');
    const [medici = []] = lines.map((line) => line.split(',')).filter(([name]) => name === 'Medici');
    expect([Number(medici[2]).toFixed(4), ...medici.slice(4)]).toEqual(['0.5220', '2', 'true', '0']);
    expect(lines.filter((line) => line.endsWith(',true,0'))).toHaveLength(4);
  });

  it('take weights as lengths, and pass over rows without one only when told to', async () => {
    const good = 'from,to,weight\na,b,0.1\nb,c,0.1\na,d,0.1\nd,e,0.05\ne,c,0.05\na,c,9\n';
    const target = file('lengte.csv', `${good}a,e,\na,e,0\n`);
    const ran = await waarborg(['calc', 'metrics', target, '--weighted', '--skip-refused', '--json']);
    expect(ran.stderr).toMatch(/lengte\.csv, regel 8, weight: .*\n.*regel 9, weight: /);
    const between = Object.fromEntries(
      documentOf(ran).nodes.map((one: Record<string, unknown>) => [one.node, one.betweenness]),
    );
    // Two ways of 0.2 from a to c share it.
    expect(between).toEqual({ a: 0, b: 0.5, c: 0, d: 1.5, e: 1.5 });
    const refused = await waarborg(['calc', 'metrics', target, '--weighted', '--json']);
    expect([refused.code, documentOf(refused).error.code]).toEqual([EXIT_CODES.refused, 'importRefused']);
  });

  it('can be estimated from a sample, with its error in words', async () => {
    const line = ['calc', 'metrics', file('steekproef.csv', linksOf(KARATE)), '--undirected', '--sample'];
    const text = await waarborg([...line, '20', '--seed', '7']);
    expect(text.stdout).toContain('geschat uit 20 van 34 bronnen (startgetal 7): met 95% zekerheid');
    const wrong = await waarborg([...line, '0', '--json']);
    expect([wrong.code, documentOf(wrong).error.params.option]).toEqual([EXIT_CODES.usage, '--sample']);
  });
});

describe('criticality of a bare file', () => {
  it('tells who alone, who perhaps and who together fails the end of the chain', async () => {
    const ran = await waarborg(['calc', 'criticality', CHAIN, '--json']);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(documentOf(ran)).toEqual({
      targets: [
        {
          target: 'Betaalverkeer',
          // The lens behind both scanners has few links and no second source.
          singlePoints: ['Fabriek', LENS],
          possibleSinglePoints: ['Fab'],
          dominators: ['Fabriek'],
          cutSets: [['Fabriek'], [LENS], ['Erts', 'Walserij'], ['Smelter', 'Walserij'], ['Oost', 'West']],
          cutSetsComplete: 3,
          independentPaths: 1,
          minimumCut: ['Fabriek'],
          directSuppliers: 1,
          suppliers: 9,
        },
      ],
      reading: 'products',
      cutSetsUpTo: 3,
      scope: 'withinMappedNetwork',
    });
  });

  it('takes targets from a list or a table, in their order, and names who is not there', async () => {
    const list = file('doelen.txt', 'Fabriek\nOost\nFabriek\n');
    const ran = await waarborg(['calc', 'criticality', CHAIN, '--targets', list, '--json']);
    const [plant, east] = documentOf(ran).targets;
    expect([plant.target, plant.independentPaths, east.singlePoints]).toEqual(['Fabriek', 5, [LENS]]);
    const wrong = file('onbekend.csv', 'sector;node\nbank;Oost\nbank;Zuid\n');
    const stopped = await waarborg(['calc', 'criticality', CHAIN, '--targets', wrong, '--json']);
    expect([stopped.code, documentOf(stopped).error.code]).toEqual([EXIT_CODES.refused, 'importRefused']);
    expect(stopped.stderr).toMatch(/onbekend\.csv, regel 3, node: .*Zuid/);
  });

  it('has suppliers without products as alternatives, and says so to a person', async () => {
    const target = file('alternatieven.csv', 'from,to\nA,C\nB,C\nX,A\nX,B\nC,D\n');
    const { stdout } = await waarborg(['calc', 'criticality', target]);
    expect(stdout).toContain('alternatieven van elkaar (OF)');
    expect(stdout).toContain('Valt uit zonder: C, X');
    expect(stdout).toContain('Valt uit als samen uitvallen: A + B');
  });

  it('writes one line of CSV for each node of each finding', async () => {
    const { code, stdout } = await waarborg(['calc', 'criticality', CHAIN, '--csv']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('target,finding,number,node');
    expect(lines).toContain('Betaalverkeer,singlePoints,2,"Lens, ""Noord"""');
    expect(lines.filter((line) => line.startsWith('Betaalverkeer,cutSets,5,'))).toEqual([
      'Betaalverkeer,cutSets,5,Oost',
      'Betaalverkeer,cutSets,5,West',
    ]);
    expect(lines.at(-1)).toBe('Betaalverkeer,independentPaths,1,');
  });
});
