import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { expect, launch, ROOT, rootEnvironment, test } from '../e2e/fixtures.ts';

test('the window comes back where it was, and nothing else is remembered of it', async ({ userData }) => {
  const bounds = { x: 40, y: 60, width: 900, height: 640 };
  const first = await launch(userData);
  await first.firstWindow();
  await first.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await first.close();
  const kept = JSON.parse(fs.readFileSync(path.join(userData, 'window.json'), 'utf8'));
  expect(kept).toEqual({ ...bounds, maximised: false });

  const second = await launch(userData);
  await second.firstWindow();
  expect(await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
    bounds,
  );
  await second.close();
});

test('a place that no screen has any more is not used', async ({ userData }) => {
  const lost = { x: 90_000, y: 90_000, width: 900, height: 640, maximised: false };
  fs.writeFileSync(path.join(userData, 'window.json'), JSON.stringify(lost));
  const app = await launch(userData);
  await app.firstWindow();
  const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds?.x).toBeLessThan(10_000);
  await app.close();
});

test('a second start on the same data gives way to the first', async ({ app, page, userData }) => {
  await page.title();
  const program = await app.evaluate(({ app: inside }) => inside.getPath('exe'));
  const second = spawn(program, [ROOT, `--user-data-dir=${userData}`], {
    env: rootEnvironment(),
    stdio: 'ignore',
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(app.windows()).toHaveLength(1);
});

test('a demonstration has a data folder of its own, and what it kept is gone when it ends', async () => {
  const app = await _electron.launch({ args: [ROOT, '--demo'], env: rootEnvironment(), cwd: ROOT });
  await app.firstWindow();
  const folder = await app.evaluate(({ app: inside }) => inside.getPath('userData'));
  expect(path.basename(folder)).toMatch(/^waarborg-demo-/);
  const kept = path.join(folder, 'vaults/demo');
  fs.mkdirSync(kept, { recursive: true });
  await app.close();
  await expect.poll(() => fs.existsSync(kept)).toBe(false);
  fs.rmSync(folder, { recursive: true, force: true });
});

test('what nobody caught ends the app with an incident that quotes nothing', async ({ userData }) => {
  const app = await launch(userData);
  await app.firstWindow();
  const ended = once(app.process(), 'exit');
  await app.evaluate(({ dialog }) => {
    dialog.showErrorBox = () => {};
    setTimeout(() => {
      throw new RangeError('Zwaluw B.V.');
    }, 100);
  });
  expect((await ended)[0]).toBe(1);
  const log = fs.readFileSync(path.join(userData, 'logs/incidents.jsonl'), 'utf8');
  expect(JSON.parse(log)).toMatchObject({ where: 'process', error: 'RangeError' });
  expect(log).not.toContain('Zwaluw');
});

test('a page that crashed is written down and opened again', async ({ userData }) => {
  const app = await launch(userData);
  await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return new Promise<void>((resolve) => {
      contents?.once('did-finish-load', () => resolve());
      contents?.forcefullyCrashRenderer();
    });
  });
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.isCrashed())).toBe(
    false,
  );
  const written = (): string => {
    const log = path.join(userData, 'logs/incidents.jsonl');
    return fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
  };
  await expect.poll(written).toMatch(/"where":"page:(crashed|killed)"/);
  await app.close();
});

test('the vault locks when the machine sleeps, when its screen locks and when the menu asks', async ({
  app,
  page,
}) => {
  type Answer = { ok: boolean; value?: { open?: unknown } };
  type World = {
    waarborg: Record<'call' | 'on', Record<string, (given: unknown) => unknown>>;
    why: unknown[];
  };
  const call = (name: string, input: object) =>
    page.evaluate(
      ([asked, given]) => (globalThis as unknown as World).waarborg.call[asked]?.(given) as Promise<Answer>,
      [name, input] as const,
    );
  const credential = { kind: 'passphrase', passphrase: 'kraanvogel lantaarn mosterd 47 zeilboot' };
  const person = { name: 'T. Ester', department: 'EZ' };
  await page.evaluate(() => {
    const world = globalThis as unknown as World;
    world.why = [];
    world.waarborg.on['vault.locked']?.((payload: unknown) => world.why.push(payload));
  });
  expect(
    await call('vault.create', { vault: 'Proef', passphrase: credential.passphrase, ...person }),
  ).toMatchObject({ ok: true });

  const triggers = [
    () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend')),
    () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen')),
    () => app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click()),
  ];
  for (const trigger of triggers) {
    await call('vault.lock', {});
    expect(await call('vault.unlock', { vault: 'Proef', credential })).toMatchObject({ ok: true });
    await page.evaluate(() => (globalThis as unknown as World).why.splice(0));
    await trigger();
    await expect.poll(async () => (await call('app.status', {})).value?.open).toBeNull();
  }
  expect(await page.evaluate(() => (globalThis as unknown as World).why)).toEqual([{ why: 'demand' }]);
});
