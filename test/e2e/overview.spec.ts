import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';

test.use({ userData: withSample });

test('the sample case shows its six gates, what is open and why', async ({ page, violations }) => {
  await enterSampleCase(page);
  const strip = page.getByRole('navigation', { name: 'Stand van de poorten' });
  await expect(strip.getByRole('button')).toHaveCount(6);
  await expect(page.getByTestId('advice')).toHaveText('Nog geen advies');
  await expect(page.getByRole('heading', { name: /vragen open/ })).toBeVisible();
  await expect(page.locator('[data-leaf="CON-2"]')).toContainText('Onbepaald');
  await expect(page.locator('[data-leaf="STR-2"]')).toContainText('Voldaan');
  expect(await violations()).toEqual([]);
});

test('a verdict without evidence does not open a gate, with evidence it does, and undo takes it back', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  const leaf = page.locator('[data-leaf="NEC-06"]');
  await expect(leaf).toContainText('Nog geen oordeel');
  await leaf.getByRole('link').click();
  const drawer = page.getByRole('dialog', { name: 'Geen strategisch gedrag' });
  await expect(drawer).toBeVisible();
  expect(await violations()).toEqual([]);
  await drawer.getByRole('radio', { name: 'Voldaan', exact: true }).check();
  await drawer
    .getByRole('textbox', { name: 'Argument' })
    .fill('Het verzoek kwam vóór het bod en niets is afgewezen.');
  await page.keyboard.press('Control+Enter');
  await expect(leaf).toContainText('Bewijs ontbreekt');
  await expect(leaf).toContainText('dat telt nog niet mee');

  await leaf.getByRole('link').click();
  await drawer.getByRole('combobox', { name: 'Bron of feit toevoegen' }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Control+Enter');
  await expect(leaf).toContainText('1 bewijsstuk');
  await expect(leaf.getByText('Voldaan', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: /^Ongedaan maken: een oordeel gegeven/ }).click();
  await expect(leaf).toContainText('Bewijs ontbreekt');
  await page.keyboard.press('Control+z');
  await expect(leaf).toContainText('Nog geen oordeel');
  await page.keyboard.press('Control+Shift+Z');
  await expect(leaf).toContainText('Bewijs ontbreekt');

  await page.keyboard.press('Control+z');
  await expect(leaf).toContainText('Nog geen oordeel');
  await leaf.getByRole('link').click();
  await drawer.getByRole('textbox', { name: 'Argument' }).fill('Opnieuw bekeken na het ongedaan maken.');
  await page.keyboard.press('Control+Enter');
  await expect(leaf).toContainText('Opnieuw bekeken na het ongedaan maken.');
});

test('typed text is not lost by a slip of Escape', async ({ page }) => {
  await enterSampleCase(page);
  await page.locator('[data-leaf="CON-2"]').getByRole('link').first().click();
  await expect(page.getByRole('note', { name: 'Volgens de zeggenschap' })).toContainText('zeggenschap');
  const argument = page.getByRole('textbox', { name: 'Argument' });
  await argument.fill('Half af');
  await page.keyboard.press('Escape');
  await expect(page.getByText('U hebt wijzigingen die nog niet zijn opgeslagen.')).toBeVisible();
  await page.getByRole('button', { name: 'Annuleren' }).last().click();
  await expect(argument).toHaveValue('Half af');
});

test('looking at another day says so and turns editing off', async ({ page }) => {
  await enterSampleCase(page);
  await page.getByRole('button', { name: 'Tijdstip' }).click();
  await page.getByRole('textbox', { name: 'Geldig op' }).fill('3 maart 2021');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Bekijken' }).click();
  await expect(page.getByText('U bekijkt wat gold op 3 maart 2021. Bewerken kan niet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Gegevens van de zaak bewerken' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Terug naar nu' }).click();
  await expect(page.getByRole('button', { name: 'Gegevens van de zaak bewerken' })).toBeVisible();
});

test('the dossier leaves as a PDF in the language that is chosen', async ({
  page,
  dialogs,
  userData,
  violations,
}) => {
  await enterSampleCase(page);
  const file = path.join(userData, 'dossier.pdf');
  await dialogs.save(file);
  await page.getByRole('button', { name: 'Dossier als PDF maken' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dossier als PDF' });
  await expect(dialog).toBeVisible();
  expect(await violations()).toEqual([]);
  await dialog.getByText('English').click();
  await dialog.getByRole('button', { name: 'Dossier als PDF maken' }).click();
  await expect(page.getByText(/dossier\.pdf is opgeslagen/)).toBeVisible({ timeout: 150_000 });
  expect(fs.readFileSync(file).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

test('the facts of the case can be edited', async ({ page, violations }) => {
  await enterSampleCase(page);
  await page.getByRole('button', { name: 'Gegevens van de zaak bewerken' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('textbox', { name: 'Beoordeeld onderdeel' }).fill('Alleen de foundry.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Alleen de foundry.')).toBeVisible();
});
