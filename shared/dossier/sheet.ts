import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Lang, translator } from '../i18n/index.ts';
import type { Day } from '../model/dates.ts';
import type { Marking } from '../model/marking.ts';
import type { BodyOf } from '../model/records.ts';
import { markingText } from './compose/book.ts';
import { labelsIn } from './compose/labels.ts';
import type { DocumentInput } from './document.ts';

/** A drawing that gets a page of its own size. */
export type SheetInput = {
  readonly language: Lang;
  readonly title: string;
  readonly svg: string;
  /** What the drawing shows, for who cannot see it. */
  readonly alt: string;
  readonly caption: string;
  readonly notes: readonly string[];
  readonly marking: Marking;
  readonly day: Day;
};

type Origin = {
  readonly reference: string | undefined;
  readonly department: BodyOf<'case'>['leadDepartment'];
  readonly author: string;
  readonly version: string;
};

/** One drawing as a document. Equal drawings give equal documents; the digest is that of the drawing. */
export function sheetDocument(sheet: SheetInput, origin: Origin): DocumentInput {
  const t = translator(sheet.language);
  return {
    format: 'sheet',
    lang: sheet.language,
    title: sheet.title,
    reference: origin.reference || t('document.noReference'),
    marking: markingText(sheet.marking, t),
    version: t('document.account.programOf', { version: origin.version }),
    asOf: sheet.day,
    author: origin.author,
    department: t(`words.department.${origin.department}`),
    digest: bytesToHex(sha256(utf8ToBytes(sheet.svg))),
    labels: labelsIn(t),
    blocks: [
      { kind: 'heading', level: 1, id: 'sheet', text: sheet.title },
      ...sheet.notes.map((text) => ({
        kind: 'paragraph' as const,
        parts: [{ kind: 'text' as const, text }],
      })),
      { kind: 'figure', id: 'picture', svg: sheet.svg, alt: sheet.alt, caption: sheet.caption, width: 1 },
    ],
  };
}
