import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { enterSampleCase, enterSampleVault, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

const enterChain = async (page: Page): Promise<void> => {
  await enterSampleCase(page);
  await openPart(page, 'Keten');
  await expect(page.getByTestId('chain-verdict')).toBeVisible();
};

const part = (page: Page, name: string) => page.getByRole('tab', { name }).click();

test('the verdict comes first in words, every finding opens its proof, and a fact is changed in place and undone', async ({
  page,
  violations,
}) => {
  await enterChain(page);
  await expect(page.getByTestId('chain-verdict')).toHaveText('1 vitaal proces wordt zeker geraakt');
  await expect(page.getByText('Massaal giraal betalingsverkeer: zeker, na 19 weken')).toBeVisible();
  const findings = page.getByRole('list', { name: 'Bevindingen' });
  await expect(findings).toContainText(
    'Voor Trimethylindium heeft Lumenschip B.V. meer dan één leverancier (Indaline Chimie S.A.S. en Oxmere Precursors Ltd), maar die vallen alle weg als Veldmetaal Raffinage N.V. stopt.',
  );
  expect(await violations()).toEqual([]);

  await findings.getByRole('button', { name: 'Bewijs' }).first().click();
  const proof = page.getByRole('table', { name: 'Relaties waarop dit rust' });
  await expect(proof.getByRole('row')).toHaveCount(7);
  await expect(findings).toContainText('Zonder een van deze 6 relaties vervalt het oordeel');

  await proof.getByRole('button', { name: 'Lumenschip B.V.' }).press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Lumenschip B.V. – Optilink Systemen B.V.' });
  await expect(drawer).toContainText('Raamovereenkomst levering LS800 aan Optilink');
  expect(await violations()).toEqual([]);
  await drawer.getByRole('button', { name: 'Essentieel voor de afnemer bewerken' }).click();
  const form = page.getByRole('dialog', { name: 'Feit bewerken' });
  await form.getByRole('combobox', { name: 'Waarde' }).click();
  await page.getByRole('option', { name: 'Nee' }).click();
  await form.getByRole('button', { name: 'Opslaan' }).click();
  await expect(form).toBeHidden();
  await drawer.getByRole('button', { name: 'Sluiten' }).click();
  await expect(page.getByTestId('chain-verdict')).toHaveText(/^\d+ vitaal proces wordt mogelijk geraakt$/);
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('chain-verdict')).toHaveText('1 vitaal proces wordt zeker geraakt');
});

test('several relations get one fact as one change; the network is also a tree', async ({
  page,
  violations,
}) => {
  await enterChain(page);
  await part(page, 'Netwerk');
  await page.getByText('Tabel', { exact: true }).click();
  const table = page.getByRole('table', { name: 'Relaties in het netwerk' });
  await page.getByLabel('Zoeken op naam').fill('Sensoria');
  await expect(page.getByText('2 relaties', { exact: true })).toBeVisible();
  for (const box of await table.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Feit toevoegen aan de keuze' }).click();
  const form = page.getByRole('dialog', { name: 'Feit toevoegen aan 2 relaties' });
  await form.getByRole('combobox', { name: 'Waarde' }).click();
  await page.getByRole('option', { name: 'Ja' }).click();
  await form.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('2 relaties bijgewerkt.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Ongedaan maken/ })).toBeEnabled();
  await page.getByText('Boom', { exact: true }).click();
  await expect(page.getByRole('list', { name: 'Keten rond Lumenschip B.V.' })).toContainText(
    'Leveranciers, stap 2',
  );
  expect(await violations()).toEqual([]);
});

/** Who is chosen in a map by a loop round all of it, the way between two, and the small map, which goes elsewhere. */
async function workMap(page: Page): Promise<void> {
  const frame = page.getByRole('region', { name: 'Kaart van het netwerk rond Lumenschip B.V.' });
  await page.getByRole('button', { name: 'Alles tonen' }).click();
  const box = (await frame.boundingBox()) as { x: number; y: number; width: number; height: number };
  // Usable as it opens: the whole map stands in the window.
  expect(box.y + box.height).toBeLessThanOrEqual(await page.evaluate(() => window.innerHeight));
  await page.getByRole('button', { name: 'Kiezen met een lus' }).click();
  const corners = [
    [3, 3],
    [box.width - 3, 3],
    [box.width - 3, box.height - 3],
    [3, box.height - 3],
  ] as const;
  await page.mouse.move(box.x + 3, box.y + 3);
  await page.mouse.down();
  for (const [x, y] of corners) await page.mouse.move(box.x + x, box.y + y, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText(/^\d\d gekozen$/)).toBeVisible();
  await page.getByRole('button', { name: 'Niets kiezen' }).click();

  await page.getByRole('button', { name: 'Schuiven en verplaatsen' }).click();
  const card = (name: string) => frame.getByRole('button', { name: new RegExp(`^${name}`) });
  for (const [i, name] of ['Kristallwerk', 'Optilink Systemen'].entries()) {
    const at = (await card(name).boundingBox()) as typeof box;
    if (i > 0) await page.keyboard.down('Control');
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    if (i > 0) await page.keyboard.up('Control');
  }
  await page.getByRole('button', { name: 'Toon weg tussen deze twee' }).click();
  await expect(
    page.getByText(/^Weg van Kristallwerk .* naar Optilink .*: 2 stappen, met de richting van de lijnen mee/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Weg sluiten' }).click();
  await page.getByRole('button', { name: 'Niets kiezen' }).click();

  const before = await card('Optilink Systemen').boundingBox();
  for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Inzoomen' }).click();
  const small = frame.getByTitle('Overzicht: klik om daarheen te gaan');
  await expect(small).toBeVisible();
  const at = (await small.boundingBox()) as typeof box;
  await page.mouse.click(at.x + 4, at.y + 4);
  // Its upper left corner is the beginning of the map, so that what stands in the middle moves to the right of it.
  expect((await card('Optilink Systemen').boundingBox())?.x).toBeGreaterThan(before?.x ?? 0);
  await page.getByRole('button', { name: 'Alles tonen' }).click();
}

test('the map is worked by hand, goes to another day, is compared with today, and is saved as it is shown', async ({
  page,
  dialogs,
  violations,
}, info) => {
  await enterChain(page);
  await part(page, 'Netwerk');
  const map = page.getByRole('button', { name: 'Bewaar kaart' });
  await expect(map).toBeVisible();
  await workMap(page);
  const day = page.getByRole('slider', { name: 'Dag waarop de kaart geldt' });
  await day.focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('button', { name: 'Vorige datum met een wijziging' })).toBeDisabled();
  await page.getByRole('switch', { name: /^Vergelijk met/ }).press('Space');
  await expect(page.getByText(/^Vergeleken: \d+ erbij, \d+ weg, \d+ gewijzigd$/)).toBeVisible();
  expect(await violations()).toEqual([]);
  for (const [item, file, holds] of [
    ['Als tekening (SVG)', 'kaart.svg', 'Vergeleken: '],
    ['Als pagina (PDF)', 'kaart.pdf', '%PDF-'],
    ['Als plaatje (PNG)', 'kaart.png', 'PNG'],
    ['Als netwerk (GraphML)', 'kaart.graphml', 'Lumenschip B.V.'],
    ['Als tabel van lijnen (CSV)', 'kaart.csv', 'source_name'],
  ] as const) {
    const target = info.outputPath(file);
    await dialogs.save(target);
    await map.click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByText(`${file} is bewaard`)).toBeVisible({ timeout: 60_000 });
    expect(fs.readFileSync(target, 'latin1')).toContain(holds);
  }
});

test('what if is worked by keyboard, and who is hit over time stands in a table too', async ({
  page,
  violations,
}) => {
  await enterChain(page);
  await part(page, 'Wat als');
  const result = page.getByTestId('what-if-result');
  await expect(result).toContainText('Massaal giraal betalingsverkeer: zeker, na 19 weken');
  await expect(result.getByRole('table', { name: 'Wie verlies lijdt' })).toContainText('100%');
  const slider = page.getByRole('slider', { name: 'Capaciteit die overblijft bij Lumenschip B.V.' });
  await slider.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(result.getByRole('row', { name: /^Optilink Systemen B.V./ })).toContainText('5%');
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Lumenschip B.V. weghalen' }).click();
  await expect(page.getByText('Kies een of meer partijen.')).toBeVisible();
});

test('weak points, a ranking worked out on request, and the world as picture and table', async ({
  page,
  violations,
}) => {
  await enterChain(page);
  await part(page, 'Kwetsbare punten');
  const points = page.getByRole('table', { name: 'Kwetsbare punten' });
  await page.getByRole('switch', { name: 'Alleen wat zeker is' }).press('Space');
  await expect(points.getByRole('row', { name: /^Phosfora Chemie GmbH/ })).toContainText('1 (');
  await page.getByRole('button', { name: 'Rangorde berekenen' }).click();
  await expect(page.getByRole('table', { name: 'Rangorde naar verlies' })).toContainText('Lumenschip B.V.');
  expect(await violations()).toEqual([]);

  await part(page, 'Landen');
  await expect(
    page.getByRole('img', { name: 'Wereldkaart met partijen en leveringen per land' }),
  ).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Niet op de kaart' })).toContainText('XZ');
  await expect(page.getByRole('table', { name: 'Per land' })).toContainText('Land niet vastgelegd');
  expect(await violations()).toEqual([]);
});

test('a case without relations says what to do', async ({ page, violations }) => {
  await enterSampleVault(page);
  await page.getByRole('button', { name: 'Nieuwe zaak' }).first().click();
  await page.getByRole('textbox', { name: 'Titel van de zaak' }).fill('Lege zaak');
  await page.getByRole('radio', { name: 'Geblokkeerde financiering' }).check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('advice')).toBeVisible();
  await openPart(page, 'Keten');
  await expect(page.getByText('Nog geen keten')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Naar het dossier' })).toBeVisible();
  expect(await violations()).toEqual([]);
});
