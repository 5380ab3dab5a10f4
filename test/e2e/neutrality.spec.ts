import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('the country is swapped and changes nothing abroad; options stand with the lightest intervention first', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Tegenspraak');
  await page.getByRole('tab', { name: 'Neutraliteit en proportionaliteit' }).click();
  await expect(page.locator('[data-swap="same"]')).toContainText('Geen enkele uitkomst verandert');
  await expect(page.locator('[data-principle="PUR-19"]')).toBeVisible();
  await expect(page.locator('[data-option]').first()).toBeVisible();
  expect(await violations()).toEqual([]);

  await page.getByRole('combobox', { name: 'In plaats daarvan' }).click();
  await page.getByRole('option', { name: /^Nederland/ }).click();
  const swapped = page.getByRole('table', { name: 'Verwissel het land' });
  await expect(swapped.getByRole('row', { name: /volgens de feiten/ })).toContainText('Uitgesloten');
  expect(await violations()).toEqual([]);
  await page.getByRole('combobox', { name: 'In plaats daarvan' }).click();
  await page.getByRole('option', { name: /^XZ/ }).click();
  await expect(page.getByText('Kies twee verschillende landen.')).toBeVisible();
});
