import { BODS } from './bods/reader.ts';
import { FTM } from './ftm/reader.ts';
import { GLEIF, GLEIF_ALL } from './gleif/reader.ts';
import { GEXF, GRAPHML } from './graph/reader.ts';
import { IO_TABLE } from './io/reader.ts';
import type { ReadContext, Reader } from './reader.ts';

/** How sure a format is that a file is its own: not, perhaps (by the extension), probably, certainly. */
export type Likeness = 0 | 1 | 2 | 3;

/**
 * A format of files that is read as text, decoded and unpacked. `looksLike` is given the first part of the text (up to
 * 64 Ki characters) and the name of the file in lower case, without `.gz`.
 */
export type TextFormat = {
  readonly extensions: readonly string[];
  readonly looksLike: (head: string, name: string) => Likeness;
  readonly open: (context: ReadContext) => Reader<string>;
};

/** Every format that a reader of ours knows by itself, without a mapping of columns: one line a format. */
export const TEXT_FORMATS = {
  bods: BODS,
  ftm: FTM,
  graphml: GRAPHML,
  gexf: GEXF,
  gleif: GLEIF,
  gleifAll: GLEIF_ALL,
  io: IO_TABLE,
} as const satisfies Record<string, TextFormat>;

export type TextFormatId = keyof typeof TEXT_FORMATS;
export const TEXT_FORMAT_IDS = Object.keys(TEXT_FORMATS) as TextFormatId[];

/** The formats that a text may be in, the surest first; of equally sure ones the first of the list. */
export const textFormatsOf = (
  head: string,
  name: string,
): { readonly id: TextFormatId; readonly likeness: 1 | 2 | 3 }[] =>
  TEXT_FORMAT_IDS.flatMap((id) => {
    const likeness = TEXT_FORMATS[id].looksLike(head, name);
    return likeness === 0 ? [] : [{ id, likeness }];
  }).sort((a, b) => b.likeness - a.likeness);
