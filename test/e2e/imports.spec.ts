import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type {} from '#renderer/api/bridge.ts';
import { workbook } from '../support/workbook.ts';
import { expect, ROOT, test } from './fixtures.ts';
import { enterNewVault } from './steps.ts';

const HOLDINGS = `houder;kvk houder;deelneming;aandeel
Noordzee Participaties;123;Fotonica Delft B.V.;12%
Stille Vennoot;;Fotonica Delft B.V.;onbekend
;;Fotonica Delft B.V.;4%
`;

/** From an empty data folder to the import screen of an empty case. */
async function enterImports(page: Page): Promise<void> {
  await enterNewVault(page);
  await page.evaluate(async () => {
    const made = await window.waarborg.call['cases.create']({
      title: 'Proef',
      leadDepartment: 'EZ',
      trigger: 'foreseenDeal',
      companyName: 'Lumenschip B.V.',
      marking: 'open',
    });
    if (!made.ok) throw new Error(made.error.code);
    location.hash = `#/case/${made.value.logId}/imports`;
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Importeren' })).toBeVisible();
}

test('a table is previewed, a refused row corrected in place, another passed over, and all of it taken back', async ({
  page,
  dialogs,
  userData,
  violations,
}) => {
  test.slow();
  const file = path.join(userData, 'belangen.csv');
  fs.writeFileSync(file, HOLDINGS);
  await enterImports(page);
  await expect(page.getByText('In deze zaak is nog niets geïmporteerd.')).toBeVisible();
  expect(await violations()).toEqual([]);

  await dialogs.open(file);
  await page.getByRole('button', { name: 'Bestand kiezen' }).click();
  await expect(page.getByText('Herkend als Tabel (CSV).')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('combobox', { name: 'Betekenis van kolom kvk houder' })).toHaveValue(
    'Houder: KvK-nummer',
  );
  const sample = page.getByRole('region', { name: 'Zo worden de eerste regels gelezen' });
  await expect(sample.getByText('Het nummer heeft 3 tekens; het moeten er 8 zijn.')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Koppeling bewaren' }).click();
  await page.getByRole('textbox', { name: 'Naam van de koppeling' }).fill('Belangen');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Koppeling “Belangen” is bewaard in de kluis.')).toBeVisible();

  await page.getByRole('button', { name: 'Voorbeeld maken' }).click();
  const refused = page.getByRole('tab', { name: 'Geweigerd (2)' });
  await expect(refused).toHaveAttribute('aria-selected', 'true', { timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Overnemen', exact: true })).toBeDisabled();
  expect(await violations()).toEqual([]);
  const cell = page.getByRole('textbox', { name: 'kvk houder in regel 2' });
  await cell.fill('99000017');
  await cell.press('Enter');
  await expect(page.getByRole('tab', { name: 'Geweigerd (1)' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Alle geweigerde overslaan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Overslaan' }).click();
  await expect(page.getByRole('tab', { name: 'Overgeslagen (1)' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('tab', { name: /Toegevoegd/ }).click();
  const added = page.getByRole('table', { name: 'Toegevoegd' });
  await expect(added.getByText('Noordzee Participaties – Fotonica Delft B.V.').first()).toBeVisible();
  expect(await violations()).toEqual([]);

  await page.getByRole('button', { name: 'Overnemen', exact: true }).click();
  await expect(page.getByText(/^belangen\.csv: \d+ toegevoegd, 0 gewijzigd\.$/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('table', { name: 'Eerdere imports' })).toContainText('geïmporteerd');
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Import terugnemen' }).click();
  await expect(page.getByText('De import is teruggenomen.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('teruggenomen', { exact: true })).toBeVisible();
});

test('a workbook is read by its sheet, twice the same changes nothing, and what is no table is refused with the reason', async ({
  page,
  dialogs,
  userData,
}) => {
  test.slow();
  const file = path.join(userData, 'leveringen.xlsx');
  const text = (cell: string): string => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  const sheet = `<row r="1">${['leverancier', 'afnemer', 'product', 'essentieel'].map(text).join('')}</row>
    <row r="2">${['Optilink B.V.', 'Datahuis Noord', 'Lenzen', 'ja'].map(text).join('')}</row>`;
  fs.writeFileSync(
    file,
    workbook({ sheets: { Uitleg: `<row r="1">${text('niets')}</row>`, Leveringen: sheet } }),
  );
  const picture = path.join(userData, 'foto.png');
  fs.writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  await enterImports(page);
  await dialogs.open(picture);
  await page.getByRole('button', { name: 'Bestand kiezen' }).click();
  await expect(
    page.getByText('Dit is geen tekst: het bestand heeft bytes die in geen tekst voorkomen.'),
  ).toBeVisible({
    timeout: 60_000,
  });
  await dialogs.open(file);
  const choose = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Bestand kiezen' }).click();
    await page.getByRole('combobox', { name: 'Werkblad' }).click({ timeout: 60_000 });
    await page.getByRole('option', { name: 'Leveringen' }).click();
    await expect(page.getByRole('combobox', { name: 'Een regel is' })).toHaveValue('een levering');
    await page.getByRole('button', { name: 'Voorbeeld maken' }).click();
  };
  await choose();
  await page.getByRole('button', { name: 'Overnemen', exact: true }).click({ timeout: 60_000 });
  await expect(page.getByText(/^leveringen\.xlsx: \d+ toegevoegd, 0 gewijzigd\.$/)).toBeVisible({
    timeout: 60_000,
  });
  await choose();
  await expect(page.getByText('Alles staat al zo in de zaak; er valt niets over te nemen.')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Niet overnemen' }).click();
  await expect(page.getByRole('region', { name: 'Bestand kiezen' }).first()).toBeVisible();
});

test('a case folder makes a case, from the list of cases', async ({ page, dialogs }) => {
  await enterNewVault(page);
  await dialogs.open(path.join(ROOT, 'samples/lumenschip'));
  await page.getByRole('button', { name: 'Zaak uit map' }).click();
  await expect(page.getByTestId('advice')).toBeVisible({ timeout: 90_000 });
});
