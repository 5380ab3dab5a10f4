import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

const enterOwnership = async (page: Page): Promise<void> => {
  await enterSampleCase(page);
  await openPart(page, 'Zeggenschap');
  await expect(page.getByTestId('control-verdict')).toBeVisible();
};

/** Chooses another organisation to look at, by typing its name. */
const chooseTarget = async (page: Page, name: string): Promise<void> => {
  const field = page.getByRole('combobox', { name: 'Onderneming' });
  await field.click();
  await field.fill(name);
  await page.getByRole('option', { name }).click();
};

const chart = (page: Page) => page.getByRole('region', { name: /^Diagram van belangen rond/ });

test('the verdict comes first in words, and says what an unknown holder could change', async ({
  page,
  violations,
}) => {
  await enterOwnership(page);
  await expect(page.getByTestId('control-verdict')).toHaveText('Geen zeggenschap af te leiden');
  await expect(page.getByText('Doorgekeken houdt Republiek Zoravië 5,9% van het kapitaal.')).toBeVisible();
  await expect(page.getByText(/^Geen meerderheid bewijst niet/)).toBeVisible();
  await expect(
    page.getByText('Zij bezitten elkaar rond: Meridia Holding Ltd en Tarsis Investments Ltd.'),
  ).toBeVisible();
  expect(await violations()).toEqual([]);

  await chooseTarget(page, 'Helion Groeipartners');
  // The state holds the largest block in two companies that hold each other: nobody can show that it has no control.
  await expect(page.getByTestId('control-verdict')).toHaveText('Mogelijk zeggenschap');
  await expect(page.getByTestId('what-if')).toContainText('mogelijk zeggenschap, met 0–85% van de stemmen');
  await page.getByRole('button', { name: 'Reken onbekende houders mee' }).click();
  await expect(page.getByTestId('control-verdict')).toHaveText('Mogelijk zeggenschap');
  const paths = page.getByRole('list', { name: 'Wegen van zeggenschap' });
  await expect(paths.getByRole('listitem')).toHaveCount(2);
  await expect(paths.getByText('zwakste schakel')).toHaveCount(2);
  await expect(paths.getByRole('listitem').filter({ hasText: 'zwakste schakel' }).first()).toContainText(
    'Meridia Holding Ltd',
  );
  const control = page
    .getByRole('table', { name: 'Wettelijke drempels' })
    .getByRole('row', { name: /^Zeggenschap meer dan 50%/ })
    .first();
  await expect(control).toContainText('mogelijk');
  await expect(control).toContainText('0–85% van de stemmen');
  expect(await violations()).toEqual([]);

  await page.getByRole('button', { name: 'Terug naar de standaard' }).click();
  await expect(page.getByTestId('what-if')).toBeVisible();
});

test('the chart is walked by keyboard: from card to interest, to its facts and back', async ({
  page,
  violations,
}) => {
  await enterOwnership(page);
  await chart(page).focus();
  await page.keyboard.press('Tab');
  const state = chart(page).getByRole('link', { name: /^Republiek Zoravië/ });
  await expect(state).toBeFocused();
  await expect(state).toHaveAttribute('aria-label', /aangewezen partij/);
  await page.keyboard.press('Tab');
  await expect(
    chart(page)
      .getByRole('button', { name: /^Republiek Zoravië/ })
      .first(),
  ).toBeFocused();

  const stake = chart(page).getByRole('button', {
    name: 'Tarsis Optics B.V. heeft een belang in Lumenschip B.V., 10,5%',
  });
  await stake.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Tarsis Optics B.V. heeft een belang in Lumenschip B.V.' });
  await expect(drawer).toContainText('vanaf 14 juni 2019');
  await expect(drawer.getByRole('link', { name: 'Bekijken en bewerken in het dossier' })).toBeVisible();
  await expect(drawer.getByText('10,5%').first()).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(stake).toBeFocused();

  await state.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Republiek Zoravië' })).toBeVisible();
});

test('branches collapse, lists open into cards, and the picture zooms', async ({ page }) => {
  await enterOwnership(page);
  const state = chart(page).getByRole('link', { name: /^Republiek Zoravië/ });
  await expect(state).toBeVisible();
  await chart(page).getByRole('button', { name: 'Klap in wat achter Tarsis Optics B.V. ligt' }).click();
  await expect(state).toHaveCount(0);
  await chart(page)
    .getByRole('button', { name: 'Klap uit wat achter Tarsis Optics B.V. ligt (1 verborgen)' })
    .press('Enter');
  await expect(state).toBeVisible();

  await expect(chart(page).getByText('Andere directe houders')).toBeVisible();
  const before = await chart(page).locator('svg').first().getAttribute('width');
  await page.getByRole('checkbox', { name: 'Houders zonder eigenaren bundelen' }).uncheck();
  await expect(chart(page).getByText('Andere directe houders')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Houders zonder eigenaren bundelen' }).check();
  await chart(page).focus();
  await page.keyboard.press('+');
  await expect
    .poll(async () => Number(await chart(page).locator('svg').first().getAttribute('width')))
    .toBeGreaterThan(Number(before));
  await page.getByRole('button', { name: 'Passend maken' }).click();
  await expect
    .poll(async () => Number(await chart(page).locator('svg').first().getAttribute('width')))
    .toBeLessThanOrEqual(Number(before));
});

test('the table says the same as the chart and can be sorted', async ({ page, violations }) => {
  await enterOwnership(page);
  await page.getByRole('radiogroup', { name: 'Weergave' }).getByText('Tabel').click();
  const table = page.getByRole('table', { name: 'Belangen rond Lumenschip B.V.' });
  const northgate = table.getByRole('row', { name: /^Northgate/ });
  await expect(northgate).toContainText('14–15,5%');
  await expect(northgate).toContainText('bronnen spreken elkaar tegen');
  expect(await violations()).toEqual([]);
  await table.getByRole('button', { name: 'Kapitaal' }).click();
  await table.getByRole('button', { name: 'Kapitaal' }).click();
  await expect(table.getByRole('row').nth(1)).toContainText('100%');
  await northgate.getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('bronnen spreken elkaar tegen');
});

test('another day shows the interests and rules of that day', async ({ page }) => {
  await enterOwnership(page);
  await page.getByText('Vóór 14 juni 2019').click();
  await expect(page.getByText('Zeggenschap over Lumenschip B.V. op 13 juni 2019')).toBeVisible();
  await expect(chart(page).getByRole('link', { name: /^Tarsis Optics/ })).toHaveCount(0);
  // The Vifo Act is from 1 June 2023; looking back it does not count yet.
  await expect(page.getByRole('table', { name: 'Wettelijke drempels' })).not.toContainText('Wet vifo');
  await page.getByRole('radiogroup', { name: 'Weergave' }).getByText('Tabel').click();
  await expect(page.getByRole('row', { name: /^Tarsis Optics/ })).toContainText('geldt niet op deze dag');

  await page.getByRole('button', { name: 'Tijdstip' }).click();
  await page.getByRole('textbox', { name: 'Geldig op' }).fill('3 maart 2025');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Bekijken' }).click();
  await expect(page.getByText('Zeggenschap over Lumenschip B.V. op 3 maart 2025')).toBeVisible();
  await expect(page.getByText('U bekijkt de zaak op deze dag.')).toBeVisible();
});

test('without interests or parties the screen says so and what to do', async ({ page, violations }) => {
  await enterOwnership(page);
  await chooseTarget(page, 'Kristallwerk Oberharz GmbH');
  await expect(page.getByRole('heading', { name: 'Geen belangen vastgelegd' })).toBeVisible();
  await expect(page.getByTestId('control-verdict')).toHaveText('Nog geen partij aangewezen');
  expect(await violations()).toEqual([]);
  await page.getByRole('link', { name: 'Naar het dossier' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kristallwerk Oberharz GmbH' })).toBeVisible();
});
