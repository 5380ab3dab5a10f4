import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrowserWindow, type Session, screen } from 'electron';
import { z } from 'zod';
import { HOME } from './protocol.ts';

const Placement = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(800).max(20_000),
  height: z.int().min(600).max(20_000),
  maximised: z.boolean(),
});
type Placement = z.infer<typeof Placement>;

const PRELOAD = path.join(path.dirname(fileURLToPath(import.meta.url)), '../preload/preload.cjs');

/** Where the window was last time; undefined when there is no such place any more. */
function remembered(file: string): Placement | undefined {
  let found: unknown;
  try {
    found = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
  const { data } = Placement.safeParse(found);
  if (data === undefined) return undefined;
  const { workArea } = screen.getDisplayMatching(data);
  const visible =
    data.x < workArea.x + workArea.width &&
    data.x + data.width > workArea.x &&
    data.y >= workArea.y &&
    data.y < workArea.y + workArea.height;
  return visible ? data : undefined;
}

/** Keeps size and place, and nothing of what the window shows. */
function remember(window: BrowserWindow, file: string): void {
  const placement: Placement = { ...window.getNormalBounds(), maximised: window.isMaximized() };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(placement));
}

/** Opens the one window of the app on its page, in a session that writes nothing to disk. */
export function openWindow(options: {
  readonly session: Session;
  readonly userData: string;
  readonly developer: boolean;
}): BrowserWindow {
  const file = path.join(options.userData, 'window.json');
  const { maximised = false, ...bounds } = remembered(file) ?? { width: 1360, height: 860 };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 600,
    title: 'Waarborg',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: PRELOAD,
      session: options.session,
      devTools: options.developer,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      webgl: false,
      plugins: false,
      spellcheck: false,
      safeDialogs: true,
      navigateOnDragDrop: false,
      enableWebSQL: false,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => remember(window, file));
  void window.loadURL(HOME);
  return window;
}
