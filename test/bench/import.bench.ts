/**
 * Import bench: `npm run bench -- import [rows ...] [bods=MB]`, by default 25,000 and 100,000 rows and 200 MB of BODS.
 *
 * A table of holdings goes the way of the import window, into a case in a real encrypted vault: looked at, read and
 * mapped, previewed on all rows, refused rows passed over, written as one signed change, taken back and brought back.
 * Each size has a process of its own. Seconds of processor time of all threads; the most memory of the process, with its
 * rest, and of all JavaScript heaps; how long at most the thread stood still that answers the window. Preview, writing
 * and undo are stopped half-way too, and nothing of them may be left. The rival (Python's csv and sqlite3) reads and
 * stores the same rows as text and does nothing else with them. Then a register of ownership statements through the
 * product's own reader and into the preview, beside Python's json.load of it.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DeskFigures, Stage } from './import/desk.ts';
import { writeHoldings, writeRegister } from './import/files.ts';
import type { Figures } from './import/meter.ts';
import type { ReadFigures } from './import/read.ts';
import { pythonWith } from './measure.ts';

const SIZES = [25_000, 100_000];
const REGISTER_MB = 200;
const MEGABYTE = 1e6;

type Rival = { readonly seconds: number; readonly rss: number; readonly rows: number };
const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** One part of the bench in a process of its own; figures, or undefined with what went wrong told. */
function run<T>(program: string, words: readonly string[]): T | undefined {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status === 0) return JSON.parse(lastLine(stdout)) as T;
  process.exitCode = 1;
  console.log(`failed: ${words.slice(1).join(' ')}\n${stderr.trim()}`);
  return undefined;
}

const part = <T>(...words: readonly string[]): T | undefined =>
  run<T>(process.execPath, ['--expose-gc', path.join(import.meta.dirname, 'import/part.ts'), ...words]);

const python = pythonWith('csv', 'json', 'sqlite3');
const rival = (...words: readonly string[]): Rival | undefined =>
  python === undefined
    ? undefined
    : run<Rival>(python, [path.join(import.meta.dirname, 'import-rival.py'), ...words]);

const line = (name: string, text: string): void => console.log(`${name.padEnd(44)} ${text}`);
const count = (n: number): string => Math.round(n).toLocaleString('en');
const memory = ({ rss, heap }: Figures): string => `memory ${count(rss)} MB, heaps ${count(heap)} MB`;
const stood = ({ still }: Figures): string => `stood still ${(still * 1000).toFixed(0)} ms at most`;

function told(name: string, figures: Figures, rows: number, unit = 'rows'): void {
  const { seconds } = figures;
  line(name, `${seconds.toFixed(2)} s, ${count(rows / seconds)} ${unit} a second; ${memory(figures)}`);
}

const STAGES: Readonly<Record<Stage, string>> = {
  look: 'look at the file: encoding, columns',
  preview: 'preview: read, mapped, settled, kept',
  page: 'last page of the preview',
  'pass over': 'refused rows passed over, settled anew',
  write: 'written, as one signed change',
  undo: 'undone, as one signed change',
  redo: 'brought back, as one signed change',
};

type Measured = { readonly read: ReadFigures; readonly desk: DeskFigures };

function report(rows: number, { read, desk }: Measured, unit: string): void {
  const { counts, stages, cancelled, rest } = desk;
  line(
    'records created; refused rows',
    `${count(counts.created)}; ${count(counts.refused + counts.skipped)}`,
  );
  line('program at rest, with the vault open', `memory ${count(rest)} MB`);
  told('text alone, cut into rows', read.text, rows, unit);
  told('read and mapped, records made and checked', read.whole, rows, unit);
  for (const [stage, name] of Object.entries(STAGES)) {
    const figures = stages[stage as Stage];
    if (figures && stage === 'page') line(name, `${(figures.seconds * 1000).toFixed(0)} ms`);
    else if (figures) {
      told(name, figures, rows, unit);
      line('', stood(figures));
    }
  }
  for (const [stage, { seconds, clock }] of Object.entries(cancelled))
    line(
      `${stage} stopped half-way`,
      `answers ${clock.toFixed(2)} s later by the clock (${seconds.toFixed(2)} s of work); nothing left`,
    );
}

/** Growth of time over growth of rows: 1 is linear; and how much more memory the larger one took. */
function growth(small: Measured, large: Measured, times: number): void {
  const pairs = [
    ['read and mapped', small.read.whole, large.read.whole],
    ...Object.entries(STAGES).flatMap(([stage, name]) => {
      const [a, b] = [small.desk.stages[stage as Stage], large.desk.stages[stage as Stage]];
      return a && b && stage !== 'page' ? [[name, a, b] as const] : [];
    }),
  ] as readonly (readonly [string, Figures, Figures])[];
  for (const [name, a, b] of pairs)
    line(
      `growth of ${name}`,
      `time ${(b.seconds / a.seconds).toFixed(2)}, memory ${(b.rss / a.rss).toFixed(2)} for ${times} times the rows`,
    );
}

function table(folder: string, rows: number): Measured | undefined {
  const file = path.join(folder, `${rows}.csv`);
  const bytes = writeHoldings(file, rows);
  console.log(`-- ${count(rows)} rows of holdings, ${(bytes / MEGABYTE).toFixed(1)} MB`);
  const theirs = rival('table', file, `${file}.db`);
  const read = part<ReadFigures>('read', 'csv', file);
  const desk = part<DeskFigures>('desk', 'csv', file);
  if (!read || !desk) return undefined;
  report(rows, { read, desk }, 'rows');
  if (theirs)
    line(
      'rival: Python csv and sqlite3',
      `${theirs.seconds.toFixed(2)} s, ${count(rows / theirs.seconds)} rows a second; memory ${count(theirs.rss)} MB ` +
        '(text as it stands: nothing checked, linked, signed or encrypted)',
    );
  return { read, desk };
}

function register(folder: string, megabytes: number): void {
  const file = path.join(folder, 'register.json');
  const bytes = writeRegister(file, megabytes * MEGABYTE);
  const theirs = rival('statements', file);
  const read = part<ReadFigures>('read', 'bods', file);
  const desk = part<DeskFigures>('preview', 'bods', file);
  if (!read || !desk) return;
  console.log(`-- ${count(read.rows)} ownership statements (BODS 0.4), ${(bytes / MEGABYTE).toFixed(0)} MB`);
  report(read.rows, { read, desk }, 'statements');
  if (desk.counts.broken) line('the preview', 'ends with a refusal: more records than one change may have');
  if (theirs)
    line(
      'rival: Python json.load',
      `${theirs.seconds.toFixed(2)} s; memory ${count(theirs.rss)} MB (nothing checked or stored)`,
    );
}

const given = process.argv.slice(2);
const megabytes = given.find((word) => word.startsWith('bods='))?.slice('bods='.length);
const asked = given.filter((word) => !word.startsWith('bods=')).map(Number);
const sizes = asked.length > 0 ? asked : SIZES;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'import-bench-'));
try {
  console.log(`processors ${os.cpus().length}, load ${os.loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
  const measured = sizes.map((rows) => table(folder, rows));
  const [small, large] = [measured[0], measured.at(-1)];
  if (small && large && small !== large) growth(small, large, (sizes.at(-1) ?? 0) / (sizes[0] ?? 1));
  if (Number(megabytes ?? REGISTER_MB) > 0) register(folder, Number(megabytes ?? REGISTER_MB));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
