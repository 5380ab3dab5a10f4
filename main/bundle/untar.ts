import { Readable } from 'node:stream';
import { extract, type Header } from 'tar-stream';
import { Refused, refuse } from './refused.ts';

/** Ceilings for a bundle of a stranger. All content is held in memory, never on disk, so the sum is bounded. */
export type BundleLimits = {
  readonly entries: number;
  /** Bytes of all content together. */
  readonly total: number;
  /** Bytes of one tag file. */
  readonly tag: number;
};
export const BUNDLE_LIMITS: BundleLimits = { entries: 100_000, total: 256 * 2 ** 20, tag: 16 * 2 ** 20 };

const BLOCK = 512;
/** An archive ends with two zero blocks; tar programs fill up to a record of twenty. */
const MIN_END = 2 * BLOCK;
const MAX_END = 40 * BLOCK;
const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

export type ArchiveEntry = {
  readonly name: string;
  readonly size: number;
  /** Takes the content into memory, once. Refuses `entryTooLarge` above `most` before reading. */
  readonly read: (most: number) => Promise<Uint8Array>;
};

/** Counts what flows by, so that the end of the archive can be compared with the end of the stream. */
class Meter {
  length = 0;
  /** Offset after the last byte that is not zero. */
  inhabited = 0;

  async *watch(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      let last = chunk.length;
      while (last > 0 && chunk[last - 1] === 0) last--;
      if (last > 0) this.inhabited = this.length + last;
      this.length += chunk.length;
      if (this.length > most) refuse('bundleTooLarge');
      yield chunk;
    }
  }
}

/** What the archive reader throws about a broken archive becomes a refusal; a refusal of the source stays itself. */
const damaged = (error: unknown, entry?: string): never => {
  if (error instanceof Refused) throw error;
  return refuse('archiveDamaged', { entry });
};

async function take(stream: AsyncIterable<Uint8Array>, size: number, entry: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  try {
    for await (const chunk of stream) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
  } catch (error) {
    damaged(error, entry);
  }
  return at === size ? bytes : refuse('archiveDamaged', { entry });
}

/**
 * The entries of a tar archive, strictly: plain files only, one plain header each with nothing between them (so no
 * extended header that one program honours and another does not), and only zeros after the last one. The caller reads
 * every entry before it asks for the next.
 */
export async function* untar(
  source: AsyncIterable<Uint8Array>,
  limits: BundleLimits,
): AsyncGenerator<ArchiveEntry, void> {
  const meter = new Meter();
  const most = limits.total + (limits.entries + 1) * 2 * BLOCK + MAX_END;
  const feed = Readable.from(meter.watch(source, most));
  const archive = extract();
  feed.on('error', (error) => archive.destroy(error));
  feed.pipe(archive);
  let end = 0;
  let count = 0;
  try {
    for await (const stream of archive) {
      const { name, type, size = 0, byteOffset } = stream.header as Header & { byteOffset: number };
      if (++count > limits.entries) refuse('tooManyEntries');
      if (type !== 'file') refuse('entryNotFile', { entry: name });
      if (byteOffset !== end + BLOCK) refuse('entryNotPlain', { entry: name });
      end = byteOffset + padded(size);
      const read = (ceiling: number) =>
        size > ceiling
          ? refuse('entryTooLarge', { entry: name })
          : take(stream as AsyncIterable<Uint8Array>, size, name);
      yield { name, size, read };
    }
  } catch (error) {
    damaged(error);
  } finally {
    feed.destroy();
  }
  if (meter.inhabited > end) refuse('trailingData');
  const rest = meter.length - end;
  if (rest < MIN_END || rest > MAX_END || rest % BLOCK !== 0) refuse('archiveDamaged');
}
