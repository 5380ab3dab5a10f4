import { expect, test } from 'vitest';
import { emptySource, readSource, sourceToDraft } from '#renderer/features/sources/sourceDraft.ts';
import { RECORDS } from '#shared/model/records.ts';

test('a source needs a title, dates that exist and a language of two letters', () => {
  const { body, errors } = readSource({
    ...emptySource,
    title: ' ',
    published: '2024-02-30',
    retrieved: '2024-03',
    language: 'dutch',
  });
  expect(body).toBeUndefined();
  expect(errors).toEqual({
    title: { key: 'dossier.error.required' },
    published: { key: 'dossier.error.date' },
    retrieved: { key: 'sources.error.day' },
    language: { key: 'sources.error.language' },
  });
});

test('a source comes back from what was stored unchanged, and empty fields are not written', () => {
  const body = RECORDS.source.body.parse({
    title: 'Jaarverslag 2025',
    kind: 'annualReport',
    published: '2026-04',
    reliability: 'B',
    tlp: 'amber',
  });
  expect(readSource(sourceToDraft(body)).body).toEqual(body);
  expect(readSource({ ...emptySource, title: 'Gesprek' }).body).toEqual({
    title: 'Gesprek',
    kind: 'other',
    reliability: 'F',
  });
});
