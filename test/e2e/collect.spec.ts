import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('the collection plan starts with what settles most, and an item is assigned and done', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Uitzoekplan');
  const item = page.locator('[data-item="leaf:NEC-06"]');
  await expect(page.locator('[data-item]').first()).toContainText('Legt vast: het advies');
  await expect(item).toContainText('Nog niet toegewezen');
  expect(await violations()).toEqual([]);

  await item.getByRole('button').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Opslaan' }).click();
  await expect(drawer.getByText('Vul in wie het uitzoekt.')).toBeVisible();
  expect(await violations()).toEqual([]);
  await drawer.getByRole('textbox', { name: /^Wie zoekt het uit/ }).fill('Bram Visser');
  await drawer.getByRole('textbox', { name: 'Uiterlijk' }).fill('1 januari 2020');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await expect(item).toHaveAttribute('data-state', 'late');

  await item.getByRole('button').click();
  await drawer.getByRole('checkbox', { name: 'Gedaan' }).check();
  await page.keyboard.press('Control+Enter');
  await expect(item).toContainText('Gedaan');
  await page.getByRole('checkbox', { name: 'Alleen wat nog niet gedaan is' }).check();
  await expect(item).toHaveCount(0);
  expect(await violations()).toEqual([]);
});
