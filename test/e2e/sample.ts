import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, launch } from './fixtures.ts';
import { enterNewVault, PASSPHRASE, secret } from './steps.ts';

/** The data folder with the sample case that the tests of this worker start from; made once, through the window. */
let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-e2e-sample-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const app = await launch(folder);
  const page = await app.firstWindow({ timeout: 60_000 });
  await enterNewVault(page);
  await page.getByRole('button', { name: 'Voorbeeldzaak openen' }).click();
  await expect(page.getByTestId('advice')).toBeVisible({ timeout: 60_000 });
  await app.close();
  return folder;
}

/** For `test.use({ userData: withSample })`: a data folder of the test alone whose vault holds the sample case. */
// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs.
export async function withSample({}, use: (folder: string) => Promise<void>): Promise<void> {
  made ??= make();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-e2e-'));
  fs.cpSync(await made, folder, { recursive: true });
  await use(folder);
  fs.rmSync(folder, { recursive: true, force: true });
}

/** From the locked vault of `withSample` to the list of cases. */
export async function enterSampleVault(page: Page): Promise<void> {
  await secret(page, 'Wachtwoordzin').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Zaken' })).toBeVisible({ timeout: 60_000 });
}

/** From the locked vault of `withSample` to the overview of its case. */
export async function enterSampleCase(page: Page): Promise<void> {
  await enterSampleVault(page);
  await page.getByRole('table', { name: 'Zaken in deze kluis' }).getByRole('link').first().click();
  await expect(page.getByTestId('advice')).toBeVisible({ timeout: 60_000 });
}
