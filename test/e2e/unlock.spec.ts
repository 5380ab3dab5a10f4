import fs from 'node:fs';
import path from 'node:path';
import { canonicalBytes, canonicalText, type Json, sha256Hex } from '#shared/model/canonical.ts';
import { expect, launch, test } from './fixtures.ts';
import { createVault, enterNewVault, PASSPHRASE, secret } from './steps.ts';

test('a first run refuses a weak passphrase and shows the recovery code just once', async ({
  page,
  violations,
}) => {
  await expect(page.getByRole('heading', { name: 'Maak uw kluis' })).toBeVisible();
  await page.getByLabel('Uw naam').fill('Anna de Vries');
  await secret(page, 'Wachtwoordzin').fill('welkom');
  await secret(page, 'Wachtwoordzin herhalen').fill('welkom');
  await expect(page.getByText('Nog niet sterk genoeg.')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Kluis maken' }).click();
  await expect(page.getByText('Deze wachtwoordzin is nog niet sterk genoeg.')).toBeVisible();

  await secret(page, 'Wachtwoordzin').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Kluis maken' }).click();
  await expect(page.getByText('De twee wachtwoordzinnen zijn niet gelijk.')).toBeVisible();

  const code = await createVault(page);
  expect(code).toMatch(/^[0-9A-Z]{6}(-[0-9A-Z]{6})+$/);
  expect(await violations()).toEqual([]);
  await expect(page.getByRole('button', { name: 'Naar mijn zaken' })).toBeDisabled();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Naar mijn zaken' }).click();
  await expect(page.getByRole('heading', { name: 'Nog geen zaken' })).toBeVisible();
  expect(await page.content()).not.toContain(code);
});

test('a locked vault opens with the passphrase or the recovery code and says so when neither is right', async ({
  page,
  violations,
}) => {
  const code = await createVault(page);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Naar mijn zaken' }).click();
  await page.getByRole('button', { name: 'Vergrendelen' }).click();
  await expect(page.getByText('De kluis is vergrendeld.')).toBeVisible();
  expect(await violations()).toEqual([]);

  await secret(page, 'Wachtwoordzin').fill('iets heel anders dan het was');
  await page.getByRole('button', { name: 'Ontgrendelen' }).click();
  await expect(page.getByRole('alert')).toContainText('Onjuiste wachtwoordzin of herstelcode');
  expect(await violations()).toEqual([]);

  await page.getByRole('button', { name: 'Herstelcode gebruiken' }).click();
  await page.getByRole('textbox', { name: 'Herstelcode' }).fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Zaken' })).toBeVisible();
});

test('language and theme change at once, before any vault is open', async ({ page, violations }) => {
  await page.getByRole('radiogroup', { name: 'Taal' }).getByText('English').click();
  await expect(page.getByRole('heading', { name: 'Make your vault' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: /^Appearance/ }).click();
  await page.getByRole('button', { name: 'Appearance: Light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await violations()).toEqual([]);
});

/** Writes a header that is well formed again after a change. */
function rewriteHeader(folder: string, change: Readonly<Record<string, Json>>): void {
  for (const name of ['vault.json', 'vault.json.bak']) {
    const file = path.join(folder, name);
    const { checksum: _, ...header } = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Json>;
    const changed = { ...header, ...change };
    fs.writeFileSync(
      file,
      `${canonicalText({ ...changed, checksum: sha256Hex(canonicalBytes(changed)) })}\n`,
    );
  }
}

const harms = [
  {
    what: 'a header that was changed by somebody else',
    says: 'De kluis is buiten Waarborg om gewijzigd',
    harm: (folder: string) => rewriteHeader(folder, { anchor: null }),
  },
  {
    what: 'a vault of a newer version',
    says: 'De kluis is van een nieuwere versie',
    harm: (folder: string) => rewriteHeader(folder, { version: 99 }),
  },
  {
    what: 'a damaged file',
    says: 'De kluis is beschadigd',
    harm: (folder: string) => {
      const file = path.join(folder, 'vault.db');
      const bytes = fs.readFileSync(file);
      bytes.fill(0x5a, 200, 3_000);
      fs.writeFileSync(file, bytes);
    },
  },
];

test('each harm to a vault has an error of its own', async ({ app, page, userData }) => {
  test.setTimeout(180_000);
  await enterNewVault(page);
  await app.close();
  const whole = path.join(userData, 'vaults');
  const [name] = fs.readdirSync(whole);
  const kept = path.join(userData, 'kept');
  fs.cpSync(whole, kept, { recursive: true });
  for (const { what, says, harm } of harms) {
    await test.step(what, async () => {
      fs.rmSync(whole, { recursive: true });
      fs.cpSync(kept, whole, { recursive: true });
      harm(path.join(whole, name ?? ''));
      const again = await launch(userData);
      const window = await again.firstWindow();
      await secret(window, 'Wachtwoordzin').fill(PASSPHRASE);
      await window.getByRole('button', { name: 'Ontgrendelen' }).click();
      await expect(window.getByRole('alert')).toContainText(says);
      await again.close();
    });
  }
});
