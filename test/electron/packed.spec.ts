import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { _electron } from '@playwright/test';
import { expect, ROOT, rootEnvironment, test } from '../e2e/fixtures.ts';

const RELEASE = path.join(ROOT, 'release');
const PROGRAM = path.join(RELEASE, 'linux-unpacked/waarborg');

const pack = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(ROOT, 'scripts/package.mjs'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
const installed = (name: string): string =>
  fs.readFileSync(path.join(ROOT, 'node_modules/electron', name), 'utf8').trim();

test.describe('the packed app', () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  test.skip(process.platform !== 'linux', 'packs for Linux');
  test.beforeAll(() => {
    const { status, stderr, stdout } = pack();
    expect(status, stdout + stderr).toBe(0);
  });
  test.afterAll(() => fs.rmSync(RELEASE, { recursive: true, force: true }));

  test('16: is made on one exact version of Electron, and is no release on another', () => {
    const { devDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    test.skip(installed('dist/version') === devDependencies.electron, 'the pinned Electron is installed');
    const refused = pack('--release');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`package.json pins ${devDependencies.electron}`);
  });

  test('19: has every fuse as the security guide wants it', async () => {
    const wire = await getCurrentFuseWire(PROGRAM);
    const on = (fuse: FuseV1Options): boolean => String.fromCharCode(Number(wire[fuse])) === '1';
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      browserSnapshot: false,
      filePrivileges: false,
    });
  });

  test('carries no demonstration app, no sources and one addon', () => {
    const files = fs.readdirSync(RELEASE, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => /default_app|\.(ts|tsx|map)$/.test(name))).toEqual([]);
    expect(files.filter((name) => name.endsWith('.node')).map((name) => path.basename(name))).toEqual([
      `linux-${process.arch}.node`,
    ]);
  });

  test('opens its window out of the archive, without developer tools', async ({ userData }) => {
    // Playwright needs the inspector; this copy is thrown away.
    await flipFuses(PROGRAM, {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    const app = await _electron.launch({
      executablePath: PROGRAM,
      args: [`--user-data-dir=${userData}`],
      env: rootEnvironment(),
    });
    const page = await app.firstWindow();
    await expect(page.locator('#root')).not.toBeEmpty();
    const facts = await app.evaluate(({ app: inside, BrowserWindow, Menu }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.openDevTools();
      const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []);
      return {
        packed: inside.isPackaged,
        name: inside.getName(),
        path: inside.getAppPath().split(/[\\/]/).at(-1),
        tools: contents?.isDevToolsOpened(),
        menuTools: items.some(({ role }) => String(role).toLowerCase() === 'toggledevtools'),
      };
    });
    expect(facts).toEqual({
      packed: true,
      name: 'Waarborg',
      path: 'app.asar',
      tools: false,
      menuTools: false,
    });
    await app.close();
  });
});
