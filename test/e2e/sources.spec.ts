import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('sources are listed, narrowed down and opened by keyboard', async ({ page, violations }) => {
  await enterSampleCase(page);
  await openPart(page, 'Bronnen');
  await expect(page.getByRole('heading', { level: 1, name: 'Bronnen' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await page
    .getByRole('textbox', { name: 'Zoek in titel, auteur of uitgever' })
    .fill('aandeelhoudersregister');
  const table = page.getByRole('table', { name: 'Bronnen' });
  await expect(table.getByRole('row')).toHaveCount(2);
  await table.getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Aandeelhoudersregister');
  await expect(page.getByRole('region', { name: 'Feiten die hierop steunen' })).toContainText(
    'Aandeel in het kapitaal',
  );
  expect(await violations()).toEqual([]);
});

test('a file goes into the vault under its hash, is verified, looked into and saved again', async ({
  page,
  dialogs,
  userData,
  violations,
}) => {
  const file = path.join(userData, 'verslag.txt');
  const copy = path.join(userData, 'kopie.txt');
  fs.writeFileSync(file, 'abc');
  await enterSampleCase(page);
  await openPart(page, 'Bronnen');
  await page.getByRole('button', { name: 'Nieuwe bron' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Titel' }).fill('Verslag van een bezoek');
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Verslag van een bezoek' })).toBeVisible();

  await dialogs.open(file);
  await page.getByRole('button', { name: 'Bestand toevoegen' }).click();
  const files = page.getByRole('region', { name: 'Bijlagen' });
  await expect(files).toContainText('verslag.txt');
  // SHA-256 of "abc", FIPS 180-4.
  await expect(files).toContainText(
    'ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad',
  );
  await files.getByRole('button', { name: 'verslag.txt controleren' }).click();
  await expect(files.getByText('Ongeschonden')).toBeVisible();
  await files.getByRole('button', { name: 'verslag.txt bekijken' }).click();
  await expect(page.getByRole('dialog')).toContainText('abc');
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Escape');

  await dialogs.save(copy);
  await files.getByRole('button', { name: 'Kopie van verslag.txt opslaan' }).click();
  await expect(page.getByText('Kopie opgeslagen.')).toBeVisible();
  expect(fs.readFileSync(copy, 'utf8')).toBe('abc');
});

test('a source is edited and its withdrawal leaves a finding', async ({ page }) => {
  await enterSampleCase(page);
  await openPart(page, 'Bronnen');
  await page
    .getByRole('textbox', { name: 'Zoek in titel, auteur of uitgever' })
    .fill('aandeelhoudersregister');
  await page.getByRole('table', { name: 'Bronnen' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Bron bewerken' }).click();
  const author = page.getByRole('dialog').getByRole('textbox', { name: 'Auteur' });
  await author.fill('Notaris Van Maanen');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Gegevens' })).toContainText('Notaris Van Maanen');

  await page.getByRole('button', { name: 'Intrekken…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Intrekken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bronnen' })).toBeVisible();
  await openPart(page, 'Uitwisselen');
  await expect(page.getByRole('region', { name: 'Te beslechten' })).toContainText(
    'Bron verwijst naar iets wat is ingetrokken of ontbreekt.',
  );
});
