import { spawnSync } from 'node:child_process';

/** Seconds of processor time of this process, all its threads together. */
export const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

export type Times = { readonly least: number; readonly median: number };

export function timesOf(seconds: readonly number[]): Times {
  const sorted = [...seconds].sort((a, b) => a - b);
  return { least: sorted[0] ?? Number.NaN, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
}

/** Short work is done again and again for so many seconds: other work on the machine only ever adds. */
const ENOUGH = 1;

/** Runs `work` once unmeasured, then at least so many times and for a second; the last answer. */
export function timed<T>(runs: number, work: () => T): { readonly times: Times; readonly answer: T } {
  let answer = work();
  const seconds: number[] = [];
  const begun = cpu();
  for (let run = 0; run < runs || cpu() - begun < ENOUGH; run++) {
    const start = cpu();
    answer = work();
    seconds.push(cpu() - start);
  }
  return { times: timesOf(seconds), answer };
}

/** The first Python that has these modules; undefined, with a word about it, where there is none. */
export function pythonWith(...modules: readonly string[]): string | undefined {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { status } = spawnSync(python, ['-c', `import ${modules.join(', ')}`]);
    if (status === 0) return python;
  }
  console.log(
    `no rival: no python3 with ${modules.join(', ')} (Debian: ${modules.map((name) => `python3-${name}`).join(' ')})`,
  );
  return undefined;
}
