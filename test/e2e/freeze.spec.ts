import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('an assessment is frozen with a reason, comes out the same again, and shows what changed since', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Vaststellen');
  await expect(page.getByRole('heading', { name: 'Nog niets vastgesteld' })).toBeVisible();
  await expect(page.locator('[data-blocker="noChallenge"]')).toContainText('NEC-06');
  expect(await violations()).toEqual([]);

  await page.getByRole('button', { name: 'Beoordeling vaststellen' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Beoordeling vaststellen' }).click();
  await expect(drawer.getByText('Geef de vaststelling een naam.')).toBeVisible();
  expect(await violations()).toEqual([]);
  await drawer.getByRole('textbox', { name: 'Naam' }).fill('Risico-inschatting 1');
  await drawer
    .getByRole('textbox', { name: /Waarom u de open punten/ })
    .fill('Het kabinet vergadert vrijdag.');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  const card = page.locator('[data-check="same"]');
  await expect(card).toContainText('Opnieuw berekend: gelijk');
  await expect(card).toContainText('Sindsdien is niets veranderd.');

  await openPart(page, 'Instrumenten');
  await page.locator('[data-rung="INS-06"]').getByRole('button').click();
  await drawer.getByText('Volstaat', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await openPart(page, 'Vaststellen');
  const since = page.getByRole('table', { name: 'Wat is er sindsdien veranderd' });
  await expect(since.getByRole('row', { name: /INS-06/ })).toContainText('Volstaat');
  expect(await violations()).toEqual([]);
});
