import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type {} from '#renderer/api/bridge.ts';
import { expect, launch, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { createVault, openPart, secret } from './steps.ts';

test.use({ userData: withSample });

const BUNDLE_PASSPHRASE = 'gordijn tulp aambeeld zeewind kachel orgel';

const answerDialogs = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, at) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [at] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: at });
  }, file);

/** Sends a fact of the case a new page number, as its form would. */
const editKvk = (page: Page, words: string): Promise<void> =>
  page.evaluate(async (said) => {
    const logId = location.hash.split('/')[2] as string;
    const listed = await window.waarborg.call['records.list']({ logId, types: ['claim'] });
    if (!listed.ok) throw new Error(listed.error.code);
    const claim = listed.value.find(({ body }) => JSON.stringify(body.value).includes('99014116'));
    if (claim === undefined) throw new Error('no claim');
    const { record, digest, type, marking, body } = claim;
    const put = { record, type, base: [digest], body: { ...body, page: said }, marking };
    const saved = await window.waarborg.call['records.put']({ logId, action: 'edit', puts: [put] });
    if (!saved.ok) throw new Error(saved.error.code);
  }, words);

async function exportBundle(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await answerDialogs(app, file);
  await openPart(page, 'Uitwisselen');
  await page.getByText('Wachtwoordzin', { exact: true }).click();
  await secret(page, 'Wachtwoordzin van het pakket').fill(BUNDLE_PASSPHRASE);
  await secret(page, 'Wachtwoordzin herhalen').fill(BUNDLE_PASSPHRASE);
  await expect(page.getByText(/Sterkte: /)).toBeVisible();
  await page.getByRole('button', { name: 'Pakket opslaan' }).click();
  await expect(page.getByText(/^Pakket opgeslagen: /)).toBeVisible({ timeout: 60_000 });
}

/** Holds against the verdict on necessity what speaks against it (NEC-05). */
async function challengeNecessity(page: Page, argument: string): Promise<void> {
  await openPart(page, 'Tegenspraak');
  await page.getByRole('button', { name: 'Tegenspreken: Echt noodzakelijk' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Twijfelachtig', { exact: true }).click();
  await drawer.getByRole('textbox', { name: /^Waarom/ }).fill(argument);
  await drawer.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.locator('[data-standing="counts"]')).toContainText(argument);
}

async function receiveBundle(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await answerDialogs(app, file);
  const receive = page.getByRole('region', { name: 'Pakket invoegen' });
  const passphrase = receive.getByRole('textbox', { name: 'Wachtwoordzin van het pakket' });
  await receive.getByRole('button', { name: 'Pakket kiezen' }).click();
  await passphrase.fill('niet deze');
  await page.getByRole('button', { name: 'Openen', exact: true }).click();
  await expect(page.getByText('De wachtwoordzin van het pakket is niet juist.')).toBeVisible({
    timeout: 60_000,
  });
  await passphrase.fill(BUNDLE_PASSPHRASE);
  await page.getByRole('button', { name: 'Openen', exact: true }).click();
  await expect(page.getByText('afzender niet vertrouwd')).toBeVisible({ timeout: 60_000 });
}

test('exchange is accessible, and a passphrase that is weak or typed wrong makes no bundle', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Uitwisselen');
  await expect(page.getByRole('region', { name: 'Uw contactkaart' })).toContainText('Anna de Vries');
  expect(await violations()).toEqual([]);
  await page.getByText('Wachtwoordzin', { exact: true }).click();
  await secret(page, 'Wachtwoordzin van het pakket').fill(BUNDLE_PASSPHRASE);
  await secret(page, 'Wachtwoordzin herhalen').fill('iets anders');
  await page.getByRole('button', { name: 'Pakket opslaan' }).click();
  await expect(page.getByText('De twee wachtwoordzinnen zijn niet gelijk.')).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('a file that is no bundle is refused with the reason', async ({ page, dialogs, userData }) => {
  const file = path.join(userData, 'geen-pakket.age');
  fs.writeFileSync(file, 'dit is geen pakket\n');
  await enterSampleCase(page);
  await openPart(page, 'Uitwisselen');
  await dialogs.open(file);
  await page.getByRole('button', { name: 'Pakket kiezen' }).click();
  await expect(page.getByRole('alert')).toContainText('Pakket geweigerd');
});

test('a contact is trusted only after the fingerprint was compared', async ({
  app,
  page,
  userData,
  violations,
}) => {
  const card = path.join(userData, 'anna.waarborg-card');
  await enterSampleCase(page);
  await openPart(page, 'Uitwisselen');
  await answerDialogs(app, card);
  await page.getByRole('button', { name: 'Kaart opslaan' }).click();
  await expect(page.getByText('Contactkaart opgeslagen')).toBeVisible();
  await page.getByRole('button', { name: 'Toevoegen van kaart' }).click();
  const compare = page.getByRole('dialog', { name: 'Vergelijk de vingerafdruk' });
  await expect(compare).toBeVisible();
  await expect(compare.getByRole('button', { name: 'Vertrouwen' })).toBeDisabled();
  expect(await violations()).toEqual([]);
  await compare.getByRole('checkbox').check();
  await compare.getByRole('button', { name: 'Vertrouwen' }).click();
  const contacts = page.getByRole('region', { name: 'Contacten' });
  await expect(contacts.getByText('vertrouwd', { exact: true })).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('two departments edit the same fact; the merge shows both and settling ends it', async ({
  app,
  page,
  userData,
  violations,
}) => {
  test.setTimeout(240_000);
  const first = path.join(userData, 'eerste.age');
  const second = path.join(userData, 'tweede.age');
  await enterSampleCase(page);
  await exportBundle(app, page, first);

  const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-e2e-'));
  const other = await launch(elsewhere);
  const there = await other.firstWindow();
  await createVault(there, 'Bram Visser');
  await there.getByRole('checkbox').check();
  await there.getByRole('button', { name: 'Naar mijn zaken' }).click();
  // A bundle is received from inside any case and brings its own.
  await there.evaluate(async () => {
    const made = await window.waarborg.call['cases.create']({
      title: 'Een andere zaak',
      leadDepartment: 'DEF',
      trigger: 'signal',
      marking: 'open',
    });
    if (!made.ok) throw new Error(made.error.code);
    location.hash = `#/case/${made.value.logId}/exchange`;
  });
  await receiveBundle(other, there, first);
  await there.getByRole('checkbox', { name: /Ik heb de vingerafdruk vergeleken/ }).check();
  await there.getByRole('button', { name: 'Invoegen' }).click();
  await there.getByRole('link', { name: 'Naar de zaak' }).click();
  await expect(there.getByRole('region', { name: 'Onderdelen van de zaak' })).toContainText('Lumenschip');
  await editKvk(there, 'blad van Bram');
  await challengeNecessity(there, 'De markt is niet uitgevraagd.');
  await exportBundle(other, there, second);
  await other.close();
  fs.rmSync(elsewhere, { recursive: true, force: true });

  await editKvk(page, 'blad van Anna');
  await receiveBundle(app, page, second);
  expect(await violations()).toEqual([]);
  await expect(page.getByRole('button', { name: 'Invoegen' })).toBeDisabled();
  await page.getByRole('checkbox', { name: /Ik heb de vingerafdruk vergeleken/ }).check();
  await page.getByRole('button', { name: 'Invoegen' }).click();
  await expect(page.getByText(/wijzigingen? ingevoegd/)).toBeVisible({ timeout: 60_000 });

  const findings = page.getByRole('region', { name: 'Te beslechten' });
  const settle = findings.getByRole('button', { name: 'KvK-nummer beslechten' });
  await settle.click();
  const drawer = page.getByRole('dialog', { name: /Versies beslechten/ });
  await expect(drawer).toContainText('blad van Anna');
  await expect(drawer).toContainText('blad van Bram');
  expect(await violations()).toEqual([]);
  await drawer
    .getByRole('region', { name: /Bram Visser/ })
    .getByRole('button', { name: 'Deze versie laten gelden' })
    .click();
  await expect(settle).toHaveCount(0);
  await openPart(page, 'Dossier');
  await expect(page.getByRole('article', { name: 'KvK-nummer' }).first()).toContainText('blad van Bram');
  await openPart(page, 'Tegenspraak');
  await expect(page.locator('[data-standing="counts"]')).toContainText('Bram Visser');
});
