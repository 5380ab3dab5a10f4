import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, dialog, powerMonitor, session } from 'electron';
import { shellTexts } from '#shared/i18n/shell.ts';
import type { Compose, Core, Shell } from './core.ts';
import { systemDialogs } from './dialogs.ts';
import { hardenApp, hardenSession } from './hardening.ts';
import { type Incidents, openIncidents } from './incidents.ts';
import { sender, serveCalls } from './ipc.ts';
import { showMenu } from './menu.ts';
import { registerScheme, servePage } from './protocol.ts';
import { openWindow } from './window.ts';

/** In memory: nothing that the page shows or keeps is written to disk. */
const SESSION = 'waarborg';

/** Folder of this run; a demonstration gets a new one, and all that it was given goes away at the end. */
function chooseUserData(demo: boolean): string {
  if (demo && !app.commandLine.hasSwitch('user-data-dir')) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-demo-'));
    app.setPath('userData', folder);
    // Chromium's network process outlives this one and may leave an empty cache behind.
    process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  }
  return app.getPath('userData');
}

/** What nobody caught: written down; after an uncaught exception nothing can be trusted, so the app ends. */
function watchForTrouble(incidents: Incidents, language: () => 'nl' | 'en'): void {
  process.on('uncaughtException', (error) => {
    const incident = incidents.record('process', error);
    console.error(`incident ${incident}`);
    dialog.showErrorBox('Waarborg', shellTexts[language()].fatal.replace('{incident}', incident));
    app.exit(1);
  });
  process.on('unhandledRejection', (reason) => {
    console.error(`incident ${incidents.record('process', reason)}`);
  });
  app.on('child-process-gone', (_event, details) => {
    incidents.record(`child:${details.type}:${details.reason}`, undefined);
  });
}

/** Starts the hardened shell around what `compose` makes. Call it once, as the first thing. */
export function startShell(compose: Compose): void {
  app.setName('Waarborg');
  const demo = app.commandLine.hasSwitch('demo');
  const userData = chooseUserData(demo);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerScheme();
  hardenApp();

  const incidents = openIncidents(path.join(userData, 'logs'));
  let window: BrowserWindow | undefined;
  let core: Core | undefined;
  let language: 'nl' | 'en' = 'nl';
  let lastInput = Date.now();
  const lockers: ((why: 'sleep' | 'demand') => void)[] = [];
  const lock = (why: 'sleep' | 'demand'): void => {
    for (const locker of lockers) locker(why);
  };
  const current = (): BrowserWindow | undefined => (window?.isDestroyed() ? undefined : window);
  watchForTrouble(incidents, () => language);

  const shell: Shell = {
    version: app.getVersion(),
    userData,
    demo,
    dialogs: systemDialogs(current),
    incidents,
    send: sender(current),
    onLock: (locker) => lockers.push(locker),
    idleSeconds: () => Math.floor((Date.now() - lastInput) / 1000),
    language: () => language,
    setLanguage: (next) => {
      language = next;
      showMenu(shellTexts[language], () => lock('demand'));
    },
  };

  const open = async (): Promise<void> => {
    const pages = session.fromPartition(SESSION, { cache: false });
    servePage(pages);
    await Promise.all([hardenSession(pages), hardenSession(session.defaultSession)]);
    shell.setLanguage(language);
    powerMonitor.on('suspend', () => lock('sleep'));
    powerMonitor.on('lock-screen', () => lock('sleep'));
    core = await compose(shell);
    serveCalls(core, incidents, current);
    window = openWindow({ session: pages, userData, developer: !app.isPackaged });
    window.webContents.on('input-event', () => {
      lastInput = Date.now();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      incidents.record(`page:${reason}`, undefined);
      lock('demand');
      window?.webContents.reload();
    });
  };

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    const closing = core;
    if (closing === undefined) return;
    event.preventDefault();
    core = undefined;
    closing
      .close()
      .catch((error: unknown) => incidents.record('close', error))
      .finally(() => app.quit());
  });
  // Not awaited at the top: Electron would wait for this module before it gets ready.
  app.whenReady().then(open);
}
