import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('indicators show level and range, say why there is no total, and the chart has a table twin', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Indicatoren');
  await expect(page.getByText('Er wordt geen totaal berekend')).toBeVisible();
  await expect(page.getByRole('note', { name: 'Volgens de keten' })).toHaveCount(3);
  await expect(page.getByRole('img', { name: /^Niveau \d van 5/ }).first()).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('radiogroup', { name: 'Profiel' }).getByText('Tabel').click();
  const table = page.getByRole('table', { name: 'Niveaus per indicator en beoordelaar' });
  await expect(table.getByRole('row')).toHaveCount(6);
  await expect(table.getByRole('row').last()).toContainText('Nog gesloten');
  expect(await violations()).toEqual([]);

  // What an aggregation would say stands apart, labelled, with a table for every chart.
  await expect(page.getByTestId('robust-head')).toContainText('van de mogelijke wegingen');
  await page.getByRole('radiogroup', { name: 'Weergave' }).getByText('Tabel').click();
  await expect(page.getByRole('table', { name: 'Verdeling over de klassen' }).getByRole('row')).toHaveCount(
    4,
  );
  await page.getByRole('button', { name: 'Profiel toevoegen' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Naam' }).fill('Alles laag');
  await page.keyboard.press('Control+Enter');
  const ranking = page.getByRole('table', { name: 'Tegenover vergelijkingsprofielen' });
  await expect(ranking.getByRole('row', { name: /Deze zaak/ })).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('a rating outside its own range is refused, and unknown is not a level', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Indicatoren');
  const card = page.locator('[data-indicator="IND-3"]');
  await card.getByRole('button', { name: /waardering/ }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toBeVisible();
  expect(await violations()).toEqual([]);
  await drawer.getByRole('radio', { name: /^2\./ }).check();
  await drawer.getByRole('combobox', { name: 'Laagst verdedigbaar' }).click();
  await page.getByRole('option', { name: '4' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(drawer.getByText('Het niveau moet binnen de bandbreedte liggen.').first()).toBeVisible();
  await drawer.getByRole('radio', { name: 'Onbekend' }).check();
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await expect(card).toContainText('Dat is iets anders dan laag.');
});

test('analysts add an indicator with its reason and scale, and rate it like the others', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Indicatoren');
  await page.getByRole('button', { name: 'Indicator toevoegen' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Opslaan' }).click();
  await expect(drawer.getByText('Vul dit veld in.').first()).toBeVisible();
  expect(await violations()).toEqual([]);
  await drawer.getByRole('textbox', { name: 'Naam' }).fill('Testlocatie');
  await drawer.getByRole('textbox', { name: 'Vraag' }).fill('Is er één plaats waar getest kan worden?');
  await drawer.getByRole('textbox', { name: /Waarom deze indicator/ }).fill('Er is maar één stralingslab.');
  for (const level of [1, 2, 3, 4, 5])
    await drawer.getByRole('textbox', { name: `Wat niveau ${level} betekent` }).fill(`niveau ${level}`);
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  const card = page.locator('[data-indicator="OWN-Testlocatie"]');
  await expect(card).toContainText('Is er één plaats waar getest kan worden?');
  await page.keyboard.press('Control+z');
  await expect(card).toHaveCount(0);
});
