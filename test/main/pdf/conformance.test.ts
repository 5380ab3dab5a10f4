import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPdfEngine } from '#main/pdf/render.ts';
import { sheetDocument } from '#shared/dossier/sheet.ts';
import { englishSample, sample } from './fixture.ts';
import { dutchLabels } from './fixtureLabels.ts';
import { HOSTILE, hostileDocument, INJECTIONS, naughtyStrings } from './hostile.ts';
import { hasPdfToText, hasVeraCheck, pagesOf, veraChecks } from './tools.ts';

const engine = createPdfEngine();
const sheet = sheetDocument(
  {
    language: 'nl',
    title: 'Netwerk rond Lumenvast B.V.',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2400 300" width="2400" height="300"><g fill="#154273"><rect x="10" y="10" width="2300" height="200"/></g></svg>',
    alt: 'Lumenvast B.V. en wie daaraan levert',
    caption: 'Netwerk rond Lumenvast B.V.',
    notes: ['Geldig op 20 november 2026', 'Binnen het in kaart gebrachte netwerk.'],
    marking: 'depV',
    day: '2026-11-20',
  },
  { reference: undefined, department: 'EZ', author: 'Anna de Vries', version: '0.0.0' },
);
const made = new Map<string, Uint8Array>();

beforeAll(async () => {
  const documents = {
    dutch: sample,
    english: englishSample,
    hostile: hostileDocument(
      HOSTILE.map((string) => string.slice(0, 4000)),
      naughtyStrings(),
    ),
    sheet,
    endless: {
      ...englishSample,
      title: 'x'.repeat(40_000),
      blocks: [{ kind: 'paragraph' as const, parts: [{ kind: 'text' as const, text: 'x'.repeat(40_000) }] }],
    },
  };
  for (const [name, document] of Object.entries(documents)) {
    const attachments =
      name === 'dutch'
        ? [
            {
              name: 'zaak.json',
              mime: 'application/json',
              bytes: new Uint8Array([123, 125]),
              description: 'Zaak',
            },
          ]
        : [];
    const rendered = await engine.render(document, { attachments });
    if (!rendered.ok) throw new Error(`${name}: ${JSON.stringify(rendered.error)}`);
    made.set(name, rendered.value.bytes);
  }
}, 300_000);
afterAll(() => engine.stop());

const bytesOf = (name: string): Uint8Array => made.get(name) ?? new Uint8Array();

describe.skipIf(!hasVeraCheck)('veraPDF, beside the repository', () => {
  it.each(['ua1', '3a'] as const)(
    'passes every document as %s: in both languages, hostile, endless, and a sheet',
    (flavour) => {
      const verdicts = veraChecks(made, flavour);
      expect(verdicts).toEqual(Object.fromEntries([...made.keys()].map((name) => [name, 'PASS'])));
    },
    300_000,
  );
});

describe.skipIf(!hasPdfToText)('what another reader makes of it', () => {
  it.each([
    ['dutch', 'DEPARTEMENTAAL VERTROUWELIJK'],
    ['english', 'UNCLASSIFIED'],
    ['hostile', 'DEPARTEMENTAAL VERTROUWELIJK'],
  ])('the %s document has its marking above and below every page', (name, marking) => {
    const counts = pagesOf(bytesOf(name)).map((page) => page.split(marking).length - 1);
    expect(counts.length).toBeGreaterThan(2);
    expect(counts.filter((count) => count < 2)).toEqual([]);
  });

  it('numbers every page but the cover, with the total', () => {
    const pages = pagesOf(bytesOf('dutch'));
    const numbers = pages.map((page) => /Pagina (\d+) van (\d+)/.exec(page)?.slice(1).map(Number));
    expect(numbers).toEqual([undefined, ...pages.slice(1).map((_, i) => [i + 2, pages.length])]);
  });

  it('repeats the head of a table on every page that the table reaches', () => {
    const rows = pagesOf(bytesOf('dutch')).filter((page) => page.includes('Siliciumnitride-koppelstuk'));
    expect(rows.map((page) => page.includes('Vervangbaar'))).toEqual([true, true]);
  });

  it('prints the word of every outcome, the cover facts and the pages that cite a source', () => {
    const text = pagesOf(bytesOf('dutch')).join(' ').replace(/\s+/g, ' ');
    const wanted = [
      '✓ Vervuld',
      '✗ Niet vervuld',
      '? Onbepaald',
      '▲ Boven 50 %',
      '○ Onbekend',
      '16 november 2026',
      String(sample.digest),
      `${dutchLabels.citedOn}: 3, 4`,
      '(Stg.C) Dit deel',
    ];
    expect(wanted.filter((words) => !text.replaceAll('\u00a0', ' ').includes(words))).toEqual([]);
  });

  it('prints attempts at markup letter for letter', () => {
    const text = pagesOf(bytesOf('hostile')).join('\n').replaceAll('\u200b', '');
    expect(INJECTIONS.filter((attempt) => !text.includes(attempt))).toEqual([]);
    expect(text).not.toContain('root:');
  });
});
