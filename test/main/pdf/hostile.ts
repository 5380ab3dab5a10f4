import fs from 'node:fs';
import path from 'node:path';
import type { GateNode, Part, Parts } from '#shared/dossier/blocks.ts';
import type { DocumentInput } from '#shared/dossier/document.ts';
import { dutchLabels } from './fixtureLabels.ts';

const naughtyFile = path.resolve(import.meta.dirname, '../../../../shared/data/fuzz/blns/blns.json');

/** The public list of strings that have broken programs, where it lies beside the repository. */
export function naughtyStrings(): string[] {
  const listed: unknown = fs.existsSync(naughtyFile) ? JSON.parse(fs.readFileSync(naughtyFile, 'utf8')) : [];
  return Array.isArray(listed) ? listed.filter((item) => typeof item === 'string' && item !== '') : [];
}

export const HOSTILE: readonly string[] = [
  '#import "/etc/passwd"',
  '#read("/document.json")',
  '$x$ *b* _i_ `r` = h\n== h2 #pagebreak() \\ <label> @ref',
  '😀 emoji 👩‍👩‍👧‍👦 🇳🇱',
  'شركة النور للتجارة',
  'بนริษัท 삼성전자 深圳市',
  'a\u202egnp.exe\u202cb \u2066x\u2069 \u200f',
  'lone \ud800 high and \udc00 low',
  'nul \u0000 esc \u001b del \u007f nel \u0085 bom \ufeff nonchar \ufffe \uffff \ufdd0 pua \ue000 \u{10fffd}',
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324algo',
  'zero\u200bwidth\u200dand\u00adsoft\u2060joiners',
  'ООО «Ромашка» Ελληνική ﬁ ½ ① Ⅷ',
  'x'.repeat(40_000),
  'Ⱥ'.repeat(3_000),
  'a/b-c.d_'.repeat(500),
  '\u0301'.repeat(50),
  '\n\n\n',
  ' ',
];

/** Attempts that must come out as they went in, letter for letter. */
export const INJECTIONS: readonly string[] = [
  '#import "/etc/passwd"',
  '#read("/document.json")',
  '$x$ *b* _i_ `r` = h',
];

const wide = { kind: 'text' as const };

/** One document with every string of `filled` in every place that a case can fill, and all of `more` in its text. */
export function hostileDocument(filled: readonly string[], more: readonly string[] = []): DocumentInput {
  const running = (string: string): Parts => [
    { ...wide, text: string },
    { kind: 'emphasis', text: string.slice(0, 400) },
    { kind: 'strong', text: string.slice(0, 400) },
    { kind: 'cite', n: 1 },
  ];
  const chip = (word: string): Part => ({ kind: 'chip', tone: 'gap', word: word.slice(0, 60) });
  const marking = { code: 'depV' as const, short: 'Dep.V.', label: 'Departementaal Vertrouwelijk' };
  const nested = (words: readonly string[]): GateNode => ({
    code: words[0]?.slice(0, 300) ?? 'x',
    label: words[0] ?? 'x',
    outcome: 'undetermined',
    word: 'Onbepaald',
    rule: words[0]?.slice(0, 300),
    argument: running(words[0] ?? 'x'),
    ...(words.length > 1 ? { children: [nested(words.slice(1))] } : {}),
  });
  const longest = filled.reduce((a, b) => (b.length > a.length ? b : a));
  return {
    lang: 'nl',
    title: longest,
    subtitle: filled[0],
    reference: longest,
    marking,
    version: longest,
    asOf: '2026-11-16',
    author: filled.slice(0, 40).join(' '),
    department: filled.slice(-8).join(' '),
    digest: 'ab'.repeat(32),
    generatedFrom: filled.slice(0, 5).map((value) => ({ label: value, value })),
    labels: dutchLabels,
    blocks: [
      ...filled.flatMap((string, i): DocumentInput['blocks'] => [
        { kind: 'heading', level: i === 0 ? 1 : 2, id: `h${i}`, text: string },
        { kind: 'paragraph', parts: running(string), marking },
      ]),
      { kind: 'heading', level: 1, id: 'rest', text: 'Rest' },
      { kind: 'bullets', items: [...filled, ...more].map(running) },
      { kind: 'facts', items: filled.map((string) => ({ term: string, value: running(string) })) },
      {
        kind: 'tiles',
        items: filled.slice(-12, -8).map((string) => ({ label: string, value: string, note: string })),
      },
      {
        kind: 'tiles',
        items: [longest, longest].map((string) => ({
          label: string.slice(0, 300),
          value: string.slice(0, 300),
        })),
      },
      {
        kind: 'table',
        id: 'narrow',
        caption: longest,
        columns: filled.slice(-9, -1).map((title) => ({ title: title.slice(0, 100), width: 1 })),
        rows: filled.map((string, i) => ({
          cells: Array.from(
            { length: 8 },
            (_, c): Parts =>
              c === i % 8 ? running(string) : [{ ...wide, text: string.slice(0, 60) }, chip(string)],
          ),
        })),
        empty: 'leeg',
      },
      { kind: 'gates', nodes: [nested(filled.slice(-10)), ...filled.map((string) => nested([string]))] },
      {
        kind: 'figure',
        id: 'drawing',
        svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" font-family="Inter, sans-serif">${filled
          .slice(-18)
          .map((string, i) => `<text x="4" y="${14 + i * 15}">${escapeXml(string.slice(0, 60))}</text>`)
          .join('')}<text x="4" y="290">&#x1F600; &#0; &#xD800; &lt;b&gt;</text></svg>`,
        alt: longest,
        caption: filled.slice(-12).join(' ').slice(0, 5000),
      },
      ...filled.map((string): DocumentInput['blocks'][number] => ({
        kind: 'callout',
        tone: 'warning',
        title: string,
        parts: running(string),
        items: [running(string)],
      })),
      {
        kind: 'evidence',
        items: filled.map((string, i) => ({
          n: i + 1,
          title: string,
          publisher: string,
          date: string.slice(0, 99),
          grade: 'B2',
          gradeWords: string.slice(0, 99),
          url: string,
          quote: string,
          page: string.slice(0, 99),
          note: string,
          accessed: string.slice(0, 99),
          marking,
        })),
      },
    ],
  };
}

/** Control characters have no place in XML at all; the rest of the string stays hostile. */
const escapeXml = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
