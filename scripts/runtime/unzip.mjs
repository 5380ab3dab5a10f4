// A zip reader for one trusted archive (its package is integrity-pinned): no zip64, no encryption.
import fs from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/**
 * Writes every file for which `place` gives a path inside `folder`, with its Unix mode.
 * @param {Buffer} zip
 * @param {string} folder
 * @param {(name: string) => string | undefined} place
 */
export function unzip(zip, folder, place) {
  const end = zip.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Error('not a zip archive');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const mode = (zip.readUInt32LE(at + 38) >>> 16) & 0o777;
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const target = name.endsWith('/') ? undefined : place(name);
    if (!target) continue;
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    const file = path.join(folder, target);
    if (!file.startsWith(folder + path.sep)) throw new Error(`${name} points outside`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, method === 0 ? packed : inflateRawSync(packed), { mode: mode || 0o644 });
  }
}
