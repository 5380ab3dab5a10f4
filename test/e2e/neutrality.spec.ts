import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('the country is swapped and changes nothing abroad; options stand with the lightest intervention first; an indicator is rated with names hidden', async ({
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

  // An indicator is rated with names hidden, over the whole window, and stands beside the open level.
  await page.getByRole('button', { name: 'Gemaskeerd waarderen' }).click();
  const screen = page.getByRole('dialog');
  await screen.getByRole('combobox', { name: 'Bron of feit toevoegen' }).fill('Investeerder A');
  await page.getByRole('option', { name: 'Uittreksel handelsregister Investeerder A' }).click();
  await expect(screen.getByRole('list', { name: 'Bewijs' })).toContainText('Investeerder A');
  await expect(screen).not.toContainText(/Helion|Aurelis|Tarsis|Zorav/i);
  expect(await screen.evaluate((one) => one.getBoundingClientRect().width >= window.innerWidth)).toBe(true);
  expect(await violations()).toEqual([]);
  await screen.getByRole('radio', { name: /^2\./ }).check();
  await screen.getByRole('textbox', { name: /^Argument/ }).fill('Helion kan dit niet snel namaken.');
  await expect(screen.getByText('U noemt een naam die hier verborgen is.')).toBeVisible();
  await screen.getByRole('textbox', { name: /^Argument/ }).fill('Investeerder A kan dit niet snel namaken.');
  await page.keyboard.press('Control+Enter');
  await expect(screen.getByRole('textbox', { name: /^Argument/ })).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(screen).toHaveCount(0);
  const compared = page.getByRole('table', { name: 'Gemaskeerd en open naast elkaar' });
  await expect(compared.locator('[data-masked="differs"]')).toContainText('+2 niveaus');
  await expect(compared).toContainText('Vooraf bekend');

  // Without a reason the difference stands in the way of a freeze, with a link back to where it is given.
  await openPart(page, 'Vaststellen');
  const blocker = page.locator('[data-blocker="unexplainedDifferences"]');
  await expect(blocker).toContainText('zonder reden (PUR-20): IND-1');
  expect(await violations()).toEqual([]);
  await blocker.getByRole('link', { name: 'Naar de plek' }).click();
  await compared.getByRole('button', { name: 'Reden geven' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reden' }).fill('De gevraagde inzage.');
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(compared.locator('[data-masked="explained"]')).toContainText('De gevraagde inzage.');
  expect(await violations()).toEqual([]);
});
