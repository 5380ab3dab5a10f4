/**
 * Judgement bench: `npm run bench -- judgement [claims]`, by default 5,000.
 *
 * SMAA with 100,000 draws on 10 criteria and 20 options (the goal: within a second), beside the same in numpy in the
 * same run; seconds of processor time, and both must agree within the sampling error. Then a case of so many claims in
 * a real encrypted vault: after each of a hundred edits of one claim everything that the assessment consists of is
 * asked again as the window asks for it, and the whole case is evaluated as a freeze does. Milliseconds by the clock,
 * half of the time and at most 95 times in 100 (p95). Last, how long the swap of a country holds the shell's thread.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assessJudged } from '#shared/framework/judged.ts';
import { evaluateCase } from '#shared/freeze/evaluate.ts';
import { seeded } from '#shared/graph/random.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { RECORD_TYPES } from '#shared/model/records.ts';
import { smaa } from '#shared/scoring/smaa.ts';
import { type Desk, startDesk } from '../support/session.ts';
import { pythonWith, timed, timesOf } from './measure.ts';

const OPTIONS = 20;
const CRITERIA = 10;
const DRAWS = 100_000;
const RUNS = 3;
const EDITS = 100;
const DAY = '2026-11-30';

/** Options with a range and a likeliest value on every criterion, none of them a single point. */
function options() {
  const random = seeded(20_261_130);
  return Array.from({ length: OPTIONS }, () =>
    Array.from({ length: CRITERIA }, () => {
      const [low, likely, high] = [random(), random(), random()].sort((a, b) => a - b) as [
        number,
        number,
        number,
      ];
      return { low: low * 0.99, likely, high: Math.min(1, high + 0.01) };
    }),
  );
}

type Rival = {
  readonly numpy: string;
  readonly seconds: readonly number[];
  readonly ranks: readonly (readonly number[])[];
  readonly beats: readonly (readonly number[])[];
};

function rival(scores: ReturnType<typeof options>): Rival | undefined {
  const python = pythonWith('numpy');
  if (python === undefined) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'judgement-bench-'));
  try {
    const file = path.join(folder, 'smaa.json');
    const member = (name: 'low' | 'likely' | 'high') => scores.map((row) => row.map((score) => score[name]));
    const given = { low: member('low'), likely: member('likely'), high: member('high') };
    fs.writeFileSync(file, JSON.stringify({ ...given, draws: DRAWS, chunk: 5_000, runs: RUNS }));
    const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
    const script = path.join(import.meta.dirname, 'smaa-rival.py');
    const run = spawnSync(python, [script, file], { encoding: 'utf8', env });
    if (run.status === 0) return JSON.parse(run.stdout) as Rival;
    console.log(`no rival: ${run.stderr.trim().split('\n').at(-1)}`);
    return undefined;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const furthest = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(...a.flatMap((row, i) => row.map((value, k) => Math.abs(value - (b[i]?.[k] ?? Number.NaN)))));

function drawn(): void {
  const scores = options();
  const criteria = Array.from({ length: CRITERIA }, () => ({ min: 0, max: 1, better: 'more' as const }));
  const { times, answer } = timed(RUNS, () => smaa({ criteria, scores, weights: {}, draws: DRAWS, seed: 1 }));
  console.log(
    `SMAA, ${DRAWS} draws, ${CRITERIA} criteria, ${OPTIONS} options: least ${times.least.toFixed(3)} s, ` +
      `median ${times.median.toFixed(3)} s`,
  );
  const other = rival(scores);
  if (other === undefined) return;
  const theirs = timesOf(other.seconds);
  const ratio = (theirs.least / times.least).toFixed(1);
  console.log(
    `  numpy ${other.numpy}: least ${theirs.least.toFixed(3)} s, ours ${ratio} times as fast; largest difference of ranks ` +
      `${furthest(answer.ranks, other.ranks).toFixed(4)}, of pairs ${furthest(answer.beats, other.beats).toFixed(4)} ` +
      `(sampling error of one share ${answer.error.toFixed(4)})`,
  );
}

/** The sample case again and again in one case, until it holds so many claims; answers one claim of every copy. */
async function grow(desk: Desk, logId: LogId, claims: number): Promise<number> {
  const types = [
    'company',
    'person',
    'publicBody',
    'process',
    'product',
    'technology',
    'source',
    'site',
    'relation',
    'claim',
  ] as const;
  const listed = await desk.done('records.list', { logId, types: [...types] });
  const ownClaims = listed.filter(({ type }) => type === 'claim').length;
  let count = ownClaims;
  while (count < claims) {
    const copies = new Map<string, RecordId>();
    // Whatever is spoken of stands before what speaks of it.
    for (const type of types) {
      const mine = listed.filter((one) => one.type === type);
      const renamed = (text: string): string =>
        text.replace(/"([0-9a-f-]{36})"/g, (whole, id: string) =>
          copies.has(id) ? `"${copies.get(id)}"` : whole,
        );
      for (let begin = 0; begin < mine.length; begin += 500) {
        const some = mine.slice(begin, begin + 500);
        const { records } = await desk.done('records.put', {
          logId,
          action: 'create',
          puts: some.map(({ marking, body }) => ({
            record: null,
            type,
            base: [],
            body: JSON.parse(renamed(JSON.stringify(body))),
            marking,
          })),
        });
        for (const [at, record] of records.entries())
          copies.set((some[at] as (typeof some)[number]).record, record);
      }
    }
    count += ownClaims;
  }
  return count;
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;

async function live(claims: number): Promise<void> {
  const desk = await startDesk();
  try {
    const { logId } = await desk.done('cases.openSample', {});
    const count = await grow(desk, logId, claims);
    const steps: Record<string, () => Promise<unknown>> = {
      'gates and indicators': async () => assessJudged(await desk.done('assessment.get', { logId, at: {} })),
      'legal framework': () => desk.done('law.get', { logId, at: {}, day: DAY }),
      'instruments ladder': () => desk.done('instruments.get', { logId, at: {}, day: DAY }),
      'evidence health': () => desk.done('evidence.get', { logId, at: {}, day: DAY }),
      'neutrality lint': () => desk.done('neutrality.get', { logId, at: {}, day: DAY }),
      'whole case, as a freeze evaluates it': async () =>
        evaluateCase(await desk.done('records.list', { logId, types: [...RECORD_TYPES] }), DAY),
    };
    const taken = new Map<string, number[]>();
    const edited = (await desk.done('records.list', { logId, types: ['claim'] })).slice(0, EDITS);
    for (const { record, digest, type, marking, body } of edited) {
      const timer = async (name: string, work: () => Promise<unknown>): Promise<void> => {
        const start = performance.now();
        await work();
        taken.set(name, [...(taken.get(name) ?? []), performance.now() - start]);
      };
      const put = { record, type, base: [digest], body: { ...body, page: 'p. 12' }, marking };
      await timer('the edit itself', () => desk.done('records.put', { logId, action: 'edit', puts: [put] }));
      for (const [name, work] of Object.entries(steps)) await timer(name, work);
    }
    console.log(
      `\n${count} claims, ${edited.length} edits, everything asked again after each; ms by the clock`,
    );
    for (const [name, all] of taken) {
      const sorted = all.toSorted((a, b) => a - b);
      console.log(
        `  ${name.padEnd(38)} half ${quantile(sorted, 0.5).toFixed(0)}, p95 ${quantile(sorted, 0.95).toFixed(0)}`,
      );
    }
    const swaps = [{ from: 'XZ', to: 'NL' }];
    const { ms, held } = await heldWhile(() => desk.done('neutrality.swap', { logId, day: DAY, swaps }));
    console.log(
      `  country swapped: ${ms.toFixed(0)}, at most ${held.toFixed(0)} at a time on the shell's thread`,
    );
  } finally {
    desk.close();
  }
}

/** How long something takes, and the longest that nothing else could be done on this thread meanwhile; milliseconds. */
async function heldWhile(work: () => Promise<unknown>): Promise<{ ms: number; held: number }> {
  const start = performance.now();
  let [last, held] = [start, 0];
  const look = (): void => {
    const now = performance.now();
    held = Math.max(held, now - last);
    last = now;
  };
  const clock = setInterval(look, 1);
  await work();
  look();
  clearInterval(clock);
  return { ms: last - start, held };
}

const [asked] = process.argv.slice(2).map(Number);
drawn();
await live(asked ?? 5_000);
