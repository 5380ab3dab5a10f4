import { expect, test } from './fixtures.ts';
import { enterNewVault } from './steps.ts';

test('a case is made, renamed, archived and found again', async ({ page, violations }) => {
  await enterNewVault(page);
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Nieuwe zaak' }).click();
  await expect(page.getByRole('radio', { name: 'Geblokkeerde financiering' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Zaak openen', exact: true }).click();
  await expect(page.getByText('Dit veld is verplicht.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Titel van de zaak' }).fill('Kwartsglas Delfzijl');
  await page.getByRole('radio', { name: 'Geblokkeerde financiering' }).check();
  await page.getByRole('textbox', { name: 'Kenmerk' }).fill('EV-2026-101');
  await page.getByRole('textbox', { name: 'Onderneming waar het om gaat' }).fill('Kwartsglas B.V.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('advice')).toHaveText('Nog geen advies');
  await expect(page.getByText('Geblokkeerde financiering')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Kwartsglas B.V.' })).toBeVisible();

  await page.keyboard.press('Alt+0');
  const table = page.getByRole('table', { name: 'Zaken in deze kluis' });
  await expect(table.getByRole('link', { name: /Kwartsglas Delfzijl/ })).toBeVisible();
  expect(await violations()).toEqual([]);

  await page.getByRole('button', { name: 'Acties voor Kwartsglas Delfzijl' }).click();
  await page.getByRole('menuitem', { name: 'Naam wijzigen' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Kwartsglas Eemshaven');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('link', { name: /Kwartsglas Eemshaven/ })).toBeVisible();

  await page.getByRole('textbox', { name: /Zoek op titel/ }).fill('bestaat niet');
  await expect(page.getByText('Niets gevonden dat hieraan voldoet.')).toBeVisible();
  await page.getByRole('textbox', { name: /Zoek op titel/ }).fill('EV-2026');
  await expect(table.getByRole('link', { name: /Kwartsglas Eemshaven/ })).toBeVisible();

  await page.getByRole('button', { name: 'Acties voor Kwartsglas Eemshaven' }).click();
  await page.getByRole('menuitem', { name: 'Archiveren' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archiveren' }).click();
  await expect(page.getByRole('heading', { name: 'Nog geen zaken' })).toBeVisible();
  await page.getByRole('switch', { name: 'Toon gearchiveerde zaken' }).check();
  await expect(table.getByRole('row', { name: /Kwartsglas Eemshaven/ })).toContainText('Gearchiveerd');
});

test('the shortcuts are listed and work without a mouse', async ({ page, violations }) => {
  await enterNewVault(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Sneltoetsen' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Voorbeeldzaak openen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('advice')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Alt+6');
  await expect(page.getByRole('heading', { level: 1, name: 'Transacties' })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(page.getByTestId('advice')).toBeVisible();
});

test('the settings keep language, theme and identity, and the vault is found sound', async ({
  page,
  violations,
}) => {
  await enterNewVault(page);
  await page.getByRole('link', { name: 'Instellingen' }).click();
  await expect(page.getByText('Anna de Vries').first()).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Kluis controleren' }).click();
  await expect(page.getByTestId('vault-report')).toContainText('De kluis is in orde.');
  await page.getByText('Donker').click();
  await page.getByText('English').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
