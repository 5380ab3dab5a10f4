import type { Page } from '@playwright/test';
import { contract } from '#shared/ipc/index.ts';
import { expect, test } from '../e2e/fixtures.ts';

// The whole contract through the real bridge: it grows with the contract by itself.

const calls = Object.entries(contract).filter(([, { kind }]) => kind !== 'event');

/** Calls every function of the bridge with what `input` makes for it and gives the codes of the answers. */
const codes = (page: Page, names: readonly string[], input: unknown) =>
  page.evaluate(
    async ([all, given]) => {
      type Answer = { ok: boolean; error?: { code: string } };
      const { call } = (
        globalThis as unknown as { waarborg: { call: Record<string, (input: unknown) => Promise<Answer>> } }
      ).waarborg;
      const answers = await Promise.all(all.map(async (name) => [name, await call[name]?.(given)] as const));
      return Object.fromEntries(answers.map(([name, answer]) => [name, answer?.error?.code ?? 'ok']));
    },
    [names, input] as const,
  );

const all = calls.map(([name]) => name);
const each = (code: string) => Object.fromEntries(all.map((name) => [name, code]));

test('every call refuses what is not its input', async ({ page }) => {
  for (const garbage of [null, 7, 'text', [], [{}], { surprise: 1 }, { __proto__: null, constructor: 1 }]) {
    expect(await codes(page, all, garbage)).toEqual(each('badInput'));
  }
});

test('every call refuses more than it takes, before it reads it', async ({ page }) => {
  for (const [name, { maxBytes }] of calls) {
    const answer = await page.evaluate(
      ([asked, bytes]) => {
        const { call } = (
          globalThis as unknown as {
            waarborg: { call: Record<string, (input: unknown) => Promise<unknown>> };
          }
        ).waarborg;
        return call[asked]?.(new Uint8Array(bytes));
      },
      [name, maxBytes + 1] as const,
    );
    expect(answer, name).toEqual({ ok: false, error: { code: 'tooLarge', params: { maxBytes } } });
  }
});

test('a value that contains itself is refused like any other', async ({ page }) => {
  const answer = await page.evaluate(() => {
    const round: { self?: unknown } = {};
    round.self = round;
    const { call } = (
      globalThis as unknown as { waarborg: { call: Record<string, (input: unknown) => Promise<unknown>> } }
    ).waarborg;
    return call['app.status']?.(round);
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'tooLarge' } });
});
