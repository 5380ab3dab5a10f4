import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { contract } from '#shared/ipc/index.ts';
import { expect, test } from '../e2e/fixtures.ts';

// Numbers are those of the checklist in Electron's own security guide. Point 15 (nothing is opened outside the app) is
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

/** Adds an element to the page and says what becomes of it. */
const added = (page: Page, tag: string, attributes: Record<string, string>) =>
  page.evaluate(
    ([name, given]) =>
      new Promise<string>((resolve) => {
        const element = document.createElement(name);
        element.addEventListener('load', () => resolve('loaded'));
        element.addEventListener('error', () => resolve('refused'));
        document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true });
        for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
        document.body.append(element);
        setTimeout(() => resolve('nothing'), 3_000);
      }),
    [tag, attributes] as const,
  );

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

test.describe('what the page tries in vain', () => {
  test.use({ expectedErrors: [/Content Security Policy|Not allowed|Refused|ERR_|blocked|violat/i] });

  test('13: a page that the window may not go to is not gone to, ours included', async ({ page, app }) => {
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'data:text/html,x',
      'app://elsewhere/',
      `${HOME}assets/`,
    ]) {
      await page.evaluate((target) => {
        location.href = target;
      }, url);
      await page.waitForTimeout(200);
      expect(page.url()).toBe(HOME);
    }
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
    ).toBe(HOME);
  });

  test('7: text does not become code, nor foreign styles', async ({ page }) => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid red }';
      document.body.append(style);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.ran = true');
      document.body.append(button);
      button.click();
      return { script: 'ran' in globalThis, style: getComputedStyle(document.body).outlineWidth === '7px' };
    });
    expect(ran).toEqual({ script: false, style: false });
  });

  test('11, 12, 14: no window, frame, plugin or web view comes of it', async ({ page, app }) => {
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
    expect(await page.evaluate((url) => window.open(url) === null, HOME)).toBe(true);
    await added(page, 'iframe', { src: HOME });
    await added(page, 'object', { data: HOME });
    expect(await added(page, 'webview', { src: HOME, allowpopups: '' })).toBe('nothing');
    // A refused frame stays, empty, and is told apart by its address alone.
    expect(page.frames().filter((frame) => frame.url().startsWith(HOME))).toHaveLength(1);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  test('5: every permission is refused, but that to copy a text', async ({ page }) => {
    const states = await page.evaluate(async () => {
      const asked = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'persistent-storage',
      ];
      const state = async (name: string) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          (status) => status.state as string,
          () => 'denied',
        );
      const refused = (attempt: Promise<unknown>) =>
        attempt.then(
          () => 'granted',
          () => 'denied',
        );
      return [
        ...(await Promise.all(asked.map(state))),
        await Notification.requestPermission(),
        await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
        await refused(navigator.clipboard.readText()),
        await refused(new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, no))),
      ];
    });
    expect(states).toEqual(states.map(() => 'denied'));
    expect(
      await page.evaluate(() =>
        navigator.permissions.query({ name: 'clipboard-write' as PermissionName }).then(({ state }) => state),
      ),
    ).toBe('granted');
  });

  test('nothing that the page or the shell tries reaches a server, not even on this machine', async ({
    page,
    app,
  }) => {
    let connections = 0;
    const server = http.createServer((_request, response) => response.end('reached'));
    server.on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const url = `http://${host}/`;

    const attempts = await page.evaluate(
      async ({ url, host }) => {
        const refused = (attempt: Promise<unknown>) =>
          attempt.then(
            () => 'reached',
            () => 'refused',
          );
        const socket = new Promise((resolve, reject) => {
          const opened = new WebSocket(`ws://${host}/`);
          opened.onopen = resolve;
          opened.onerror = reject;
        });
        const request = new Promise((resolve, reject) => {
          const asked = new XMLHttpRequest();
          asked.onload = resolve;
          asked.onerror = reject;
          asked.open('GET', url);
          asked.send();
        });
        navigator.sendBeacon(url, 'case');
        const form = document.createElement('form');
        form.action = url;
        document.body.append(form);
        form.submit();
        for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'preload', 'stylesheet', 'icon']) {
          const link = document.createElement('link');
          Object.assign(link, { rel, href: url, as: 'fetch' });
          document.head.append(link);
        }
        return [await refused(fetch(url)), await refused(socket), await refused(request)];
      },
      { url, host },
    );
    expect(attempts).toEqual(['refused', 'refused', 'refused']);
    expect(await added(page, 'img', { src: url })).toBe('refused');
    expect(await added(page, 'script', { src: `${url}x.js` })).toBe('refused');

    const inMain = await app.evaluate(async ({ net, session }, target) => {
      const refused = (attempt: Promise<unknown>) =>
        attempt.then(
          () => 'reached',
          () => 'refused',
        );
      return [
        await refused(net.fetch(target)),
        await refused(session.fromPartition('waarborg').fetch(target)),
      ];
    }, url);
    expect(inMain).toEqual(['refused', 'refused']);

    // The counter counts: Node itself, which no rule of Chromium binds, does get through.
    await fetch(url);
    expect(connections).toBe(1);
    await new Promise((resolve) => server.close(resolve));
  });

  test('nothing can be downloaded', async ({ page, userData }) => {
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['case']));
      link.download = 'case.txt';
      document.body.append(link);
      link.click();
    });
    await page.waitForTimeout(500);
    expect(
      fs
        .readdirSync(userData, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.includes('case.txt')),
    ).toEqual([]);
  });
});
