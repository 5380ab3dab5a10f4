import fs from 'node:fs';
import { crc32, createInflateRaw } from 'node:zlib';
import { WorkbookError } from '#shared/import/xlsx/parts.ts';
import type { FileSource } from './bytes.ts';

/** What a package may have at most: entries, bytes of its directory, bytes of one entry when it is unpacked. */
const LIMITS = { entries: 10_000, directory: 8 * 1024 * 1024, expanded: 2 * 1024 ** 3 } as const;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const PIECE = 128 * 1024;

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
};

/** Reads any part of a file, on the disk or in memory. */
type Bytes = { readonly size: number; readonly read: (at: number, count: number) => Buffer; close(): void };

function bytesIn(source: FileSource): Bytes {
  if (!('path' in source)) {
    const whole = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.length);
    return {
      size: whole.length,
      read: (at, count) => whole.subarray(at, at + count),
      close: () => undefined,
    };
  }
  const file = fs.openSync(source.path, 'r');
  return {
    size: fs.fstatSync(file).size,
    read: (at, count) => {
      const piece = Buffer.alloc(count);
      return piece.subarray(0, fs.readSync(file, piece, 0, count, at));
    },
    close: () => fs.closeSync(file),
  };
}

const damaged = (): never => {
  throw new WorkbookError('workbookDamaged');
};

/** Where the directory of a package is: its end record is in the last 64 KiB, before a comment. */
function directoryOf({ size, read }: Bytes): {
  readonly at: number;
  readonly bytes: number;
  readonly entries: number;
} {
  const from = Math.max(0, size - END_SIZE - 0xffff);
  const tail = read(from, size - from);
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    const entries = tail.readUInt16LE(at + 10);
    const bytes = tail.readUInt32LE(at + 12);
    const place = tail.readUInt32LE(at + 16);
    if (entries > LIMITS.entries || bytes > LIMITS.directory) throw new WorkbookError('workbookTooLarge');
    if (place + bytes <= size) return { at: place, bytes, entries };
  }
  return damaged();
}

/**
 * A package of a spreadsheet (ZIP), of which single entries are read when they are asked for by name. Names are only
 * compared, never used as paths; what is not asked for is not unpacked. Entries may not overlap, what is unpacked is
 * counted, and its check sum must hold. @throws WorkbookError
 */
export class ZipFile {
  readonly #bytes: Bytes;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(source: FileSource) {
    this.#bytes = bytesIn(source);
    try {
      this.#entries = this.#readDirectory();
    } catch (error) {
      this.#bytes.close();
      throw error instanceof RangeError ? new WorkbookError('workbookDamaged') : error;
    }
  }

  close(): void {
    this.#bytes.close();
  }

  /** Parts of a package are found whatever the case of their name. */
  find(name: string): ZipEntry | undefined {
    return this.#entries.get(name.toLowerCase());
  }

  #readDirectory(): Map<string, ZipEntry> {
    const { at, bytes, entries } = directoryOf(this.#bytes);
    const directory = this.#bytes.read(at, bytes);
    const found = new Map<string, ZipEntry>();
    let place = 0;
    for (let n = 0; n < entries; n++) {
      if (directory.readUInt32LE(place) !== ENTRY) damaged();
      const flags = directory.readUInt16LE(place + 8);
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
        directory.readUInt16LE(place + offset),
      );
      const name = directory
        .toString('utf8', place + 46, place + 46 + (nameLength ?? 0))
        .replaceAll('\\', '/');
      // An encrypted entry cannot be read by anybody without its key.
      if ((flags & 1) === 0)
        found.set(name.toLowerCase(), {
          name,
          method: directory.readUInt16LE(place + 10),
          crc: directory.readUInt32LE(place + 16),
          packed: directory.readUInt32LE(place + 20),
          offset: directory.readUInt32LE(place + 42),
        });
      place += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
    this.#refuseOverlaps(found);
    return found;
  }

  #refuseOverlaps(entries: ReadonlyMap<string, ZipEntry>): void {
    let end = 0;
    for (const { offset, packed } of [...entries.values()].sort((a, b) => a.offset - b.offset)) {
      if (offset < end || offset + packed > this.#bytes.size) damaged();
      end = offset + packed;
    }
  }

  *#packed({ offset, packed }: ZipEntry): Iterable<Buffer> {
    const head = this.#bytes.read(offset, 30);
    if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) damaged();
    let at = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    for (let left = packed; left > 0; ) {
      const piece = this.#bytes.read(at, Math.min(left, PIECE));
      if (piece.length === 0) damaged();
      yield piece;
      at += piece.length;
      left -= piece.length;
    }
  }

  /** The unpacked bytes of an entry piece by piece; `onRead` is told how much of the package was read for it. */
  async *unpack(entry: ZipEntry, onRead: (bytes: number) => void = () => undefined): AsyncIterable<Buffer> {
    if (entry.method !== 0 && entry.method !== 8) damaged();
    let [sum, expanded, read] = [0, 0, 0];
    const counted = (piece: Buffer): Buffer => {
      expanded += piece.length;
      if (expanded > LIMITS.expanded) throw new WorkbookError('workbookTooLarge');
      sum = crc32(piece, sum);
      return piece;
    };
    const packed = this.#packed(entry);
    if (entry.method === 0) for (const piece of packed) yield counted(piece);
    else {
      const inflate = createInflateRaw({ chunkSize: PIECE });
      const feed = async (): Promise<void> => {
        for (const piece of packed) {
          read += piece.length;
          onRead(read);
          if (!inflate.write(piece)) await new Promise((resolve) => inflate.once('drain', resolve));
        }
        inflate.end();
      };
      feed().catch((error: Error) => inflate.destroy(error));
      try {
        for await (const piece of inflate) yield counted(piece as Buffer);
      } catch (error) {
        throw error instanceof WorkbookError ? error : new WorkbookError('workbookDamaged');
      } finally {
        inflate.destroy();
      }
    }
    if (sum !== entry.crc) damaged();
  }
}
