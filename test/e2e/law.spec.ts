import { expect, test } from './fixtures.ts';
import { enterSampleCase, enterSampleVault, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('the law is read as of a day, says what it suggests, and an answer changes that and is undone', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Wettelijk kader');
  const head = page.getByTestId('legal-scope');
  await expect(head).toHaveText('Onder 2 investeringstoetsen');
  const historical = page.locator('[data-case="SC-3"]');
  await expect(historical).toContainText('Voldaan');
  expect(await violations()).toEqual([]);

  const vifo = page.locator('[data-law="vifo-control"]');
  await vifo.locator('summary').click();
  await expect(vifo).toContainText('Stb. 2023, 172');
  await expect(vifo.getByRole('link', { name: /Sensitieve technologie/ }).first()).toBeVisible();
  await head.scrollIntoViewIfNeeded();
  expect(await violations()).toEqual([]);

  const blocked = page.locator('[data-case="SC-4"]');
  await expect(blocked).toContainText('Onbepaald');
  const wanted = page.getByRole('table', { name: 'Uit te zoeken' });
  await wanted
    .getByRole('row', { name: /Raakt de onderneming/ })
    .getByRole('button')
    .click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('radio', { name: 'Niet voldaan' }).check();
  await drawer.getByRole('textbox', { name: /Argument/ }).fill('De bank verlengt het krediet tot 2028.');
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await expect(blocked).toContainText('Niet voldaan');
  await expect(blocked).toContainText('Uw oordeel wijkt af van het voorstel');
  await page.keyboard.press('Control+z');
  await expect(blocked).toContainText('Onbepaald');

  await page.getByRole('textbox', { name: 'Peildatum' }).fill('31-5-2023');
  await page.keyboard.press('Enter');
  await expect(head).toHaveText('Buiten elke investeringstoets');
});

test('without a company the screen says what to do', async ({ page, violations }) => {
  await enterSampleVault(page);
  await page.getByRole('button', { name: 'Nieuwe zaak' }).click();
  await page.getByRole('textbox', { name: 'Titel van de zaak' }).fill('Zonder onderneming');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('advice')).toBeVisible();
  await openPart(page, 'Wettelijk kader');
  await expect(page.getByRole('heading', { name: 'Nog geen onderneming' })).toBeVisible();
  expect(await violations()).toEqual([]);
});
