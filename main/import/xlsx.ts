import type { TableRow } from '#shared/import/table/mapping.ts';
import { WorkbookError } from '#shared/import/xlsx/parts.ts';
import { SheetReader } from '#shared/import/xlsx/sheet.ts';
import { SharedStrings } from '#shared/import/xlsx/strings.ts';
import { type NumberForm, readStyles } from '#shared/import/xlsx/styles.ts';
import { readRelations, readWorkbook, targetOf } from '#shared/import/xlsx/workbook.ts';
import type { FileSource } from './bytes.ts';
import { refusedFile } from './failure.ts';
import { type ZipEntry, ZipFile } from './zip.ts';

/** Largest part that is read as one text: the list of sheets, relations, styles. */
const MAX_PART = 32 * 1024 * 1024;

type Decoder = InstanceType<typeof TextDecoder>;
const decoderOf = (first: Buffer): Decoder =>
  new TextDecoder(
    first[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : 'utf-8',
    { fatal: true },
  );

async function* textOf(
  zip: ZipFile,
  entry: ZipEntry,
  onRead?: (bytes: number) => void,
): AsyncIterable<string> {
  let decoder: Decoder | undefined;
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? (decoder as Decoder).decode(piece, { stream: true }) : (decoder?.decode() ?? '');
    } catch {
      throw new WorkbookError('workbookDamaged');
    }
  };
  for await (const piece of zip.unpack(entry, onRead)) {
    decoder ??= decoderOf(piece);
    yield decode(piece);
  }
  yield decode();
}

async function partOf(zip: ZipFile, name: string): Promise<string[] | undefined> {
  const entry = zip.find(name);
  if (!entry) return undefined;
  const pieces: string[] = [];
  let characters = 0;
  for await (const piece of textOf(zip, entry)) {
    characters += piece.length;
    if (characters > MAX_PART) throw new WorkbookError('workbookTooLarge');
    pieces.push(piece);
  }
  return pieces;
}

type Book = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly from1904: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
};

async function bookOf(zip: ZipFile): Promise<Book> {
  const roots = readRelations((await partOf(zip, '_rels/.rels')) ?? ['<Relationships/>']);
  const root = targetOf('', roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml');
  const workbook = root.toLowerCase().endsWith('.bin') ? undefined : await partOf(zip, root);
  if (!workbook) throw new WorkbookError('workbookForm');
  const at = root.lastIndexOf('/') + 1;
  const own = await partOf(zip, `${root.slice(0, at)}_rels/${root.slice(at)}.rels`);
  const relations = own ? readRelations(own) : [];
  const { sheets, from1904 } = readWorkbook(workbook);
  const partOfType = (type: string): string | undefined => {
    const found = relations.find((one) => one.type === type);
    return found && targetOf(root, found.target);
  };
  return {
    sheets: sheets.flatMap(({ name, relation }) => {
      const found = relations.find(({ id, type }) => id === relation && type === 'worksheet');
      return found ? [{ name, part: targetOf(root, found.target) }] : [];
    }),
    from1904,
    strings: partOfType('sharedStrings'),
    styles: partOfType('styles'),
  };
}

async function stringsOf(zip: ZipFile, name: string | undefined): Promise<readonly string[]> {
  const entry = name === undefined ? undefined : zip.find(name);
  if (!entry) return [];
  const strings = new SharedStrings();
  for await (const piece of textOf(zip, entry)) strings.push(piece);
  return strings.end();
}

/** Runs what reads a workbook, and says in the importer's own words why it cannot. */
async function* guarded<T>(work: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* work;
  } catch (error) {
    throw error instanceof WorkbookError ? refusedFile(error.reason) : error;
  }
}

async function* rowsIn(
  source: FileSource,
  sheet: string | undefined,
  onRead: (done: number, total: number) => void,
): AsyncIterable<readonly TableRow[]> {
  const zip = new ZipFile(source);
  try {
    const { sheets, from1904, strings, styles } = await bookOf(zip);
    const chosen = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
    const entry = chosen && zip.find(chosen.part);
    if (!entry) throw new WorkbookError('sheetMissing');
    const forms: readonly NumberForm[] = readStyles(
      (styles && (await partOf(zip, styles))) || ['<styleSheet/>'],
    );
    const reader = new SheetReader({ strings: await stringsOf(zip, strings), forms, from1904 });
    for await (const piece of textOf(zip, entry, (done) => onRead(done, entry.packed))) {
      const rows = reader.push(piece);
      if (rows.length > 0) yield rows;
    }
    yield reader.end();
  } finally {
    zip.close();
  }
}

/**
 * The rows of one sheet of an XLSX workbook, the first when none is named, piece by piece. Only the parts that this needs
 * are unpacked; links, macros, formulas and whatever lies outside the file play no part.
 * @throws ImportFailure
 */
export const sheetRows = (
  source: FileSource,
  sheet: string | undefined,
  onRead: (done: number, total: number) => void,
): AsyncIterable<readonly TableRow[]> => guarded(rowsIn(source, sheet, onRead));

async function* namesIn(source: FileSource): AsyncIterable<string> {
  const zip = new ZipFile(source);
  try {
    for (const { name } of (await bookOf(zip)).sheets) yield name;
  } finally {
    zip.close();
  }
}

/** Names of the sheets that have cells, in their order. @throws ImportFailure */
export async function sheetNames(source: FileSource): Promise<string[]> {
  const names: string[] = [];
  for await (const name of guarded(namesIn(source))) names.push(name);
  return names;
}
