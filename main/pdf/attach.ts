import {
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  type PDFString,
} from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';

/** A file inside the document. `name` is a plain file name, unique in the document. */
export type Attachment = {
  readonly name: string;
  /** Media type, such as `application/json`. */
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly description: string;
};

const name = PDFName.of;

/** A compressed stream; fflate is plain JavaScript, so the bytes are the same on every processor. */
export function compressed(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Record<string, PDFObject | number>,
): PDFRef {
  const data = zlibSync(bytes, { level: 9 });
  const dict = context.obj({ ...entries, Filter: name('FlateDecode'), Length: data.length });
  return context.register(PDFRawStream.of(dict, data));
}

/**
 * Puts the files into the document as its sources: named, described, dated and tied to the catalog (ISO 19005-3, 6.8).
 */
export function attachFiles(
  context: PDFContext,
  catalog: PDFDict,
  attachments: readonly Attachment[],
  date: PDFString,
): void {
  if (attachments.length === 0) return;
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const files = context.obj([]);
  const names = context.obj([]);
  sorted.forEach((file, index) => {
    if (sorted[index + 1]?.name === file.name) throw new Error('two attachments have the same name');
    const stream = compressed(context, file.bytes, {
      Type: name('EmbeddedFile'),
      Subtype: name(file.mime),
      Params: context.obj({ Size: file.bytes.length, CreationDate: date, ModDate: date }),
    });
    const specification = context.register(
      context.obj({
        Type: 'Filespec',
        F: PDFHexString.fromText(file.name),
        UF: PDFHexString.fromText(file.name),
        Desc: PDFHexString.fromText(file.description),
        AFRelationship: 'Source',
        EF: { F: stream, UF: stream },
      }),
    );
    files.push(specification);
    names.push(PDFHexString.fromText(file.name));
    names.push(specification);
  });
  const tree = catalog.lookupMaybe(name('Names'), PDFDict) ?? context.obj({});
  tree.set(name('EmbeddedFiles'), context.obj({ Names: names }));
  catalog.set(name('Names'), tree);
  catalog.set(name('AF'), files);
}
