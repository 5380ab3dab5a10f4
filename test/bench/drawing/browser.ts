import fs from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Moved, Opened, Phase } from './page.ts';

declare const window: {
  readonly bench: {
    readonly prepare: (name: string, n: number, m: number) => Promise<void>;
    readonly open: () => Promise<Opened>;
    readonly move: (phase: Phase, seconds: number) => Promise<Moved>;
  };
};

/** `rate`: frames a second; `cpu`: milliseconds of processor time for each, all threads of page and compositor. */
export type Rate = { readonly rate: number; readonly cpu: number; readonly images: number };
export type Measured = {
  /** Milliseconds to the first frame, by the clock and of processor time. */
  readonly first: number;
  readonly firstCpu: number;
  readonly phases: Readonly<Record<Phase, Rate>>;
};

export const PHASES: readonly Phase[] = ['pan', 'zoom', 'near'];

/** A window of Electron without a graphics processor, whose frames wait for no screen. */
async function start(folder: string): Promise<{ app: ElectronApplication; page: Page }> {
  const set = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const app = await _electron.launch({
    args: [
      path.join(import.meta.dirname, 'window.mjs'),
      `--user-data-dir=${fs.mkdtempSync(path.join(folder, 'profile-'))}`,
      '--disable-gpu',
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
    ],
    env: {
      ...Object.fromEntries(set),
      WAARBORG_BENCH_PAGE: path.join(folder, 'page/index.html'),
      ...(process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
    },
  });
  const page = await app.firstWindow();
  page.on('pageerror', (error) => console.error(`page: ${error.stack ?? error.message}`));
  await page.waitForFunction(() => 'bench' in window);
  return { app, page };
}

/** Milliseconds of processor time of the page and of the compositor since they began. */
const cpuOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ app: own }) =>
    own
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab' || type === 'GPU')
      .reduce((sum, { cpu }) => sum + 1000 * (cpu.cumulativeCPUUsage ?? Number.NaN), 0),
  );

/** Frames that the compositor drew while something was done, by its own trace. */
async function traced<T>(
  app: ElectronApplication,
  file: string,
  work: () => Promise<T>,
): Promise<{ answer: T; frames: number }> {
  await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ['viz'] }));
  const answer = await work();
  await app.evaluate(({ contentTracing }, to) => contentTracing.stopRecording(to), file);
  const { traceEvents } = JSON.parse(fs.readFileSync(file, 'utf8')) as { traceEvents: { name: string }[] };
  return { answer, frames: traceEvents.filter(({ name }) => name === 'Display::DrawAndSwap').length };
}

/** Opens one drawing of a network in a window of its own and moves it, so many seconds for each way. */
export async function measure(
  folder: string,
  name: string,
  [n, m]: readonly [number, number],
  seconds: number,
): Promise<Measured> {
  const { app, page } = await start(folder);
  try {
    await page.evaluate(([what, cards, links]) => window.bench.prepare(what, cards, links), [
      name,
      n,
      m,
    ] as const);
    const before = await cpuOf(app);
    const opened = await page.evaluate(() => window.bench.open());
    const firstCpu = (await cpuOf(app)) - before;
    if (opened.cards !== n || opened.links !== m)
      throw new Error(`${name} draws ${opened.cards} cards and ${opened.links} lines, not ${n} and ${m}`);
    const phases: Partial<Record<Phase, Rate>> = {};
    for (const phase of PHASES) {
      const begun = await cpuOf(app);
      const { answer, frames } = await traced(app, path.join(folder, 'trace.json'), () =>
        page.evaluate(([what, long]) => window.bench.move(what, long), [phase, seconds] as const),
      );
      const cpu = ((await cpuOf(app)) - begun) / frames;
      phases[phase] = { rate: frames / answer.seconds, cpu, images: answer.images / answer.seconds };
      if (process.env.WAARBORG_BENCH_SHOTS !== undefined)
        await page.screenshot({ path: path.join(process.env.WAARBORG_BENCH_SHOTS, `${name}-${phase}.png`) });
    }
    return { first: opened.milliseconds, firstCpu, phases: phases as Record<Phase, Rate> };
  } finally {
    await app.close();
  }
}
