import { utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '../model/canonical.ts';
import type { Envelope } from './envelope.ts';
import { nameFlaw } from './names.ts';

/** The declaration of every bag that we write (RFC 8493 2.1.1), byte for byte. */
export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const SIGNATURE = 'tagmanifest-sha256.txt.minisig';

/** Tag files that the tag manifest lists, in the order in which they stand in it and in the archive. */
export const TAG_FILES = ['bagit.txt', 'bag-info.txt', 'envelope.json', 'manifest-sha256.txt'] as const;
export type TagFile = (typeof TAG_FILES)[number];

/** First entries of the archive: the signature comes before everything that it vouches for (design 4.3). */
export const FIRST_ENTRIES = [TAG_MANIFEST, SIGNATURE, ...TAG_FILES] as const;

/** One canonical JSON line a change, with its op bodies or the digests of withheld ones. */
export const CHANGES_FILE = 'data/changes.jsonl';

/** Place of an attachment in the bag, by the SHA-256 of its bytes. */
export const attachmentFile = (hash: string): string => `data/attachments/${hash}`;

/** The digest that a name promises (`attachmentFile`), or `undefined` for other names. */
export const promisedHash = (name: string): string | undefined =>
  /^data\/attachments\/([0-9a-f]{64})$/.exec(name)?.[1];

/**
 * Whether a name may stand in a bundle: below `data/`, no flaw, and plain enough for a tar header without extensions
 * (ASCII, at most 100 bytes), so that every tar reads the same name.
 */
export const isPayloadName = (name: string): boolean =>
  name.startsWith('data/') &&
  name.length <= 100 &&
  /^[\x20-\x7e]+$/.test(name) &&
  nameFlaw(name) === undefined;

/** RFC 8493 2.2.2: octets and number of payload files, `bytes.files`. */
export const payloadOxum = (envelope: Pick<Envelope, 'bytes' | 'files'>): string =>
  `${envelope.bytes}.${envelope.files}`;

/** Content of `bag-info.txt`: nothing that is not in the envelope too. */
export const bagInfoText = (envelope: Envelope): string =>
  [
    `Bagging-Date: ${envelope.created.slice(0, 10)}`,
    `Payload-Oxum: ${payloadOxum(envelope)}`,
    `External-Identifier: ${envelope.id}`,
    '',
  ].join('\n');

/** Content of `tagmanifest-sha256.txt` over exact texts, in the order of `TAG_FILES`. This is what is signed. */
export const tagManifestText = (tags: Readonly<Record<TagFile, string>>): string =>
  TAG_FILES.map((name) => `${sha256Hex(utf8ToBytes(tags[name]))}  ${name}\n`).join('');
