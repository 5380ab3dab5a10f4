import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('the necessity challenge says what is missing, and an answer with a reason takes one point away', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Tegenspraak');
  await expect(page.getByRole('heading', { level: 1, name: 'Tegenspraak' })).toBeVisible();
  const gaming = page.locator('[data-part="gaming"]');
  await expect(gaming).toContainText('moment van het verzoek');
  // Who signed a verdict cannot challenge it.
  const necessity = page.locator('[data-verdict="NEC-05"]');
  await expect(necessity).toContainText('U hebt dit oordeel ondertekend.');
  await expect(necessity.getByRole('button')).toHaveCount(0);
  expect(await violations()).toEqual([]);

  const timing = page.locator('[data-check="gaming.timing"]');
  await timing.getByRole('button').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Wel een teken', { exact: true }).click();
  await drawer.getByRole('button', { name: 'Opslaan' }).click();
  await expect(drawer.getByText('Geef een reden.')).toBeVisible();
  expect(await violations()).toEqual([]);
  await drawer.getByRole('textbox', { name: /^Reden/ }).fill('Een week na het voornemen.');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await expect(timing).toContainText('Wel een teken');
  await expect(gaming).not.toContainText('moment van het verzoek');
  await page.keyboard.press('Control+z');
  await expect(gaming).toContainText('moment van het verzoek');
});
