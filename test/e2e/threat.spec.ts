import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('an appraisal is written with likelihood and confidence apart, and its wording is checked while typing', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Dreiging');
  await expect(page.getByRole('heading', { level: 1, name: 'Dreiging' })).toBeVisible();
  // The sample has one sentence that holds both.
  await expect(page.locator('[data-lint="likelihoodWithConfidence"]')).toHaveCount(1);
  expect(await violations()).toEqual([]);

  const motives = page.locator('[data-criterion="motives"]');
  await motives.getByRole('button').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Opslaan' }).click();
  await expect(drawer.getByText('Schrijf de inschatting op.')).toBeVisible();
  await expect(drawer.getByText('Kies een woord van de schaal.')).toBeVisible();
  const statement = drawer.getByRole('textbox', { name: /^Inschatting/ });
  await statement.fill('Het is met hoge zekerheid waarschijnlijk dat er andere motieven zijn.');
  await expect(drawer.getByText(/Kans en zekerheid in één zin/)).toBeVisible();
  expect(await violations()).toEqual([]);
  await statement.fill('Er spelen ook andere dan economische motieven.');
  await expect(drawer.getByText(/Kans en zekerheid in één zin/)).toHaveCount(0);
  await drawer.getByRole('combobox', { name: 'Woord van de schaal' }).click();
  await page.getByRole('option', { name: /^zeer waarschijnlijk/ }).click();
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await expect(page.locator('[data-appraisal="motives"]')).toContainText('zeer waarschijnlijk (80–95%)');
  await page.keyboard.press('Control+z');
  await expect(motives).toContainText('Nog niet ingeschat');
});

test('the matrix is filled in by keyboard, says what speaks least against, and takes a mark back', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Dreiging');
  await page.getByRole('tab', { name: 'Hypothesen' }).click();
  await expect(page.getByTestId('least-contradicted')).toContainText('door een staat beïnvloed');
  expect(await violations()).toEqual([]);

  const grid = page.getByRole('grid', { name: /Concurrerende hypothesen/ });
  const cell = (row: number, column: number) => grid.locator(`[data-at="${row} ${column}"]`);
  await cell(0, 0).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cell(0, 1)).toBeFocused();
  await page.keyboard.press('Shift+I');
  await expect(cell(0, 1)).toHaveAttribute('data-mark', 'II');
  await page.keyboard.press('Control+z');
  await expect(cell(0, 1)).not.toHaveAttribute('data-mark', 'II');

  await cell(0, 1).click();
  await page.getByRole('menuitem', { name: /past niet/ }).click();
  await expect(cell(0, 1)).toHaveAttribute('data-mark', 'I');

  await page.getByRole('button', { name: 'Bewijs toevoegen' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Opslaan' }).click();
  await expect(drawer.getByText('Kies ten minste één bewijsstuk.')).toBeVisible();
  expect(await violations()).toEqual([]);
});
