import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { guardCalls } from '#main/bridge.ts';
import type { Core } from '#main/core.ts';
import { openIncidents } from '#main/incidents.ts';
import { action, command, type Entry, event, query } from '#shared/ipc/contract.ts';
import { contract } from '#shared/ipc/index.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bridge-'));
const log = path.join(folder, 'incidents.jsonl');
const incidents = openIncidents(folder);
afterEach(() => fs.rmSync(log, { force: true }));

const small = {
  double: query(z.strictObject({ n: z.int(), note: z.string().default('-') }), z.object({ twice: z.int() })),
  save: command(z.strictObject({ bytes: z.instanceof(Uint8Array) }), z.object({}), { maxBytes: 1_000 }),
  told: event(z.object({ n: z.int() })),
} satisfies Record<string, Entry>;

/** The guarded calls of the small contract, with what reached the handlers. */
function guarded(dispatch: Core['dispatch']) {
  const reached: unknown[] = [];
  const calls = guardCalls(
    small,
    async (name, input) => {
      reached.push([name, input]);
      return dispatch(name, input);
    },
    incidents,
  );
  const call = (name: string, input: unknown, ours = true) => calls.get(name)?.(ours, input);
  return { calls, call, reached };
}

const twice: Core['dispatch'] = async (_name, input) => ({
  ok: true,
  value: { twice: 2 * (input as { n: number }).n, secret: 'not in the contract' },
});

describe('a call over the bridge', () => {
  it('reaches its handler with defaults filled in, and answers what the contract lists and no more', async () => {
    const { call, reached } = guarded(twice);
    expect(await call('double', { n: 21 })).toEqual({ ok: true, value: { twice: 42 } });
    expect(reached).toEqual([['double', { n: 21, note: '-' }]]);
  });

  it('exists for every entry but events', () => {
    expect([...guarded(twice).calls.keys()]).toEqual(['double', 'save']);
  });

  it('is refused to any page but ours, unread', async () => {
    const { call, reached } = guarded(twice);
    expect(await call('double', { n: 21 }, false)).toEqual({ ok: false, error: { code: 'notAllowed' } });
    expect(reached).toEqual([]);
  });

  it('names the place of what is wrong in its input', async () => {
    const { call, reached } = guarded(twice);
    expect(await call('double', { n: 'many' })).toEqual({
      ok: false,
      error: { code: 'badInput', params: { where: 'n', problem: 'invalid_type' } },
    });
    expect(await call('double', { n: 1, more: 2 })).toEqual({
      ok: false,
      error: { code: 'badInput', params: { where: '', problem: 'unrecognized_keys' } },
    });
    expect(reached).toEqual([]);
  });

  it('counts binary input by its bytes', async () => {
    const { call } = guarded(async () => ({ ok: true, value: {} }));
    expect(await call('save', { bytes: new Uint8Array(900) })).toEqual({ ok: true, value: {} });
    expect(await call('save', { bytes: new Uint8Array(1_001) })).toEqual({
      ok: false,
      error: { code: 'tooLarge', params: { maxBytes: 1_000 } },
    });
  });

  it('passes an expected failure on as it is', async () => {
    const { call } = guarded(async () => ({ ok: false, error: { code: 'stale', params: { row: 3 } } }));
    expect(await call('double', { n: 1 })).toEqual({
      ok: false,
      error: { code: 'stale', params: { row: 3 } },
    });
    expect(fs.existsSync(log)).toBe(false);
  });

  it('turns a thrown error into an incident number, and keeps its text out of the answer and the log', async () => {
    const { call } = guarded(async () => {
      throw new RangeError('Dossier Zwaluw B.V.\n    at Zwaluw (Zwaluw.ts:1:1)');
    });
    const answer = await call('double', { n: 1 });
    expect(answer).toEqual({
      ok: false,
      error: { code: 'internal', incident: expect.stringMatching(/^[0-9A-F]{8}$/) },
    });
    const written = fs.readFileSync(log, 'utf8');
    expect(JSON.parse(written)).toMatchObject({
      incident: answer?.ok === false ? answer.error.incident : '',
      where: 'double',
      error: 'RangeError',
      frames: expect.arrayContaining([expect.stringContaining('bridge.test.ts:')]),
    });
    expect(written).not.toContain('Zwaluw');
  });

  it.each([
    ['a value of another form', { ok: true, value: { twice: 'two' } }],
    ['an error code that is not in the list', { ok: false, error: { code: 'oops' } }],
    ['nothing', undefined],
  ])('treats %s from a handler as an incident', async (_what, given) => {
    const { call } = guarded(async () => given as never);
    expect(await call('double', { n: 1 })).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(fs.readFileSync(log, 'utf8')).toContain('BrokenAnswer');
  });
});

/** Places in a schema where an object would let unknown keys pass, as paths. */
function loose(schema: z.core.$ZodType, at: string, seen = new Set<unknown>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { def } = schema._zod;
  if (def.type === 'object') {
    const { catchall, shape } = def as z.core.$ZodObjectDef;
    const own = catchall?._zod.def.type === 'never' ? [] : [at];
    return [...own, ...Object.entries(shape).flatMap(([key, part]) => loose(part, `${at}.${key}`, seen))];
  }
  return Object.values(def).flatMap((part) => {
    const parts: unknown[] = Array.isArray(part) ? part : [part];
    return parts.flatMap((one) =>
      typeof one === 'object' && one !== null && '_zod' in one ? loose(one as z.core.$ZodType, at, seen) : [],
    );
  });
}

describe('the whole contract', () => {
  const calls = Object.entries<Entry>(contract).filter(([, { kind }]) => kind !== 'event');

  it('has calls', () => {
    expect(calls.length).toBeGreaterThan(30);
  });

  it.each(calls)(
    '%s takes an object, and refuses keys that it does not know, at any depth',
    (name, { input }) => {
      expect(input.safeParse({ surprise: 1 }).success).toBe(false);
      expect(loose(input, name)).toEqual([]);
    },
  );

  it('would be caught with a loose object deep inside', () => {
    const inner = z.strictObject({ list: z.array(z.object({ a: z.int() }).optional()).default([]) });
    const entry = action(inner, z.object({}));
    expect(loose(entry.input, 'x')).toEqual(['x.list']);
  });

  it.each(calls)('%s has a limit of size that a window can send without stalling', (_name, { maxBytes }) => {
    expect(maxBytes).toBeGreaterThan(0);
    expect(maxBytes).toBeLessThanOrEqual(64_000_000);
  });
});
