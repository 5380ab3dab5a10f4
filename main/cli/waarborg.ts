import { run } from './run.ts';

let ended = false;
let endAll = (): void => undefined;

/** 128 and the signal's number, as shells count. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
for (const [signal, code] of Object.entries(SIGNALS))
  process.on(signal, () => {
    // A terminal's Ctrl-C comes twice: by itself and by the program that started this one.
    if (ended) return;
    ended = true;
    endAll();
    process.exit(code);
  });

// Whoever reads our output may stop before the end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  endAll();
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2), (terminal) => {
  endAll = terminal.endAll;
});
