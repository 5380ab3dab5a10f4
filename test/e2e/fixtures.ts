import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import {
  _electron,
  test as base,
  type ConsoleMessage,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** The environment for a start of the app: as root Chromium's sandbox cannot run. */
export function rootEnvironment(): Record<string, string> {
  const set = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return {
    ...Object.fromEntries(set),
    ...(process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
  };
}

/** Starts the built app on a data folder. */
export const launch = (userData: string, args: readonly string[] = []): Promise<ElectronApplication> =>
  _electron.launch({
    args: [ROOT, `--user-data-dir=${userData}`, ...args],
    env: rootEnvironment(),
    cwd: ROOT,
  });

type Options = {
  /** More command-line arguments for the app, such as `--demo`. */
  args: string[];
  /** Messages that a test expects on the console of its page; any other error there fails the test. */
  expectedErrors: RegExp[];
};

type Fixtures = {
  /** An empty data folder of this test alone. */
  userData: string;
  app: ElectronApplication;
  /** The app's window, once its page has loaded. */
  page: Page;
  /** Answers the next open and save dialogs of the system, which no test can click. */
  dialogs: {
    open: (...paths: string[]) => Promise<void>;
    save: (file: string) => Promise<void>;
    cancel: () => Promise<void>;
  };
  /** Finds violations of WCAG 2.2 A and AA in the page as it is now; none is []. */
  violations: () => Promise<string[]>;
};

export const test = base.extend<Fixtures & Options>({
  args: [[], { option: true }],
  expectedErrors: [[], { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs.
  userData: async ({}, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-e2e-'));
    await use(folder);
    fs.rmSync(folder, { recursive: true, force: true });
  },

  app: async ({ userData, args }, use) => {
    const app = await launch(userData, args);
    await use(app);
    await app.close();
  },

  page: async ({ app, userData, expectedErrors }, use) => {
    const page = await app.firstWindow({ timeout: 60_000 });
    const problems: string[] = [];
    const expected = (text: string): boolean => expectedErrors.some((pattern) => pattern.test(text));
    const note = (text: string): void => {
      if (!expected(text)) problems.push(text);
    };
    page.on('pageerror', (error) => note(`page: ${error.stack ?? error.message}`));
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning') note(`console: ${message.text()}`);
    });
    await page.waitForLoadState('load');
    // A notice that fades while the page is looked over would be read at half its contrast.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await use(page);
    const log = path.join(userData, 'logs/incidents.jsonl');
    const incidents = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
    expect({ problems, incidents }).toEqual({ problems: [], incidents: '' });
  },

  dialogs: async ({ app }, use) => {
    const answer = (answers: { filePaths: string[]; filePath: string; canceled: boolean }) =>
      app.evaluate(({ dialog }, given) => {
        dialog.showOpenDialog = async () => ({ canceled: given.canceled, filePaths: given.filePaths });
        dialog.showSaveDialog = async () => ({ canceled: given.canceled, filePath: given.filePath });
      }, answers);
    await use({
      open: (...filePaths) => answer({ filePaths, filePath: '', canceled: false }),
      save: (filePath) => answer({ filePaths: [], filePath, canceled: false }),
      cancel: () => answer({ filePaths: [], filePath: '', canceled: true }),
    });
  },

  violations: async ({ page }, use) => {
    await use(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      // Legacy mode works in this one page; the other opens a second one, which Electron refuses.
      const builder = () =>
        new AxeBuilder({ page })
          .options({ resultTypes: ['violations'] })
          .setLegacyMode(true)
          .withTags(tags);
      // What lies behind a dialog was looked at before it opened, and contrast of thousands of words takes its time.
      const layers: string[] = [];
      for (const layer of ['[role="dialog"]', '[data-portal="true"] [data-position]'])
        if ((await page.locator(layer).count()) > 0) layers.push(layer);
      const opened = layers[0] === '[role="dialog"]' ? layers : [];
      const results = await opened
        .reduce((made, layer) => made.include(layer), builder())
        .analyze()
        .catch((error: unknown) => {
          // It was closing, and is gone: then the page itself is in sight.
          if (!String(error).includes('No elements found for include')) throw error;
          return builder().analyze();
        });
      return results.violations.map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
      );
    });
  },
});

export { expect };
