import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('rungs are judged, alone or alike, with a reason; the market that was asked is kept beside them', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Instrumenten');
  const head = page.getByTestId('last-resort');
  await expect(head).toHaveText('Nog niet uitgeput');
  await expect(page.locator('[data-leg="NEC-01"]')).toContainText('Voldaan');
  expect(await violations()).toEqual([]);

  const knowledge = page.getByRole('table', { name: 'Kennisveiligheid' });
  await knowledge.getByRole('checkbox', { name: /Alles in deze groep/ }).check();
  await page.getByRole('button', { name: '7 treden gelijk beoordelen' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Niet relevant', { exact: true }).click();
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  // Without a reason the rungs count as empty, and the leg is open again.
  await expect(knowledge.getByText('Reden ontbreekt')).toHaveCount(7);
  await expect(page.locator('[data-leg="NEC-01"]')).toContainText('Onbepaald');
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-leg="NEC-01"]')).toContainText('Voldaan');

  const vifo = page.locator('[data-rung="INS-06"]');
  await vifo.getByRole('button').click();
  await expect(drawer).toContainText('Bureau Toetsing Investeringen');
  await expect(drawer).toContainText('In bereik');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Partij toevoegen' }).click();
  await drawer.getByRole('button', { name: 'Opslaan' }).click();
  await expect(drawer.getByText('Vul een naam en een dag in.').first()).toBeVisible();
  await drawer.getByRole('textbox', { name: 'Naam van de partij' }).fill('Waddenkapitaal N.V.');
  await drawer.getByRole('textbox', { name: 'Benaderd op' }).fill('20-11-2026');
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  const market = page.getByRole('table', { name: 'Marktfinanciering' });
  await expect(market.getByRole('row', { name: /Waddenkapitaal/ })).toContainText('Nog geen antwoord');
});
