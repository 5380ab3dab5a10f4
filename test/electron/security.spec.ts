import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { contract } from '#shared/ipc/index.ts';
import { expect, test } from '../e2e/fixtures.ts';

// Numbers, here and in attempts.spec.ts, are those of the checklist in Electron's own security guide. Point 15 (nothing is opened outside the app) is
// a rule of test/boundaries, 16 and 19 (version and fuses) are checked on the packed app in packed.spec.ts.

const ROOT = path.resolve(import.meta.dirname, '../..');
const HOME = 'app://waarborg/';

/** What our protocol answers to this URL, asked in main: the page itself may not connect to anything. */
const served = (app: ElectronApplication, url: string) =>
  app.evaluate(async ({ session }, asked) => {
    const response = await session.fromPartition('waarborg').fetch(asked);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  }, url);

test('1, 18: all of the page comes from the app, by its own protocol', async ({ page }) => {
  const urls = await page.evaluate(() => [
    location.href,
    ...performance.getEntriesByType('resource').map(({ name }) => name),
  ]);
  expect(urls.filter((url) => !url.startsWith(HOME))).toEqual([]);
  expect(urls).toContain(HOME);
});

test('2, 20: the page knows nothing of Node or Electron but the functions of the contract', async ({
  page,
}) => {
  const seen = await page.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown>;
    const bridge = world.waarborg as Record<string, Record<string, unknown>>;
    const functions = (part: Record<string, unknown> = {}) =>
      Object.entries(part).map(([name, value]) =>
        typeof value === 'function' ? name : `${name}: ${typeof value}`,
      );
    return {
      node: [
        'require',
        'module',
        'process',
        'Buffer',
        'global',
        'electron',
        'ipcRenderer',
        '__dirname',
      ].filter((name) => name in world),
      bridge: Object.keys(bridge),
      call: functions(bridge.call).sort(),
      on: functions(bridge.on).sort(),
    };
  });
  const names = (event: boolean) =>
    Object.entries(contract)
      .filter(([, { kind }]) => (kind === 'event') === event)
      .map(([name]) => name)
      .sort();
  expect(seen).toEqual({ node: [], bridge: ['call', 'on'], call: names(false), on: names(true) });
});

test('2, 3, 4, 6, 8, 9, 10, 11: the window is opened with every guard on', async ({ app, page }) => {
  await page.title();
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
  // Electron leaves these out when they are off.
  const off = [
    'nodeIntegrationInWorker',
    'plugins',
    'spellcheck',
    'navigateOnDragDrop',
    'enableBlinkFeatures',
  ];
  expect(off.filter((name) => preferences[name])).toEqual([]);
});

test('3: the page cannot change the bridge, nor reach the preload through its own objects', async ({
  page,
}) => {
  const answer = await page.evaluate(async () => {
    type Call = Record<string, (input: unknown) => Promise<unknown>>;
    const world = globalThis as unknown as { waarborg: { call: Call } };
    const forged = async () => 'forged';
    const attempts = [
      () => Object.assign(world, { waarborg: { call: { 'vault.strength': forged } } }),
      () => Object.assign(world.waarborg, { call: { 'vault.strength': forged } }),
      () => Object.assign(world.waarborg.call, { 'vault.strength': forged }),
    ];
    const refused = attempts.map((attempt) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    });
    Object.fromEntries = () => ({ 'vault.strength': forged });
    return [refused, await world.waarborg.call['vault.strength']?.({ wrong: true })];
  });
  expect(answer).toMatchObject([[true, true, true], { ok: false, error: { code: 'badInput' } }]);
});

test('7: the policy is a header, with a new nonce at every load, and allows the app alone', async ({
  app,
  page,
}) => {
  await page.title();
  const [first, second] = [await served(app, HOME), await served(app, HOME)];
  const policy = first.headers['content-security-policy'] ?? '';
  const nonce = /'nonce-([^']{20,})'/.exec(policy)?.[1] ?? 'none';
  expect(policy.replace(nonce, 'N')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data: blob:; font-src 'self'; " +
      "worker-src 'self'; connect-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; " +
      "frame-ancestors 'none'",
  );
  expect(first.body).toContain(`nonce="${nonce}"`);
  expect(second.headers['content-security-policy']).not.toBe(policy);
  expect(first.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
});

test('18: the protocol serves the built page and no other file', async ({ app, page }) => {
  await page.title();
  const beside = ['package.json', 'out/main/main.js', 'out/preload/preload.cjs'].filter((name) =>
    fs.existsSync(path.join(ROOT, name)),
  );
  expect(beside).toHaveLength(3);
  const asked = [
    '../main/main.js',
    '%2e%2e/main/main.js',
    '..%2fmain%2fmain.js',
    '..%5c..%5cpackage.json',
    '%00',
    '%',
    'nothing.js',
    'assets',
  ];
  const answers = await Promise.all(asked.map((name) => served(app, `${HOME}${name}`)));
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
    asked.map(() => ({ status: 404, body: '' })),
  );
  expect((await served(app, 'app://elsewhere/index.html')).status).toBe(404);
});

test('17: another window on our own page gets no answers', async ({ app, page }) => {
  await page.title();
  const answer = await app.evaluate(
    async ({ BrowserWindow, session }, preload) => {
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, session: session.fromPartition('waarborg'), sandbox: true },
      });
      await other.loadURL('app://waarborg/');
      const given = await other.webContents.executeJavaScript("waarborg.call['app.status']({})");
      other.destroy();
      return given;
    },
    path.join(ROOT, 'out/preload/preload.cjs'),
  );
  expect(answer).toEqual({ ok: false, error: { code: 'notAllowed' } });
});

test('the menu has nothing that reloads the page or forgets what was typed', async ({ app, page }) => {
  await page.title();
  const roles = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) =>
      (submenu?.items ?? []).map(({ role }) => String(role ?? '')),
    ),
  );
  expect(roles.filter((role) => /reload|close/i.test(role))).toEqual([]);
  expect(roles).toContain('zoomin');
});
