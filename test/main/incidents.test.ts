import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openIncidents, safePart } from '#main/incidents.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'incidents-'));
  folders.push(made);
  return path.join(made, 'logs');
};
afterAll(() => {
  for (const made of folders) fs.rmSync(made, { recursive: true });
});

describe('the log of incidents', () => {
  it('keeps class, code and places, never a message or a path', () => {
    const home = '/home/j.devries/geheim';
    const error = Object.assign(
      new TypeError(`no such record: Zwaluw B.V.\n    at Zwaluw (${home}/a.ts:1:2)`),
      {
        code: 'SQLITE_CONSTRAINT',
      },
    );
    error.stack = `TypeError: ${error.message}\n    at saveCase (file://${home}/out/main/main.js:12:34)\n    at async ${home}/out/main/main.js:5:6`;
    expect(safePart(error)).toEqual({
      error: 'TypeError',
      code: 'SQLITE_CONSTRAINT',
      frames: ['saveCase@main.js:12:34', expect.stringContaining('main.js:5:6')],
    });
    expect(JSON.stringify(safePart(error))).not.toMatch(/Zwaluw|devries|geheim/);
  });

  it('keeps nothing of a thrown value that is no error', () => {
    expect(safePart('Zwaluw B.V.')).toEqual({ error: 'string', frames: [] });
  });

  it('leaves out a code that is free text', () => {
    expect(safePart(Object.assign(new Error('x'), { code: 'Zwaluw B.V.' }))).not.toHaveProperty('code');
  });

  it('writes one line an incident, under the number that it gives', () => {
    const at = folder();
    const log = openIncidents(at, () => new Date('2026-03-04T05:06:07.890Z'));
    const numbers = [
      log.record('cases.list', new Error('a')),
      log.record('vault.unlock', new RangeError('b')),
    ];
    const lines = fs.readFileSync(path.join(at, 'incidents.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { incident: numbers[0], time: '2026-03-04T05:06:07.890Z', where: 'cases.list', error: 'Error' },
      { incident: numbers[1], time: '2026-03-04T05:06:07.890Z', where: 'vault.unlock', error: 'RangeError' },
    ]);
    expect(new Set(numbers).size).toBe(2);
  });

  it('keeps two million bytes at most', () => {
    const at = folder();
    fs.mkdirSync(at, { recursive: true });
    const [file, previous] = ['incidents.jsonl', 'incidents.previous.jsonl'].map((name) =>
      path.join(at, name),
    ) as [string, string];
    fs.writeFileSync(previous, 'oldest\n');
    fs.writeFileSync(file, 'x'.repeat(1_000_001));
    openIncidents(at).record('shell', new Error('new'));
    expect(fs.statSync(previous).size).toBe(1_000_001);
    expect(fs.readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
  });
});
