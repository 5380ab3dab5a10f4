import { expect, test } from './fixtures.ts';
import { enterSampleCase, withSample } from './sample.ts';
import { openPart } from './steps.ts';

test.use({ userData: withSample });

test('evidence health names weak claims and short verdicts, and what changes if one source is wrong', async ({
  page,
  violations,
}) => {
  await enterSampleCase(page);
  await openPart(page, 'Bewijskracht');
  await expect(page.locator('[data-threshold="circularEvidence"]')).toContainText('Gehaald');
  await expect(page.locator('[data-threshold="oneOrigin"]')).toContainText('halen de drempel niet');
  await page.getByRole('button', { name: 'Doorrekenen' }).click();
  const office = page.getByRole('table', { name: /zonder Voornemen onder de Wet vifo/ });
  await expect(office.getByRole('row', { name: /vifo-influence/ })).toContainText('Onbepaald');
  expect(await violations()).toEqual([]);

  // The table beside the chart says what the list below it holds.
  const disputed = page.locator('[data-weakness="contradicted"]');
  const count = Number(await disputed.getByRole('cell').last().textContent());
  await page.getByRole('combobox', { name: 'Toon feiten die zijn' }).click();
  await page.getByRole('option', { name: 'Betwist' }).click();
  const list = page.getByRole('table', { name: 'Zwakke feiten' });
  await expect(list.getByRole('row')).toHaveCount(count + 1);
  // A button that is half under the bar of the case is measured by the half that shows.
  await page.getByRole('heading', { level: 1, name: 'Bewijskracht' }).scrollIntoViewIfNeeded();
  expect(await violations()).toEqual([]);
});
