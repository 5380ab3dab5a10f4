import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';

// What a page that has been taken over would try. Numbers as in security.spec.ts.

const HOME = 'app://waarborg/';

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
