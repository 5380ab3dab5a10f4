import type { Page } from '@playwright/test';
import type {} from '#renderer/api/bridge.ts';
import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

const COMPANY = 'Lumenschip B.V.';

async function enterDossier(page: Page): Promise<void> {
  await enterSampleCase(page);
  await openPart(page, 'Dossier');
  await expect(page.getByRole('heading', { level: 1, name: COMPANY })).toBeVisible();
}

const list = (page: Page) => page.getByRole('listbox', { name: 'Partijen en zaken in dit dossier' });
const facts = (page: Page) => page.getByRole('region', { name: 'Feiten', exact: true });
const form = (page: Page) => page.getByRole('dialog');

async function choose(page: Page, field: string, option: string): Promise<void> {
  const box = form(page).getByRole('combobox', { name: field });
  await box.click();
  if (await box.isEditable()) await box.fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function factAction(page: Page, fact: string, action: string): Promise<void> {
  await page
    .getByRole('button', { name: `Acties voor dit feit: ${fact}` })
    .first()
    .click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('the dossier opens on the company of the case, with rival claims side by side', async ({
  page,
  violations,
}) => {
  await enterDossier(page);
  await expect(list(page).getByRole('option').first()).toContainText(`Onderneming van deze zaak: ${COMPANY}`);
  expect(await violations()).toEqual([]);

  await page.getByRole('button', { name: /^\d+ ?betwist$/ }).click();
  const rivals = facts(page).getByRole('article', { name: 'Resterende kastijd' });
  await expect(rivals).toHaveCount(2);
  // The reading that holds since the latest day comes first.
  await expect(rivals.first()).toContainText('7 maanden');
  await expect(rivals.last()).toContainText('11 maanden');
  await expect(facts(page)).toContainText('Betwist: 2 lezingen');
  expect(await violations()).toEqual([]);
});

test('the list is searched, narrowed down and walked through by keyboard alone', async ({ page }) => {
  await enterDossier(page);
  await page.getByRole('textbox', { name: 'Zoek op naam' }).fill('zorav');
  await expect(page.getByText(/^\d+ van \d+$/)).toBeVisible();
  await list(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Zoravi/);
  await page.getByRole('checkbox', { name: 'Alleen met aandachtspunten' }).check();
  await page.getByRole('textbox', { name: 'Zoek op naam' }).fill('');
  await expect(
    list(page)
      .getByText(/zonder bron/)
      .first(),
  ).toBeAttached();
});

test('a fact is added with a new source, its number is checked while typing, and its history is kept', async ({
  page,
  violations,
}) => {
  await enterDossier(page);
  await page.getByRole('button', { name: 'Feit toevoegen', exact: true }).click();
  expect(await violations()).toEqual([]);
  await choose(page, 'Wat wordt vastgelegd', 'RSIN');
  const value = form(page).getByRole('textbox', { name: 'Waarde' });
  await value.fill('123456789');
  await value.blur();
  await expect(form(page).getByText('De controle klopt niet')).toBeVisible();
  await value.fill('1234.56.782');
  await expect(form(page).getByText('Het controlegetal klopt: 123456782')).toBeVisible();

  await form(page).getByRole('button', { name: 'Nieuwe bron' }).click();
  await form(page).getByRole('textbox', { name: 'Titel van de bron' }).fill('Beschikking van de inspecteur');
  await form(page).getByRole('button', { name: 'Bron vastleggen' }).click();
  await expect(form(page).getByRole('combobox', { name: 'Bron', exact: true })).toHaveValue(
    'Beschikking van de inspecteur',
  );
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toHaveCount(0);

  const added = facts(page).getByRole('article', { name: 'RSIN' }).filter({ hasText: '123456782' });
  await expect(added).toContainText('Beschikking van de inspecteur');
  await expect(added).toContainText('betrouwbaarheid niet te beoordelen');

  await added.getByRole('button', { name: /^Acties voor dit feit/ }).click();
  await page.getByRole('menuitem', { name: 'Geschiedenis' }).click();
  await expect(form(page)).toContainText('Vastgelegd');
  await expect(form(page)).toContainText('Geldt nu');
  expect(await violations()).toEqual([]);
});

test('what is not known is written down as such, with the reason', async ({ page }) => {
  await enterDossier(page);
  await page.getByRole('button', { name: 'Feit toevoegen', exact: true }).click();
  await choose(page, 'Wat wordt vastgelegd', 'Vertrouwensfuncties');
  await form(page).getByText('Niet bekendgemaakt', { exact: true }).click();
  await form(page).getByRole('textbox', { name: 'Reden of toelichting' }).fill('De onderneming weigert dit.');
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toHaveCount(0);
  const missing = facts(page)
    .getByRole('article', { name: 'Vertrouwensfuncties' })
    .filter({ hasText: 'Niet bekendgemaakt' });
  await expect(missing).toContainText('Niet bekendgemaakt');
  await expect(missing).toContainText('Reden: De onderneming weigert dit.');
  await expect(missing).toContainText('Geen bron');
});

test('wrong fields are named in words and take the focus', async ({ page, violations }) => {
  await enterDossier(page);
  await page.getByRole('button', { name: 'Feit toevoegen', exact: true }).click();
  await choose(page, 'Wat wordt vastgelegd', 'Marktaandeel');
  await form(page).getByText('Bandbreedte', { exact: true }).click();
  await form(page).getByRole('textbox', { name: 'Ten minste' }).fill('34');
  await form(page).getByRole('textbox', { name: 'Ten hoogste' }).fill('18');
  await form(page).getByRole('textbox', { name: 'Geldig vanaf' }).fill('2023-13');
  await form(page).getByRole('button', { name: 'Opslaan' }).click();
  await expect(form(page).getByText('De ondergrens ligt boven de bovengrens.')).toBeVisible();
  await expect(form(page).getByText('Dit is geen bestaande datum.')).toBeVisible();
  await expect(form(page).getByRole('textbox', { name: 'Ten minste' })).toBeFocused();
  expect(await violations()).toEqual([]);
  await form(page).getByRole('textbox', { name: 'Ten minste' }).fill('12,5');
  await form(page).getByRole('textbox', { name: 'Geldig vanaf' }).fill('2023-12');
  await form(page).getByRole('button', { name: 'Opslaan' }).click();
  await expect(form(page)).toHaveCount(0);
  await expect(facts(page)).toContainText('12,5–18%');
});

test('what somebody else saved first is not overwritten, and what was typed stays', async ({ page }) => {
  await enterDossier(page);
  await factAction(page, 'KvK-nummer', 'Bewerken');
  await form(page).getByRole('textbox', { name: 'Pagina of plaats in de bron' }).fill('bladzijde 3');
  await page.evaluate(async () => {
    const logId = location.hash.split('/')[2] as string;
    const listed = await window.waarborg.call['records.list']({ logId, types: ['claim'] });
    if (!listed.ok) throw new Error(listed.error.code);
    const claim = listed.value.find(({ body }) => JSON.stringify(body.value).includes('99014116'));
    if (claim === undefined) throw new Error('no claim');
    const { record, digest, type, marking, body } = claim;
    const put = { record, type, base: [digest], body: { ...body, page: 'bladzijde 2' }, marking };
    const saved = await window.waarborg.call['records.put']({ logId, action: 'edit', puts: [put] });
    if (!saved.ok) throw new Error(saved.error.code);
  });
  await form(page).getByRole('button', { name: 'Opslaan' }).click();
  await expect(form(page).getByText('Intussen gewijzigd')).toBeVisible();
  await form(page).getByRole('button', { name: 'Nieuwe stand ophalen' }).click();
  await expect(form(page).getByText('bladzijde 2')).toBeVisible();
  await expect(form(page).getByRole('textbox', { name: 'Pagina of plaats in de bron' })).toHaveValue(
    'bladzijde 3',
  );
  await form(page).getByRole('button', { name: 'Opslaan' }).click();
  await expect(form(page)).toHaveCount(0);
  await expect(facts(page).getByRole('article', { name: 'KvK-nummer' }).first()).toContainText('bladzijde 3');
});

test('a party, a relation with a fact, and a note are added; a fact is withdrawn after a question', async ({
  page,
  violations,
}) => {
  await enterDossier(page);
  await page
    .getByRole('region', { name: 'Partijen en zaken in dit dossier' })
    .getByRole('button', { name: 'Toevoegen' })
    .click();
  await form(page).getByRole('textbox', { name: 'Naam' }).fill('Noorderlicht Glas B.V.');
  await form(page).getByRole('textbox', { name: /^Land/ }).fill('nl');
  await expect(form(page).getByText('Nederland')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Noorderlicht Glas B.V.' })).toBeVisible();

  await page.getByRole('button', { name: 'Relatie toevoegen' }).click();
  await choose(page, 'Soort relatie', 'Levering');
  await choose(page, 'Andere partij', COMPANY);
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  const relations = page.getByRole('region', { name: 'Relaties', exact: true });
  await expect(relations).toContainText('Nog geen feit dat deze relatie onderbouwt');
  await relations.getByRole('button', { name: `Feit over deze relatie toevoegen: ${COMPANY}` }).click();
  await choose(page, 'Wat wordt vastgelegd', 'Enige leverancier');
  await choose(page, 'Waarde', 'Ja');
  await page.keyboard.press('Control+Enter');
  await relations.getByRole('button', { name: /^1 feit tonen/ }).click();
  await expect(relations.getByRole('article', { name: 'Enige leverancier' })).toContainText('Geen bron');

  await page.getByRole('button', { name: 'Notitie toevoegen' }).click();
  await form(page).getByRole('textbox', { name: 'Tekst' }).fill('Nog navragen bij de gemeente.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Notities' })).toContainText('Nog navragen bij de gemeente.');
  expect(await violations()).toEqual([]);

  await factAction(page, 'Enige leverancier', 'Intrekken');
  await expect(form(page)).toContainText('verdwijnt uit het dossier');
  await form(page).getByRole('button', { name: 'Intrekken' }).click();
  await expect(relations).toContainText('Nog geen feit dat deze relatie onderbouwt');
});
