import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifySignature } from '#main/session.ts';
import { discloseEntries } from '#shared/disclosure/entries.ts';
import { entryLine, parseEntryLines } from '#shared/log/lines.ts';
import { digestOp } from '#shared/log/op.ts';
import { type LogEntry, merge, stateDigest, stateOf } from '#shared/log/state.ts';
import type { OpDigest, RecordId } from '#shared/model/ids.ts';
import { isWithin, MARKINGS, type Marking } from '#shared/model/marking.ts';
import { act, LOG } from '../../support/histories.ts';

const recordId = (n: number): RecordId =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordId;

/** Writes one version of a record: its marking, its text, and the record that it points at. */
const write = (entries: LogEntry[], n: number, marking: Marking, text: string, about?: number) =>
  act(entries, 0, (live) => [
    {
      record: recordId(n),
      type: 'note',
      base: live(n) as OpDigest[],
      marking,
      body: { text, ...(about === undefined ? {} : { about: recordId(about) }) },
    },
  ]);

const linesOf = (entries: readonly LogEntry[]): string =>
  entries.map((entry) => `${entryLine(entry)}\n`).join('');
const textsIn = (entries: readonly LogEntry[]): unknown[] =>
  entries.flatMap(({ ops }) => ops.map(({ body }) => body?.text));

describe('a log under a ceiling', () => {
  it('keeps the body of a secret version back, and lets the version go that was declassified', () => {
    const entries: LogEntry[] = [];
    write(entries, 1, 'stgG', 'geheim');
    write(entries, 1, 'open', 'vrijgegeven');
    expect(textsIn(discloseEntries(entries, 'depV'))).toEqual(['vrijgegeven']);
  });

  it('keeps every version back of what was found to be secret afterwards', () => {
    const entries: LogEntry[] = [];
    write(entries, 1, 'open', 'argeloos');
    write(entries, 1, 'stgG', 'geheim');
    expect(textsIn(discloseEntries(entries, 'depV'))).toEqual([]);
    write(entries, 1, 'open', 'geschoond');
    expect(textsIn(discloseEntries(entries, 'depV'))).toEqual(['geschoond']);
  });

  it('keeps back an older version that pointed at what stays, and lets the newer one go', () => {
    const entries: LogEntry[] = [];
    write(entries, 1, 'stgG', 'geheim');
    write(entries, 2, 'open', 'over het geheim', 1);
    write(entries, 2, 'open', 'over niets');
    expect(textsIn(discloseEntries(entries, 'depV'))).toEqual(['over niets']);
  });

  it('says of a withheld body only that it is there: what it held does not show in a single byte', () => {
    const lines = ['kort', 'een heel lang en veelzeggend stuk tekst '.repeat(50)].map((secret) => {
      const entries: LogEntry[] = [];
      write(entries, 2, 'open', 'openbaar');
      write(entries, 1, 'stgZG', secret);
      return linesOf(discloseEntries(entries, 'stgG'));
    });
    expect(lines[0]?.length).toBe(lines[1]?.length);
    expect(lines.join()).not.toMatch(/veelzeggend|stgZG|"kort"/);
    expect(lines[0]).not.toContain(recordId(1));
  });

  const steps = fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 5 }),
      marking: fc.constantFrom(...MARKINGS),
      about: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 14 },
  );

  it('verifies at the receiver, holds nothing above the ceiling, and is complete once the rest is added', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...MARKINGS), (script, ceiling) => {
        const entries: LogEntry[] = [];
        for (const [at, { n, marking, about }] of script.entries())
          write(entries, n, marking, `tekst ${at}`, about);
        const sent = discloseEntries(entries, ceiling);
        const read = parseEntryLines(linesOf(sent), LOG, verifySignature);
        if (!read.ok) throw new Error(read.error.code);
        const kept = new Set(read.value.flatMap(({ ops }) => ops.map(digestOp)));
        for (const { ops } of read.value)
          for (const { marking } of ops) expect(isWithin(marking, ceiling)).toBe(true);
        const hiddenTexts = entries
          .flatMap(({ ops }) => ops)
          .filter((op) => !kept.has(digestOp(op)))
          .map(({ body }) => body?.text);
        for (const text of hiddenTexts) expect(linesOf(sent)).not.toContain(`"${text}"`);
        const whole = merge(stateOf(read.value), stateOf(entries));
        expect(stateDigest(whole)).toBe(stateDigest(stateOf(entries)));
      }),
      { numRuns: 40 },
    );
  });
});
