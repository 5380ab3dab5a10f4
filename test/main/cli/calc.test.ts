import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { readTableFile } from '#main/cli/table-file.ts';
import { readHoldings, readHoldingsCsv } from '#shared/ownership/holdings-csv.ts';
import { documentOf, newFolder, type Ran, ROOT, waarborg } from './helpers.ts';

vi.setConfig({ testTimeout: 120_000 });
const folder = newFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Buffer): string {
  const target = path.join(folder, name);
  fs.writeFileSync(target, text);
  return target;
}
const table = (...rows: string[]): string => `holder,held,share\n${rows.join('\n')}\n`;

const CHAIN = file('c1.csv', table('P,A,0.6', 'A,B,0.6', 'B,C,0.6'));
const CROSS_TEXT = table('X,B,.5', 'Z,B,20%', 'C,B,"0,3"', 'Y,C,.6', 'B,C,.4');
const CROSS = file('c2.csv', CROSS_TEXT);
const ARMS = file(
  'c4.csv',
  table('P,A,.60', 'P,B,.60', 'A,C,.30', 'B,C,.25', 'Q,C,.45', 'C,D,.40', 'P,D,.15'),
);

type Pair = {
  owner: string;
  held: string;
  integrated: number;
  corrected: number;
  min: number;
  max: number;
};

async function ownership(target: string): Promise<Map<string, Pair>> {
  const ran = await waarborg(['calc', 'ownership', target, '--json']);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  const pairs: Pair[] = documentOf(ran);
  for (const pair of pairs)
    expect(Object.keys(pair)).toEqual(['owner', 'held', 'integrated', 'corrected', 'min', 'max']);
  return new Map(pairs.map((pair) => [`${pair.owner} ${pair.held}`, pair]));
}

function expectShares(
  found: ReadonlyMap<string, Pair>,
  key: 'integrated' | 'corrected',
  shares: Readonly<Record<string, number>>,
) {
  for (const [pair, share] of Object.entries(shares))
    expect(Math.abs((found.get(pair)?.[key] ?? Number.NaN) - share), `${pair} ${key}`).toBeLessThan(1e-12);
}

const controlling = (ran: Ran): string[] =>
  documentOf(ran)
    .map(({ controller, controlled }: Record<string, string>) => `${controller} ${controlled}`)
    .sort();

describe('ownership of a bare file', () => {
  it('multiplies the shares of a chain (C1)', async () => {
    const found = await ownership(CHAIN);
    expect([...found.keys()].sort()).toEqual(['A B', 'A C', 'B C', 'P A', 'P B', 'P C']);
    expectShares(found, 'integrated', { 'P A': 0.6, 'P B': 0.36, 'P C': 0.216 });
  });

  it('goes round a cross-holding, with and without the correction (C2)', async () => {
    const found = await ownership(CROSS);
    expectShares(found, 'integrated', {
      'X B': 0.5 / 0.88,
      'X C': 0.2 / 0.88,
      'Y B': 0.18 / 0.88,
      'Y C': 0.6 / 0.88,
      'Z B': 0.2 / 0.88,
      'Z C': 0.08 / 0.88,
      'B B': 0.12 / 0.88,
      'B C': 0.4 / 0.88,
      'C B': 0.3 / 0.88,
      'C C': 0.12 / 0.88,
    });
    expectShares(found, 'corrected', { 'B B': 0.12, 'B C': 0.4, 'C B': 0.3, 'C C': 0.12, 'X B': 0.5 / 0.88 });
  });

  it('gives a percentage for what control gives in full (C4)', async () => {
    expectShares(await ownership(ARMS), 'integrated', { 'P C': 0.33, 'P D': 0.282, 'Q D': 0.18 });
  });

  it('says the same as CSV, whose text keeps every digit and every name as it is', async () => {
    const target = file('namen.csv', table('"Holding ""Noord"", A",B,0.1', 'B,C,0.3'));
    const json = await ownership(target);
    const { code, stdout } = await waarborg(['calc', 'ownership', target, '--csv']);
    expect(code).toBe(0);
    const [head, ...lines] = stdout.trimEnd().split('\n');
    expect(head).toBe('owner,held,integrated,corrected,min,max');
    const name = '"Holding ""Noord"", A"';
    const share = json.get('Holding "Noord", A C')?.integrated;
    expect(lines).toContain(`${name},C,${share},${share},${share},${share}`);
    expect(lines).toHaveLength(json.size);
  });

  it('leaves a share that nobody knows empty, in bounds, and never calls it 0', async () => {
    const target = file('onbekend.csv', 'holder,held,share,min,max\nP,A,,,\nQ,A,0.7,,\nR,B,,25%,50%\n');
    const found = await ownership(target);
    expect(found.get('P A')).toMatchObject({ integrated: null, corrected: null, min: 0 });
    expect(found.get('P A')?.max).toBeCloseTo(0.3, 12);
    expect(found.get('R B')).toMatchObject({ integrated: null, min: 0.25, max: 0.5 });
    const { stdout } = await waarborg(['calc', 'ownership', target, '--csv']);
    expect(stdout).toContain('R,B,,,0.25,0.5\n');
  });

  it('is a table in percentages for a person, which no name can disturb', async () => {
    const target = file('scherm.csv', table('\u001b[31mrood,B,0.125', 'B,C,1'));
    const { code, stdout } = await waarborg(['calc', 'ownership', target]);
    expect(code).toBe(0);
    expect(stdout).not.toContain('\u001b');
    const [head = '', row = ''] = stdout.split('\n');
    expect(head).toMatch(/^Houder +In +Doorgekeken +Zonder kring +Minstens +Hoogstens$/);
    expect(row).toContain('12,5%');
    expect(row).toHaveLength(head.length);
  });

  it('warns on standard error of companies that are held for more than the whole, and changes no share', async () => {
    const target = file('teveel.csv', table('P,A,0.8', 'Q,A,0.7'));
    const ran = await waarborg(['calc', 'ownership', target, '--json']);
    expect([ran.code, documentOf(ran)[0].integrated]).toEqual([0, 0.8]);
    expect(ran.stderr).toMatch(/Let op: .*A.*150%.*\(regel: 2, 3\)/);
  });
});

describe('control of a bare file', () => {
  it('follows what controlled companies hold together (C4)', async () => {
    const ran = await waarborg(['calc', 'control', ARMS, '--json']);
    expect(ran.code).toBe(0);
    const pairs = documentOf(ran);
    expect(controlling(ran)).toEqual(['P A', 'P B', 'P C', 'P D']);
    const votes = new Map(pairs.map((one: Record<string, string>) => [one.controlled, one.votes]));
    for (const [held, share] of Object.entries({ A: 0.6, B: 0.6, C: 0.55, D: 0.55 }))
      expect(Math.abs(Number(votes.get(held)) - share)).toBeLessThan(1e-12);
    expect(Object.keys(pairs[0])).toEqual(['controller', 'controlled', 'votes']);
    expect(ran.stderr).toMatch(/één aandeel, één stem/);
  });

  it('tells a half from more than a half', async () => {
    const target = file('helft.csv', table('P,A,0.5', 'A,B,0.25', 'P,B,25%'));
    const more = await waarborg(['calc', 'control', target, '--json']);
    const half = await waarborg(['calc', 'control', target, '--operator', '>=', '--json']);
    expect([controlling(more), controlling(half)]).toEqual([[], ['P A', 'P B']]);
  });

  it('takes another threshold, as a fraction or a percentage', async () => {
    const low = await waarborg(['calc', 'control', ARMS, '--threshold', '30%', '--operator', '>=', '--csv']);
    expect(low.stdout.trimEnd().split('\n')).toContain('A,C,0.3');
    const wrong = await waarborg(['calc', 'control', ARMS, '--threshold', '30', '--json']);
    expect([wrong.code, documentOf(wrong).error.params.option]).toEqual([EXIT_CODES.usage, '--threshold']);
    const unknown = await waarborg(['calc', 'control', ARMS, '--operator', '<', '--json']);
    expect([unknown.code, documentOf(unknown).error.code]).toEqual([EXIT_CODES.usage, 'notInList']);
  });

  it('counts votes and not capital where both are there', async () => {
    const target = file('stemmen.csv', 'holder,held,share,votes\nP,A,0.9,0.1\nQ,A,0.1,0.9\n');
    expect(controlling(await waarborg(['calc', 'control', target, '--json']))).toEqual(['Q A']);
  });

  it('names on standard error what the ranges leave open', async () => {
    const target = file('open.csv', 'holder,held,min,max\nP,A,0.4,0.6\n');
    const ran = await waarborg(['calc', 'control', target, '--json']);
    expect(documentOf(ran)).toEqual([]);
    expect(ran.stderr).toMatch(/Onbeslist: P .* A \(40–60% van de stemmen\)/);
  });
});

describe('a bare file', () => {
  const bad = file('fout.csv', table('X,B,50', ',B,0.2', 'A,B', 'P,A,0.6', 'P,B,half'));

  it('is refused with the line and field of every bad row, and nothing is computed', async () => {
    const ran = await waarborg(['calc', 'control', bad, '--csv']);
    expect([ran.code, ran.stdout]).toEqual([EXIT_CODES.refused, '']);
    const [one, two, three, four, end] = ran.stderr.split('\n');
    expect(one).toMatch(/^fout\.csv, regel 2, share: .*25%/);
    expect(two).toMatch(/^fout\.csv, regel 3, holder: /);
    expect(three).toMatch(/^fout\.csv, regel 4: .*2 cellen/);
    expect(four).toMatch(/^fout\.csv, regel 6, share: /);
    expect(end).toContain('4 regels geweigerd');
    const json = await waarborg(['calc', 'ownership', bad, '--json']);
    expect([json.code, documentOf(json).error.code]).toEqual([EXIT_CODES.refused, 'importRefused']);
  });

  it('is computed without the bad rows when that is asked', async () => {
    const ran = await waarborg(['calc', 'control', bad, '--skip-refused', '--json']);
    expect([ran.code, controlling(ran)]).toEqual([0, ['P A']]);
    expect(ran.stderr).toContain('regel 6, share');
  });

  it.each([
    ['zonder kolom', 'holder,share\nP,0.1\n', 'held'],
    ['leeg', '', 'holder'],
    ['open aanhalingsteken', 'holder,held,share\nP,A,1\n"Q,A,1\n', 'regel 3'],
    [
      'geen UTF-8',
      Buffer.from([...Buffer.from('holder,held,share\nCaf'), 0xe9, 0x2c, 0x41, 0x2c, 0x31]),
      'UTF-8',
    ],
  ])('is refused when it is no table of interests: %s', async (name, content, said) => {
    const ran = await waarborg(['calc', 'ownership', file(`${name}.csv`, content), '--skip-refused']);
    expect([ran.code, ran.stdout]).toEqual([EXIT_CODES.refused, '']);
    expect(ran.stderr).toContain(said);
  });

  it('may come from standard input, and is not found when it is not there', async () => {
    const piped = await waarborg(['calc', 'ownership', '-', '--json'], { input: CROSS_TEXT });
    expect(documentOf(piped)).toEqual([...(await ownership(CROSS)).values()]);
    const gone = await waarborg(['calc', 'ownership', path.join(folder, 'weg.csv'), '--json']);
    expect([gone.code, documentOf(gone).error.code]).toEqual([EXIT_CODES.notFound, 'fileUnreadable']);
    const both = await waarborg(['calc', 'ownership', CROSS, '--json', '--csv']);
    expect([both.code, documentOf(both).error.code]).toEqual([EXIT_CODES.usage, 'jsonOrCsv']);
  });

  it.each(['\n', '\r\n', '\r'])('reads the same in pieces as in one, to the line, with breaks %j', (end) => {
    const rows = Array.from({ length: 40_000 }, (_, i) =>
      i % 977 === 0
        ? `"Naam${end}op twee regels ${i}";B${i};0,5`
        : i % 1_511 === 0
          ? `${end}P${i};;0,1`
          : `Houder nummer ${i} é;B${i};25%`,
    );
    const text = `\ufeff${end}holder;held;share${end}${rows.join(end)}`.replace(end, '');
    const whole = readHoldingsCsv(text);
    expect(Buffer.byteLength(text)).toBeGreaterThan(4 * 256 * 1024);
    const pieces = readTableFile(file('lang.csv', text), readHoldings);
    expect(whole.ok && whole.value.refused.length).toBeGreaterThan(20);
    // Compared as one boolean first: a difference of 40 000 rows is not to be printed.
    expect(JSON.stringify(pieces) === JSON.stringify(whole)).toBe(true);
  });

  it('may have more rows than a table of a case', () => {
    const rows = Array.from({ length: 250_000 }, (_, i) => `a${i},b${i},0.5`);
    const read = readTableFile(file('groot.csv', `holder,held,share\n${rows.join('\n')}`), readHoldings);
    expect(read.ok && [read.value.holdings.length, read.value.lines.at(-1)]).toEqual([250_000, 250_001]);
  });
});

describe('a long answer', () => {
  it('can be stopped while it is written to a file', async () => {
    // 4 000 links in a line give eight million pairs.
    const rows = Array.from({ length: 4_000 }, (_, i) => `k${i},k${i + 1},0.999`);
    const target = file('lijn.csv', table(...rows));
    const out = fs.openSync(path.join(folder, 'uit.csv'), 'w');
    const line = [path.join(ROOT, 'main/cli/waarborg.ts'), 'calc', 'ownership', target, '--csv'];
    const child = spawn(process.execPath, line, { stdio: ['ignore', out, 'ignore'] });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await vi.waitUntil(() => fs.fstatSync(out).size > 0, { timeout: 60_000 });
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    fs.closeSync(out);
  });
});
