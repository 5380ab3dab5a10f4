import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('a step stands in the history in words, can be taken back, and the log verifies', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await page.locator('[data-leaf="NEC-06"]').getByRole('link').click();
  await page.getByRole('textbox', { name: 'Argument' }).fill('Nog niet te zeggen.');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-leaf="NEC-06"]')).toContainText('Nog niet te zeggen.');

  await openPart(page, 'Geschiedenis');
  const list = page.getByRole('list', { name: 'Stappen, de nieuwste eerst' });
  const steps = list.getByRole('listitem');
  const newest = steps.filter({ has: page.getByRole('article') }).first();
  await expect(newest).toContainText(
    'Anna de Vries (EZ) heeft een oordeel gegeven: oordeel “Geen strategisch gedrag”',
  );
  await newest.getByText('1 onderdeel bekijken').click();
  await expect(newest.getByRole('table')).toContainText('Nog niet te zeggen.');
  expect(await violations()).toEqual([]);

  await newest.getByRole('button', { name: 'Terugdraaien' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Terugdraaien' }).click();
  await expect(newest).toContainText('een wijziging teruggedraaid');
  await expect(list.getByText('Teruggedraaid', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Logboek controleren' }).click();
  await expect(page.getByTestId('verify-result')).toContainText('Het logboek klopt');
  await page.keyboard.press('Escape');

  await page.getByRole('combobox', { name: 'Soort stap' }).click();
  await page.getByRole('option', { name: 'Oordeel', exact: true }).click();
  await expect(steps.filter({ has: page.getByRole('article') })).toHaveCount(1);
});

test('the case can be looked at as it was known at an earlier step', async ({ page }) => {
  await enterSampleCase(page);
  await page.locator('[data-leaf="NEC-06"]').getByRole('link').click();
  await page.getByRole('textbox', { name: 'Argument' }).fill('Later toegevoegd.');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-leaf="NEC-06"]')).toContainText('Later toegevoegd.');
  await openPart(page, 'Geschiedenis');
  await page.getByRole('button', { name: 'Zaak bekijken zoals toen bekend' }).last().click();
  await expect(page.getByText(/U bekijkt de zaak zoals die bekend was op/)).toBeVisible();
  await expect(page.locator('[data-leaf="NEC-06"]')).toContainText('Nog geen oordeel');
});
