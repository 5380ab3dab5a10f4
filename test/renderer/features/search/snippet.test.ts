import { expect, test } from 'vitest';
import { lines, plain } from '#renderer/features/search/snippet.ts';

test('what was found is marked, what looks like markup stays text', () => {
  const [line] = lines('<b>Het</b> \u0002zorav\u0003isch fonds');
  expect(line?.map(({ text, hit }) => [text, hit])).toEqual([
    ['<b>Het</b> ', false],
    ['zorav', true],
    ['isch fonds', false],
  ]);
});

test('codes of the model that nobody typed are left out, and so are dates and states', () => {
  const found = lines('\u0002Zor\u0003invest\nstateOwnedEntity\nXZ\n2026-05\nasserted\nB\nstaat op pagina 3');
  expect(found.map(plain)).toEqual(['Zorinvest', 'staat op pagina 3']);
});

test('a code that was typed is shown', () => {
  expect(lines('\u0002asserted\u0003').map(plain)).toEqual(['asserted']);
});
