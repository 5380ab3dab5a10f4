import fs from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Document } from '#shared/dossier/document.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type AssetName, assetPath } from '../assets.ts';
import type { Attachment } from './attach.ts';
import { cleanDocument } from './clean.ts';
import { coverageOf } from './coverage.ts';
import { finalize } from './finalize.ts';
import { preflight } from './preflight/preflight.ts';
import { DrawingRefused } from './svg.ts';
import { createTypesetter, TypesettingFailed } from './typst.ts';

/** The steps of making a document, in order. */
export const PHASES = ['prepare', 'typeset', 'finish', 'check'] as const;
export type Phase = (typeof PHASES)[number];

export type RenderedPdf = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What the text lost on its way to paper; see `Replaced`. `codes` are sorted, such as "U+1F600". */
  readonly replaced: {
    readonly characters: number;
    readonly codes: readonly string[];
    readonly shortened: number;
  };
};

/** `phase` says where it went wrong; `findings` are the rules of the preflight, comma separated. */
export type Made = Result<RenderedPdf, 'documentFailed'>;

export type Maker = (
  document: Document,
  attachments: readonly Attachment[],
  onPhase: (phase: Phase) => void,
) => Promise<Made>;

const FONTS = ['Regular', 'Italic', 'SemiBold', 'SemiBoldItalic', 'Bold', 'BoldItalic'] as const;
const asset = (name: AssetName): Uint8Array => new Uint8Array(fs.readFileSync(assetPath(name)));

/**
 * Everything that makes a document, warmed up once for a thread. A throw is a panic of the typesetter or a mistake of
 * ours; the maker is of no use after it.
 */
export async function createMaker(): Promise<Maker> {
  const fonts = FONTS.map((style) => asset(`fonts/SourceSans3-${style}.ttf`));
  const covered = coverageOf(fonts);
  const templates = {
    dossier: fs.readFileSync(assetPath('pdf/dossier.typ'), 'utf8'),
    sheet: fs.readFileSync(assetPath('pdf/sheet.typ'), 'utf8'),
  };
  const typesetter = await createTypesetter(asset('typst.wasm'), fonts);

  return async (given, attachments, onPhase) => {
    let phase: Phase = 'prepare';
    const enter = (next: Phase): void => {
      phase = next;
      onPhase(next);
    };
    try {
      enter('prepare');
      const { document, replaced } = cleanDocument(given, covered);
      enter('typeset');
      const typeset = typesetter.typeset(document, templates[document.format]);
      enter('finish');
      const bytes = await finalize(typeset, document, attachments);
      enter('check');
      const findings = await preflight(bytes);
      if (findings.length > 0) {
        const rules = [...new Set(findings.map((finding) => finding.rule))];
        return fail('documentFailed', { phase, findings: rules.join(', ') });
      }
      const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
      return ok({ bytes, pages, replaced: { ...replaced, codes: [...replaced.codes].sort() } });
    } catch (error) {
      if (error instanceof TypesettingFailed || error instanceof DrawingRefused)
        return fail('documentFailed', { phase });
      throw error;
    }
  };
}
