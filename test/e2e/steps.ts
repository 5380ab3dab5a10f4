import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Strong enough for a vault: six words that do not belong together. */
export const PASSPHRASE = 'fiets oranje wolk tractor lantaarn zeester';

/** A field for a secret; its eye button has a name that holds the same word. */
export const secret = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Fills in the first screen and makes the vault; gives the recovery code and leaves it on the screen. */
export async function createVault(page: Page, person = 'Anna de Vries'): Promise<string> {
  await page.getByLabel('Uw naam').fill(person);
  await secret(page, 'Wachtwoordzin').fill(PASSPHRASE);
  await secret(page, 'Wachtwoordzin herhalen').fill(PASSPHRASE);
  await expect(page.getByText('Sterk genoeg voor een kluis.')).toBeVisible();
  await page.getByRole('button', { name: 'Kluis maken' }).click();
  const code = page.getByTestId('recovery-code');
  await expect(code).toBeVisible({ timeout: 60_000 });
  return ((await code.textContent()) ?? '').trim();
}

/** From an empty data folder to the list of cases. */
export async function enterNewVault(page: Page): Promise<void> {
  await createVault(page);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Naar mijn zaken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zaken' })).toBeVisible();
}

/** Goes to a part of the open case by the navigation. */
export async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: 'Onderdelen van de zaak' }).getByRole('link', { name }).click();
}
