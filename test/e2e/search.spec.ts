import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';

test.use({ userData: withSample });

test('search finds a party by the beginning of a word and goes there, by keyboard alone', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Zoek in feiten, partijen, bronnen en notities' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('option', { name: 'Dossier' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await field.fill('staatshold');
  const hit = page.getByRole('option', { name: /Staatsholding Zoravië/ }).first();
  await expect(hit.locator('mark').first()).toHaveText('Staatsholding');
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Staatsholding Zoravië' })).toBeVisible();
});

test('what is typed is text, never query syntax or markup', async ({ page }) => {
  await enterSampleCase(page);
  await page.keyboard.press('Control+p');
  const field = page.getByRole('combobox', { name: 'Zoek in feiten, partijen, bronnen en notities' });
  for (const text of ['"', '* OR NEAR(', '<img src=x onerror=alert(1)>', 'xyzxyzxyz']) {
    await field.fill(text);
    await expect(page.getByText(/^Niets gevonden\. /)).toBeVisible();
  }
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
});

test('the search field also leads to the parts of the case and to settings', async ({ page }) => {
  await enterSampleCase(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('instell');
  await expect(page.getByRole('option', { name: 'Instellingen' })).toBeVisible();
  await page.getByRole('option', { name: 'Instellingen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Instellingen' })).toBeVisible();
});
