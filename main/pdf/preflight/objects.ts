import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';

/** Lookups that answer with nothing where a file does not hold what it should. */
export const entry = (dict: PDFDict | undefined, key: string): PDFObject | undefined =>
  dict?.lookup(PDFName.of(key));

export const dictAt = (dict: PDFDict | undefined, key: string): PDFDict | undefined => {
  const value = entry(dict, key);
  return value instanceof PDFDict ? value : undefined;
};

/** The name under a key, without its slash. */
export const nameAt = (dict: PDFDict | undefined, key: string): string | undefined => {
  const value = entry(dict, key);
  return value instanceof PDFName ? value.decodeText() : undefined;
};

/** The members of an array, resolved; a single object stands for an array of one. */
export const itemsOf = (value: PDFObject | undefined, context: PDFContext): PDFObject[] =>
  value === undefined
    ? []
    : value instanceof PDFArray
      ? value.asArray().flatMap((item) => context.lookup(item) ?? [])
      : [value];

export const dictsOf = (value: PDFObject | undefined, context: PDFContext): PDFDict[] =>
  itemsOf(value, context).filter((item) => item instanceof PDFDict);

/** Decoded bytes of a stream, one a character. */
export function textOfStream(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFStream)) return '';
  const bytes = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
  return Buffer.from(bytes).toString('latin1');
}
