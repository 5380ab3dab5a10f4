import { sha256Hex } from '#shared/model/canonical.ts';
import type { ContentHash } from '#shared/model/ids.ts';
import type { ReadDb, WriteDb } from './handle.ts';

const CHUNK = 1 << 20;

/** Puts bytes into the store under their SHA-256; the same bytes twice are kept once. */
export function putBlob(db: WriteDb, bytes: Uint8Array): ContentHash {
  const hash = sha256Hex(bytes) as ContentHash;
  if (db.run('INSERT OR IGNORE INTO blob (hash, size) VALUES (?, ?)', [hash, bytes.length]) === 0)
    return hash;
  for (let position = 0; position * CHUNK < bytes.length; position += 1)
    db.run('INSERT INTO blob_chunk (hash, position, bytes) VALUES (?, ?, ?)', [
      hash,
      position,
      bytes.subarray(position * CHUNK, (position + 1) * CHUNK),
    ]);
  return hash;
}

/** The bytes kept under a hash, unchecked, or null when they are not here. */
export function getBlob(db: ReadDb, hash: ContentHash): Uint8Array | null {
  if (!db.get('SELECT 1 FROM blob WHERE hash = ?', [hash])) return null;
  const chunks = db.all<{ bytes: Uint8Array }>(
    'SELECT bytes FROM blob_chunk WHERE hash = ? ORDER BY position',
    [hash],
  );
  const whole = new Uint8Array(chunks.reduce((size, { bytes }) => size + bytes.length, 0));
  let offset = 0;
  for (const { bytes } of chunks) {
    whole.set(bytes, offset);
    offset += bytes.length;
  }
  return whole;
}

/** Hash of the bytes as they are now; null when they are gone. Equal to the name they are kept under when intact. */
export const rehash = (db: ReadDb, hash: ContentHash): ContentHash | null => {
  const bytes = getBlob(db, hash);
  return bytes && (sha256Hex(bytes) as ContentHash);
};
