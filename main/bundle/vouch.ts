import {
  BAGIT_TEXT,
  type FIRST_ENTRIES,
  isPayloadName,
  payloadOxum,
  promisedHash,
  SIGNATURE,
  TAG_MANIFEST,
  type TagFile,
  tagManifestText,
} from '#shared/bundle/bag.ts';
import { type Envelope, parseEnvelope, trustedComment } from '#shared/bundle/envelope.ts';
import { keyIdOf } from '#shared/bundle/fingerprint.ts';
import { parseManifest } from '#shared/bundle/manifest.ts';
import { minisignVerify, parseMinisign } from './minisign.ts';
import { refuse, refuseAs } from './refused.ts';

/** The first six files of a bundle, as texts; strict UTF-8, so a text stands for exactly one row of bytes. */
export type TagTexts = Readonly<Record<(typeof FIRST_ENTRIES)[number], string>>;

export type VouchOptions = {
  /** Signing keys (raw Ed25519, hexadecimal) of the contacts that the user trusts. */
  readonly trusted: readonly string[];
  /** First contact: open a well-signed bundle of an unknown key, so that the user can compare its fingerprint. */
  readonly allowUnknownSender?: boolean | undefined;
  /** Fingerprints of our own recipients; none when the bundle was opened with a passphrase. */
  readonly ours: readonly string[];
  /** Whether a bundle with this id was taken in before. */
  readonly isSeen: (id: string) => boolean;
};

export type Vouched = {
  readonly envelope: Envelope;
  readonly trusted: boolean;
  /** Payload files by name, with the SHA-256 that the sender signed for. */
  readonly listed: ReadonlyMap<string, string>;
};

/** Whose key to check with: a trusted one, or for a first contact the one that the envelope itself brings. */
function senderOf(tags: TagTexts, keyId: string, options: VouchOptions): { key: string; trusted: boolean } {
  const key = options.trusted.find((one) => keyIdOf(one) === keyId);
  if (key !== undefined) return { key, trusted: true };
  if (!options.allowUnknownSender) return refuse('unknownSender', { keyId });
  const envelope = parseEnvelope(tags['envelope.json']);
  if (!envelope.ok) return refuseAs(envelope);
  if (envelope.value.sender.keyId !== keyId) return refuse('envelopeMismatch');
  return { key: envelope.value.sender.signingKey, trusted: false };
}

function checkAddress({ recipients, id }: Envelope, { ours, isSeen }: VouchOptions): void {
  // A passphrase bundle names nobody: one that does was sealed for somebody and sealed again by another.
  const addressed =
    ours.length === 0 ? recipients.length === 0 : recipients.some((one) => ours.includes(one));
  if (!addressed) refuse('notAddressedToUs');
  if (isSeen(id)) refuse('replayed');
}

function listedFiles(tags: TagTexts): ReadonlyMap<string, string> {
  const manifest = parseManifest(tags['manifest-sha256.txt']);
  if (!manifest.ok) return refuseAs(manifest);
  for (const [entry, hash] of manifest.value) {
    if (!isPayloadName(entry)) refuse('nameRefused', { entry });
    if ((promisedHash(entry) ?? hash) !== hash) refuse('hashMismatch', { entry });
  }
  return manifest.value;
}

/**
 * Everything that has to hold before one byte of content is used, in this order: signature by a trusted key, the tag
 * files under it, the envelope, that it is for us, that it is new, and the list of the content.
 */
export function vouch(tags: TagTexts, options: VouchOptions): Vouched {
  const signature = parseMinisign(tags[SIGNATURE]);
  if (!signature.ok) return refuseAs(signature);
  const { key, trusted } = senderOf(tags, signature.value.keyId, options);
  if (!minisignVerify(Buffer.from(tags[TAG_MANIFEST]), signature.value, key)) refuse('signatureInvalid');

  if (tagManifestText(tags as Record<TagFile, string>) !== tags[TAG_MANIFEST]) refuse('tagManifestMismatch');
  const parsed = parseEnvelope(tags['envelope.json']);
  if (!parsed.ok) return refuseAs(parsed);
  const envelope = parsed.value;
  if (envelope.sender.signingKey !== key) refuse('envelopeMismatch');
  if (signature.value.trustedComment !== trustedComment(envelope.id)) refuse('envelopeMismatch');
  checkAddress(envelope, options);

  if (tags['bagit.txt'] !== BAGIT_TEXT) refuse('declarationMalformed');
  const listed = listedFiles(tags);
  const oxum = `Payload-Oxum: ${payloadOxum(envelope)}`;
  if (listed.size !== envelope.files || !tags['bag-info.txt'].split('\n').includes(oxum))
    refuse('countMismatch');
  return { envelope, trusted, listed };
}
