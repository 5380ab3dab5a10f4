import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const PAGE_SIZE = 4096;
const SALT_SIZE = 16;
const MAC_SIZE = 64;
const MAC_START = PAGE_SIZE - MAC_SIZE;
const PAGES_PER_READ = 256;

export type PageReport = {
  readonly pages: number;
  /** Numbers, from 1, of pages whose authentication fails; free pages count too. */
  readonly badPages: readonly number[];
  /** Bytes after the last whole page; 0 in a sound file. */
  readonly trailingBytes: number;
};

/**
 * Authenticates every page of a SQLCipher 4 file from its raw key, without SQLite: reading a store never looks at
 * free pages, so a flipped bit there would go unnoticed. Per page the last 64 bytes are HMAC-SHA512 over
 * ciphertext, IV and the page number (little endian); page 1 starts with the salt instead of ciphertext. The MAC
 * key is PBKDF2-HMAC-SHA512(key, salt xor 0x3a, 2 rounds). It does not notice a file, or a page, put back whole.
 *
 * The file must not be open in this process: closing a second descriptor drops SQLite's locks on POSIX systems.
 */
export async function verifyPages(file: string, key: Uint8Array): Promise<PageReport> {
  const handle = await open(file, 'r');
  try {
    return await verifyHandle(handle, key);
  } finally {
    await handle.close();
  }
}

/** The same over a file that the caller keeps open, at least for as long as SQLite does. */
export async function verifyHandle(handle: FileHandle, key: Uint8Array): Promise<PageReport> {
  const salt = Buffer.alloc(SALT_SIZE);
  await handle.read(salt, 0, SALT_SIZE, 0);
  const macSalt = salt.map((byte) => byte ^ 0x3a);
  const macKey = pbkdf2Sync(key, macSalt, 2, 32, 'sha512');

  const { size } = await handle.stat();
  const pages = Math.floor(size / PAGE_SIZE);
  const badPages: number[] = [];
  const buffer = Buffer.alloc(PAGE_SIZE * PAGES_PER_READ);
  for (let first = 0; first < pages; first += PAGES_PER_READ) {
    const count = Math.min(PAGES_PER_READ, pages - first);
    const { bytesRead } = await handle.read(buffer, 0, count * PAGE_SIZE, first * PAGE_SIZE);
    for (let i = 0; i < count; i++) {
      const page = buffer.subarray(i * PAGE_SIZE, (i + 1) * PAGE_SIZE);
      const whole = (i + 1) * PAGE_SIZE <= bytesRead;
      if (!whole || !authentic(page, first + i + 1, macKey)) badPages.push(first + i + 1);
    }
  }
  macKey.fill(0);
  return { pages, badPages, trailingBytes: size % PAGE_SIZE };
}

function authentic(page: Buffer, number: number, macKey: Buffer): boolean {
  const numberBytes = Buffer.alloc(4);
  numberBytes.writeUInt32LE(number);
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(number === 1 ? SALT_SIZE : 0, MAC_START))
    .update(numberBytes)
    .digest();
  return timingSafeEqual(mac, page.subarray(MAC_START));
}

/** True when nothing at all is wrong with the file as a sequence of authenticated pages. */
export const allPagesSound = (report: PageReport): boolean =>
  report.pages > 0 && report.badPages.length === 0 && report.trailingBytes === 0;
