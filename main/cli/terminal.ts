import { randomBytes } from 'node:crypto';
import { type Lang, type Translate, translator } from '#shared/i18n/index.ts';
import { type Incidents, safePart } from '../incidents.ts';

/** Where a command speaks to a person. Results go to standard output, everything else to standard error. */
export type Terminal = {
  readonly lang: Lang;
  readonly t: Translate;
  /** One JSON document is all that standard output gets; `say` is silent. */
  readonly json: boolean;
  readonly say: (line: string) => void;
  readonly note: (line: string) => void;
  /** Tells a person who waits; silent where nobody looks. */
  readonly busy: (line: string) => void;
  /** Shows the class and place of an unexpected error, never its message, which may quote case content. */
  readonly incidents: Incidents;
  /** Does `work` when the program ends, however it ends, or when the function that is answered is called. */
  readonly atEnd: (work: () => void) => () => void;
  readonly endAll: () => void;
};

export function openTerminal(lang: Lang, json: boolean): Terminal {
  const endings = new Set<() => void>();
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  return {
    lang,
    json,
    t: translator(lang),
    say: (line) => {
      if (!json) process.stdout.write(`${line}\n`);
    },
    note,
    busy: (line) => {
      if (process.stderr.isTTY) note(line);
    },
    incidents: {
      record(where, error) {
        const incident = randomBytes(4).toString('hex').toUpperCase();
        note(JSON.stringify({ incident, where, ...safePart(error) }));
        return incident;
      },
    },
    atEnd(work) {
      const ending = (): void => {
        if (endings.delete(ending)) work();
      };
      endings.add(ending);
      return ending;
    },
    endAll: () => {
      for (const ending of [...endings].reverse()) ending();
    },
  };
}
