import { createReadStream } from 'node:fs';
import { ReadableStream } from 'node:stream/web';
import { Decrypter, type Identity, type Stanza } from 'age-encryption';
import type { BundleRefusal } from '#shared/bundle/refusals.ts';
import { fail } from '#shared/result.ts';
import { type HeaderFacts, MAX_WORK_FACTOR, scanHeader } from './header.ts';
import { checkAbort, Refused, refuse } from './refused.ts';

/** What to open with. A passphrase is brought to NFC, as keyboards give it, so that age opens with the same keys. */
export type OpenWith =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'identities'; readonly identities: readonly string[] };

export type ReadOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of bytes of the file read so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
};

/** Bytes of a file; a failing disk becomes `fileUnreadable`, a caller who gives up `cancelled`. */
export async function* readBytes(path: string, { signal, onProgress }: ReadOptions): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: 1 << 17 });
  let done = 0;
  try {
    for await (const chunk of stream) {
      checkAbort(signal);
      done += (chunk as Buffer).length;
      onProgress?.(done);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(fail('fileUnreadable'));
  } finally {
    stream.destroy();
  }
  checkAbort(signal);
}

/** A source whose header has been looked at. `whole` starts at the beginning again; `close` lets go of the source. */
export type Peeked = {
  readonly facts: HeaderFacts;
  readonly whole: AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** Reads until the header is whole, and no further than a header may go. */
export async function peekHeader(source: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const chunks = source[Symbol.asyncIterator]();
  const close = async (): Promise<void> => {
    await chunks.return?.();
  };
  try {
    let start = Buffer.alloc(0);
    let facts: HeaderFacts | undefined;
    while (!facts) {
      const next = await chunks.next();
      if (next.done) refuse(start.length === 0 ? 'notABundle' : 'headerDamaged');
      start = Buffer.concat([start, next.value]);
      facts = scanHeader(start);
    }
    const replay = async function* (): AsyncGenerator<Uint8Array> {
      yield start;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    };
    return { facts, whole: replay(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Stands before the passphrase: refuses an unaffordable work factor before a single round of it is run. */
const workFactorGuard: Identity = {
  unwrapFileKey(stanzas: Stanza[]) {
    for (const { args } of stanzas)
      if (args[0] === 'scrypt' && Number(args[2]) > MAX_WORK_FACTOR) refuse('workFactorTooHigh');
    return null;
  },
};

/** Stands behind all keys: is asked only when none of them matched. */
const noMatch = (reason: BundleRefusal): Identity => ({ unwrapFileKey: () => refuse(reason) });

function decrypterFor(open: OpenWith, mode: HeaderFacts['mode']): Decrypter {
  const decrypter = new Decrypter();
  if (open.kind === 'passphrase') {
    if (mode !== 'passphrase') refuse('needsIdentity');
    decrypter.addIdentity(workFactorGuard);
    decrypter.addPassphrase(open.passphrase.normalize('NFC'));
    decrypter.addIdentity(noMatch('wrongPassphrase'));
  } else {
    if (mode === 'passphrase') refuse('needsPassphrase');
    for (const identity of open.identities) decrypter.addIdentity(identity);
    decrypter.addIdentity(noMatch('noMatchingKey'));
  }
  return decrypter;
}

async function openHeader(
  facts: HeaderFacts,
  whole: AsyncIterable<Uint8Array>,
  open: OpenWith,
): Promise<ReadableStream<Uint8Array>> {
  try {
    return await decrypterFor(open, facts.mode).decrypt(ReadableStream.from(whole));
  } catch (error) {
    if (error instanceof Refused) throw error;
    return refuse('headerDamaged');
  }
}

async function* authentic(plain: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of plain) yield chunk;
  } catch (error) {
    if (error instanceof Refused) throw error;
    refuse('contentDamaged');
  }
}

/**
 * Authenticated plaintext of an age file, 64 KiB at a time. Each chunk is authentic when it comes, but the end of the
 * file is known to be the end only when the iteration ends: use nothing before that.
 * Refuses with the reasons of the encrypted container; passes on a `Refused` of the source.
 */
export async function* decrypted(
  source: AsyncIterable<Uint8Array>,
  open: OpenWith,
): AsyncGenerator<Uint8Array, void> {
  const { facts, whole, close } = await peekHeader(source);
  try {
    const plain = await openHeader(facts, whole, open);
    yield* authentic(plain);
  } finally {
    await close();
  }
}
