import { performance } from 'node:perf_hooks';
import type { TextKey } from '#shared/i18n/index.ts';
import type { CliFailure, CliResult } from './failure.ts';
import { secondsText } from './layout.ts';
import type { Terminal } from './terminal.ts';

/** Ends a row of steps: something failed, or a check found what should not be. Never leaves the command. */
export class Broken extends Error {
  readonly finding: TextKey | undefined;
  readonly failure: CliFailure | undefined;
  step = '';
  constructor(why: TextKey | CliFailure) {
    super('a step failed');
    this.finding = typeof why === 'string' ? why : undefined;
    this.failure = typeof why === 'string' ? undefined : why;
  }
}

/** The value, or the end of the row. */
export function must<T>(result: CliResult<T>): T {
  if (!result.ok) throw new Broken(result);
  return result.value;
}

type Step = { readonly step: string; readonly milliseconds: number; readonly text: string };
const NAME_WIDTH = 44;

/** Numbered steps that say what they did and how long it took, each when it is done. */
export function openSteps({ t, lang, say, note }: Terminal) {
  const done: Step[] = [];
  const start = performance.now();
  const line = (mark: string, name: string, milliseconds: number, text: string): string =>
    `${mark.padStart(3)}  ${name.padEnd(NAME_WIDTH)}${secondsText(milliseconds, lang).padStart(9)}  ${text}`.trimEnd();
  return {
    async step<T>(name: string, work: () => Promise<{ value: T; text: string }>): Promise<T> {
      const began = performance.now();
      try {
        const { value, text } = await work();
        const milliseconds = Math.round(performance.now() - began);
        done.push({ step: name, milliseconds, text });
        say(line(String(done.length), name, milliseconds, text));
        return value;
      } catch (error) {
        note(t('cli.demo.failed', { step: name }));
        if (error instanceof Broken) error.step = name;
        throw error;
      }
    },
    steps: (): readonly Step[] => done,
    finish(): number {
      const milliseconds = Math.round(performance.now() - start);
      say('');
      say(line('', t('cli.demo.total'), milliseconds, ''));
      return milliseconds;
    },
  };
}
