import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { enterSampleCase, enterSampleVault, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

const card = (page: Page, name: string) => page.getByRole('article', { name });
const choose = async (page: Page, field: string, option: string): Promise<void> => {
  const box = page.getByRole('dialog').getByRole('combobox', { name: field, exact: true });
  await box.click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('each scenario is told in words and stands beside the facts, with a sign for what changes', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Transacties');
  const cards = page.getByRole('list', { name: 'Scenario’s' }).getByRole('article');
  await expect(cards).toHaveCount(6);
  await expect(cards.nth(1)).toContainText('Helion: ronde van december 2026');
  await expect(cards.nth(1)).toContainText('over 28,6% van de stemmen en 28,6% van het kapitaal.');
  await expect(cards.nth(1)).toContainText('Wet vifo 10%, 20% en 25%');
  await expect(card(page, 'Helion met maatregelen')).toContainText('over 0% van de stemmen');
  const table = page.getByRole('table', { name: 'Vergelijking' });
  const founders = table.getByRole('row', { name: /^De Wit/ }).first();
  await expect(founders.getByRole('cell').nth(0)).toHaveText('22%');
  await expect(founders.getByRole('cell').nth(1)).toHaveText('15,7%minder dan nu');
  await expect(table.getByRole('row', { name: /^Staat der Nederlanden/ })).toHaveCount(0);
  expect(await violations()).toEqual([]);

  const shown = page.getByRole('radiogroup', { name: 'Toon' });
  await shown.getByText('Alles').click();
  await expect(table.getByRole('row', { name: /^Staat der Nederlanden/ })).toContainText('24,8%');
  await page.getByRole('radiogroup', { name: 'Weergave' }).getByText('Tabel').click();
  const twin = page.getByRole('table', { name: 'Verdeling van Stemmen per scenario' });
  await expect(twin.getByRole('row', { name: /^Deltahaven/ })).toContainText('0–24,8%');
  expect(await violations()).toEqual([]);
});

test('a scenario is made step by step, refuses debt for the facility, and is undone like any record', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Transacties');
  await page.getByRole('button', { name: 'Nieuw scenario' }).click();
  const form = page.getByRole('dialog');
  await choose(page, 'Soort scenario', 'Belang via de BEV');
  await form.getByRole('button', { name: 'Stap toevoegen' }).click();
  await page.getByRole('menuitem', { name: 'Lening of garantie' }).click();
  await expect(form.getByRole('alert')).toContainText('niet van toepassing (voetnoot 12)');
  await form.getByRole('button', { name: 'Opslaan' }).click();
  await expect(form.getByRole('textbox', { name: 'Naam' })).toBeFocused();
  await expect(form.getByText('Kies een partij.')).toBeVisible();
  expect(await violations()).toEqual([]);

  await form.getByRole('textbox', { name: 'Naam' }).fill('BEV met een gouden aandeel');
  await form.getByRole('button', { name: 'Stap 1 verwijderen' }).click();
  await form.getByRole('button', { name: 'Keten van de Staat toevoegen' }).click();
  for (const kind of ['Recht geven of wegnemen', 'Uitgifte van aandelen']) {
    await form.getByRole('button', { name: 'Stap toevoegen' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
  }
  await choose(page, 'Houder', 'Aparte rechtspersoon BEV');
  await choose(page, 'Recht', 'prioriteitsaandeel');
  await choose(page, 'Investeerder', 'Aparte rechtspersoon BEV');
  await form.getByRole('textbox', { name: 'Bedrag (€)' }).fill('50000000');
  await form.getByRole('textbox', { name: 'Waardering vóór de ronde (€)' }).fill('150000000');
  await form.getByRole('button', { name: 'Stap 2 naar boven' }).click();
  await expect(form.getByRole('button', { name: /^Stap 1: Uitgifte/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);

  const made = card(page, 'BEV met een gouden aandeel');
  await expect(made).toContainText(
    'Aparte rechtspersoon BEV over 25% van de stemmen en 25% van het kapitaal.',
  );
  await expect(made).toContainText('Dat is mogelijk zeggenschap.');
  await page.getByRole('button', { name: /^Ongedaan maken/ }).click();
  await expect(made).toHaveCount(0);
});

test('a case without a company says what to do first', async ({ page, violations }) => {
  await enterSampleVault(page);
  await page.getByRole('button', { name: 'Nieuwe zaak' }).first().click();
  const form = page.getByRole('dialog');
  await form
    .getByLabel(/^(Titel|Naam)/)
    .first()
    .fill('Losse melding');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Onderdelen van de zaak' })).toBeVisible();
  await openPart(page, 'Transacties');
  await expect(page.getByRole('heading', { name: 'Geen onderneming bij deze zaak' })).toBeVisible();
  expect(await violations()).toEqual([]);
});
