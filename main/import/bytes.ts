import fs from 'node:fs';
import { type Readable, Readable as Streams } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refusedFile } from './failure.ts';

/** A file to read: on the disk, or handed over by the page as bytes. */
export type FileSource = { readonly name: string } & (
  | { readonly path: string }
  | { readonly bytes: Uint8Array }
);

/** Largest file, and the most that a packed file may unpack to. */
export const IMPORT_LIMITS = { bytes: 1024 ** 3, expanded: 2 * 1024 ** 3 } as const;

const PIECE = 128 * 1024;

export const sizeOf = (source: FileSource): number =>
  'path' in source ? fs.statSync(source.path).size : source.bytes.length;

function* slices(bytes: Uint8Array): Iterable<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield Buffer.from(bytes.subarray(at, at + PIECE));
}

const rawStream = (source: FileSource): Readable =>
  'path' in source
    ? fs.createReadStream(source.path, { highWaterMark: PIECE })
    : Streams.from(slices(source.bytes));

/** The first bytes of a file, as they lie there. */
export async function firstBytes(source: FileSource, count: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let have = 0;
  for await (const piece of rawStream(source)) {
    pieces.push(piece as Buffer);
    have += (piece as Buffer).length;
    if (have >= count) break;
  }
  return Buffer.concat(pieces).subarray(0, count);
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The bytes of a file piece by piece, unpacked where it is gzip by its first bytes, whatever it is called. A small file
 * that unpacks without end is stopped on the way. `onRead` is told how many bytes of the file itself were read.
 * @throws ImportFailure
 */
export async function* bytesOf(source: FileSource, onRead: (bytes: number) => void): AsyncIterable<Buffer> {
  const packed = isGzip(await firstBytes(source, 2));
  const raw = rawStream(source);
  let read = 0;
  raw.on('data', (piece: Buffer) => {
    read += piece.length;
    onRead(read);
  });
  raw.pause();
  if (!packed) {
    for await (const piece of raw) yield piece as Buffer;
    return;
  }
  const plain = createGunzip({ chunkSize: PIECE });
  raw.on('error', (error) => plain.destroy(error));
  raw.pipe(plain);
  let expanded = 0;
  try {
    for await (const piece of plain) {
      expanded += (piece as Buffer).length;
      if (expanded > IMPORT_LIMITS.expanded)
        throw refusedFile('expandsTooFar', { maxBytes: IMPORT_LIMITS.expanded });
      yield piece as Buffer;
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? refusedFile('gzipDamaged') : error;
  } finally {
    raw.destroy();
    plain.destroy();
  }
}
