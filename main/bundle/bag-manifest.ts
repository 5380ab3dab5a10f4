import { decodeManifestName } from '#shared/bundle/manifest.ts';
import { findCollision, nameFlaw } from '#shared/bundle/names.ts';
import { refuse } from './refused.ts';

/** Digest algorithms of bags by their name in `manifest-<name>.txt`, with the length of a digest in hexadecimal. */
const DIGEST_LENGTH = new Map([
  ['md5', 32],
  ['sha1', 40],
  ['sha224', 56],
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** What a bag does that its standard discourages; it is valid all the same. */
export type BagWarning = 'duplicateLine' | 'relativeName' | 'binaryMark';

export type BagManifest = {
  readonly algorithm: string;
  readonly digests: ReadonlyMap<string, string>;
  readonly warnings: ReadonlySet<BagWarning>;
};

/** Reads a tag file's text in the encoding that the bag declares; only UTF-16 may and must start with a BOM. */
export function decodeTag(bytes: Buffer, encoding: string): string {
  switch (encoding.toUpperCase()) {
    case 'UTF-8':
      return bytes.toString('utf8');
    case 'ISO-8859-1':
      return bytes.toString('latin1');
    case 'UTF-16': {
      const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
      if (even.length >= 2 && even.readUInt16BE(0) === 0xfeff) even.swap16();
      return even.toString('utf16le').replace(/^\uFEFF/, '');
    }
    default:
      return refuse('encodingUnknown');
  }
}

export const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/).filter((line) => line !== '');

/** The name as listed, checked: no flaw, and below `data/` exactly when it is payload. */
export function listedName(text: string, payload: boolean): string {
  const name = decodeManifestName(text);
  if (nameFlaw(name) !== undefined || name.startsWith('data/') !== payload)
    refuse('nameRefused', { entry: name });
  return name;
}

/**
 * Reads a manifest of any of the algorithms, written by any tool. Since BagIt 1.0 (`strict`) a file stands in it once;
 * before, a repeated equal line was tolerated.
 */
export function readBagManifest(
  text: string,
  algorithm: string,
  { payload, strict }: { readonly payload: boolean; readonly strict: boolean },
): BagManifest {
  const length = DIGEST_LENGTH.get(algorithm) ?? refuse('algorithmUnknown');
  const digests = new Map<string, string>();
  const warnings = new Set<BagWarning>();
  for (const [index, line] of linesOf(text).entries()) {
    const match = /^([0-9a-f]+)[ \t]+(\*?)(\.\/)?(.+)$/i.exec(line);
    if (match?.[1]?.length !== length) return refuse('manifestMalformed', { line: index + 1 });
    const digest = match[1].toLowerCase();
    const name = listedName(match[4] as string, payload);
    if (match[2]) warnings.add('binaryMark');
    if (match[3]) warnings.add('relativeName');
    if (digests.has(name)) {
      if (strict || digests.get(name) !== digest) refuse('nameCollision', { entry: name });
      warnings.add('duplicateLine');
    }
    digests.set(name, digest);
  }
  const collision = findCollision(digests.keys());
  if (collision !== undefined) refuse('nameCollision', { entry: collision });
  return { algorithm, digests, warnings };
}
