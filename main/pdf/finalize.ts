import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Document } from '#shared/dossier/document.ts';
import { type Attachment, attachFiles, compressed } from './attach.ts';
import { srgbProfile } from './srgb.ts';
import { type FileFacts, xmpPacket } from './xmp.ts';

const PRODUCT = 'Waarborg';
const PROFILE = 'sRGB IEC61966-2.1';
const name = PDFName.of;

const identifier = (...parts: Uint8Array[]): PDFHexString =>
  PDFHexString.of(bytesToHex(sha256(concatBytes(...parts))).slice(0, 32));

/**
 * Makes a tagged PDF 1.7 into PDF/A-3a and PDF/UA-1: what it says of itself, its colour space, its attachments, its
 * identifiers. The first identifier follows from the state of the case, the second from the bytes, so that nothing
 * depends on the clock or on chance.
 */
export async function finalize(
  typeset: Uint8Array,
  document: Document,
  attachments: readonly Attachment[],
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(typeset, { updateMetadata: false });
  const { context, catalog } = pdf;
  const facts: FileFacts = {
    title: document.title,
    author: document.author,
    lang: document.lang,
    keywords: `${document.reference}, ${document.marking.label}`,
    instant: `${document.asOf}T00:00:00Z`,
    creator: PRODUCT,
    producer: PRODUCT,
  };
  const date = PDFString.of(`D:${document.asOf.replaceAll('-', '')}000000Z`);

  // What the typesetter said of the file goes: an object that nothing points to would still be written.
  for (const old of [context.trailerInfo.Info, catalog.get(name('Metadata'))])
    if (old instanceof PDFRef) context.delete(old);
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(facts.title),
      Author: PDFHexString.fromText(facts.author),
      Keywords: PDFHexString.fromText(facts.keywords),
      Creator: PDFHexString.fromText(facts.creator),
      Producer: PDFHexString.fromText(facts.producer),
      CreationDate: date,
      ModDate: date,
    }),
  );
  const packet = utf8ToBytes(xmpPacket(facts));
  const metadata = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length });
  catalog.set(name('Metadata'), context.register(PDFRawStream.of(metadata, packet)));
  catalog.set(
    name('OutputIntents'),
    context.obj([
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: PDFString.of(PROFILE),
        Info: PDFString.of(PROFILE),
        DestOutputProfile: compressed(context, srgbProfile(), { N: 3 }),
      },
    ]),
  );
  const preferences = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict) ?? context.obj({});
  preferences.set(name('DisplayDocTitle'), context.obj(true));
  catalog.set(name('ViewerPreferences'), preferences);
  attachFiles(context, catalog, attachments, date);

  const content = attachments.flatMap((file) => [utf8ToBytes(file.name), sha256(file.bytes)]);
  context.trailerInfo.ID = context.obj([
    identifier(utf8ToBytes(`${document.lang} ${document.digest}`)),
    identifier(typeset, ...content),
  ]);
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}
