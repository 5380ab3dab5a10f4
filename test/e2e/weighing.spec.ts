import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('interests, risks and what to do are weighed beside what was judged elsewhere (PUR-22)', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Afweging');
  await expect(page.getByRole('heading', { level: 1, name: 'Afweging' })).toBeVisible();
  const risks = page.locator('[data-part="risks"]');
  await expect(risks).toContainText('voorwaarde 2 onbepaald');
  await expect(risks.getByRole('note')).toContainText(
    'Voorwaarde 2: invloed van een statelijke actor (CON-2)',
  );
  const response = page.locator('[data-part="response"]');
  await expect(response).toContainText('Nog niet geschreven.');
  expect(await violations()).toEqual([]);

  await response.getByRole('button', { name: 'Schrijven: Weerbaar zijn of optreden' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Opslaan' }).click();
  await expect(drawer.getByText('Schrijf de afweging op.')).toBeVisible();
  expect(await violations()).toEqual([]);
  await drawer.getByRole('textbox', { name: 'Afweging' }).fill('Een verbod brengt geen geld.');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await expect(response).toContainText('Een verbod brengt geen geld.');
  await page.keyboard.press('Control+z');
  await expect(response).toContainText('Nog niet geschreven.');
});
