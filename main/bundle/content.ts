import { createHash } from 'node:crypto';
import { isPayloadName, promisedHash } from '#shared/bundle/bag.ts';
import type { ManifestEntry } from '#shared/bundle/manifest.ts';
import { findCollision } from '#shared/bundle/names.ts';
import { checkAbort, refuse } from './refused.ts';
import type { TarInput } from './tar.ts';
import { BUNDLE_LIMITS } from './untar.ts';

/** A file for the bundle, `name` below `data/`. `stream` is called twice: once to hash, once to write. */
export type SealFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly size: number; readonly stream: () => AsyncIterable<Uint8Array> };

/** A file that has been read once: what the manifest says of it, and the archive entry that reads it again. */
export type Measured = ManifestEntry & TarInput;

const sizeOf = (file: SealFile): number => ('bytes' in file ? file.bytes.length : file.size);

async function* hashed(file: SealFile, done: (sha256: string) => void, signal: AbortSignal | undefined) {
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of 'bytes' in file ? [file.bytes] : file.stream()) {
    checkAbort(signal);
    hash.update(chunk);
    length += chunk.length;
    if (length > sizeOf(file)) refuse('contentChanged', { entry: file.name });
    yield chunk;
  }
  if (length !== sizeOf(file)) refuse('contentChanged', { entry: file.name });
  done(hash.digest('hex'));
}

/**
 * Names, order, sizes and digests of the content, sorted by name. Reading a file again while the archive is written
 * checks that it is still the same.
 * Refuses `nameRefused`, `nameCollision`, `tooManyEntries`, `bundleTooLarge`, `contentChanged`, and `hashMismatch` for
 * an attachment that is not what its name says.
 */
export async function measure(
  files: readonly SealFile[],
  signal: AbortSignal | undefined,
): Promise<readonly Measured[]> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name } of sorted) if (!isPayloadName(name)) refuse('nameRefused', { entry: name });
  const collision = findCollision(sorted.map(({ name }) => name));
  if (collision !== undefined) refuse('nameCollision', { entry: collision });
  if (sorted.length > BUNDLE_LIMITS.entries - 6) refuse('tooManyEntries');
  if (sorted.reduce((sum, file) => sum + sizeOf(file), 0) > BUNDLE_LIMITS.total)
    refuse('bundleTooLarge', { limit: BUNDLE_LIMITS.total });

  const measured: Measured[] = [];
  for (const file of sorted) {
    const { name } = file;
    let sha256 = '';
    for await (const _ of hashed(file, (digest) => (sha256 = digest), signal));
    if ((promisedHash(name) ?? sha256) !== sha256) refuse('hashMismatch', { entry: name });
    const again = (digest: string): void => {
      if (digest !== sha256) refuse('contentChanged', { entry: name });
    };
    measured.push({ name, sha256, size: sizeOf(file), chunks: () => hashed(file, again, signal) });
  }
  return measured;
}
