import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const runs = (program: string, ...args: string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const checker = path.resolve(import.meta.dirname, '../../../../shared/tools/verapdf/veracheck');

/** Poppler's reader of text; its tests are skipped where it is not installed. */
export const hasPdfToText = runs('pdftotext', '-v');
/** The veraPDF checker beside the repository, and the Java that it needs. */
export const hasVeraCheck = fs.existsSync(checker) && runs('java', '-version');

const withFile = <T>(bytes: Uint8Array, use: (file: string) => T): T => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-pdf-'));
  try {
    const file = path.join(folder, 'document.pdf');
    fs.writeFileSync(file, bytes);
    return use(file);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
};

/** A run of half a minute is over before Java's second compiler has paid for itself: half the processor time. */
const SHORT_RUN = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/** The text of every page, as another reader sees it. */
export const pagesOf = (bytes: Uint8Array): string[] =>
  withFile(bytes, (file) =>
    execFileSync('pdftotext', ['-layout', file, '-'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
    .split('\f')
    .slice(0, -1);

/** "PASS", or what is wrong, of each document by its name; the checker starts once for all of them. */
export const veraChecks = (
  documents: Iterable<readonly [string, Uint8Array]>,
  flavour: 'ua1' | '3a',
): Record<string, string> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-pdf-'));
  try {
    const files = [...documents].map(([name, bytes]) => {
      const file = path.join(folder, `${name}.pdf`);
      fs.writeFileSync(file, bytes);
      return file;
    });
    // It ends with 1 when a document fails; what it said counts.
    const { stdout, stderr } = spawnSync(checker, [flavour, ...files], {
      encoding: 'utf8',
      env: { ...process.env, JAVA_TOOL_OPTIONS: SHORT_RUN },
    });
    const lines = stdout.split('\n').map((line) => line.split('\t'));
    return Object.fromEntries(
      files.map((file) => {
        const [verdict = stderr, rules = ''] = lines.find((line) => line.at(-1) === file) ?? [];
        return [path.basename(file, '.pdf'), verdict === 'PASS' ? verdict : `${verdict} ${rules}`];
      }),
    );
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
};
