import { expect, test } from './fixtures.ts';

test('the app opens one accessible window with its name', async ({ app, page, violations }) => {
  await expect(page).toHaveTitle(/Waarborg/);
  expect(app.windows()).toHaveLength(1);
  expect(await violations()).toEqual([]);
});
