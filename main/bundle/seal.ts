import { randomUUID } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import { Encrypter } from 'age-encryption';
import {
  BAGIT_TEXT,
  bagInfoText,
  SIGNATURE,
  TAG_FILES,
  TAG_MANIFEST,
  tagManifestText,
} from '#shared/bundle/bag.ts';
import {
  BUNDLE_FORMAT,
  Envelope,
  EnvelopeDraft,
  envelopeText,
  trustedComment,
} from '#shared/bundle/envelope.ts';
import { keyIdOf, recipientFingerprint } from '#shared/bundle/fingerprint.ts';
import { manifestText } from '#shared/bundle/manifest.ts';
import { commonKind } from '#shared/bundle/recipients.ts';
import { ok, type Result } from '#shared/result.ts';
import { type Measured, measure, type SealFile } from './content.ts';
import { publicHexOf, signingKeyOf } from './ed25519.ts';
import { MAX_WORK_FACTOR } from './header.ts';
import { minisignSign } from './minisign.ts';
import { type BundleCode, checkAbort, Refused, refusal, refuse, settle } from './refused.ts';
import { type TarInput, tar } from './tar.ts';
import { writeAtomically } from './write.ts';

export type SealFor =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] };

export type SealInput = {
  /** Where the bundle goes. Nothing else is written, and no plaintext at all. */
  readonly path: string;
  readonly draft: EnvelopeDraft;
  readonly files: readonly SealFile[];
  readonly sender: { readonly signingSeed: Uint8Array; readonly name: string; readonly department: string };
  readonly sealFor: SealFor;
  /** Replace a file that is already at `path`. */
  readonly overwrite?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of bytes of the bundle written so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
};

const MAX_RECIPIENTS = 100;

function encrypterFor(sealFor: SealFor): Encrypter {
  const encrypter = new Encrypter();
  if (sealFor.kind === 'passphrase') {
    if (sealFor.passphrase === '') refuse('passphraseMissing');
    encrypter.setPassphrase(sealFor.passphrase.normalize('NFC'));
    encrypter.setScryptWorkFactor(MAX_WORK_FACTOR);
    return encrypter;
  }
  const kind = commonKind(sealFor.recipients);
  if (kind !== 'classical' && kind !== 'postQuantum') refuse(kind);
  if (sealFor.recipients.length > MAX_RECIPIENTS) refuse('headerTooLarge', { limit: MAX_RECIPIENTS });
  for (const recipient of new Set(sealFor.recipients)) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      refuse('recipientInvalid');
    }
  }
  return encrypter;
}

function envelopeFor({ draft, sealFor, sender }: SealInput, content: readonly Measured[]): Envelope {
  const signingKey = publicHexOf(signingKeyOf(sender.signingSeed));
  const recipients = sealFor.kind === 'recipients' ? sealFor.recipients : [];
  return Envelope.parse({
    ...EnvelopeDraft.parse(draft),
    format: BUNDLE_FORMAT,
    id: randomUUID(),
    sender: { keyId: keyIdOf(signingKey), signingKey, name: sender.name, department: sender.department },
    recipients: [...new Set(recipients.map(recipientFingerprint))].sort(),
    files: content.length,
    bytes: content.reduce((sum, { size }) => sum + size, 0),
  });
}

const textEntry = (name: string, text: string): TarInput => {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, chunks: () => [bytes] };
};

/** The signed tag files, the signature first. */
function tagEntries(envelope: Envelope, content: readonly Measured[], signingSeed: Uint8Array): TarInput[] {
  const tags = {
    'bagit.txt': BAGIT_TEXT,
    'bag-info.txt': bagInfoText(envelope),
    'envelope.json': envelopeText(envelope),
    'manifest-sha256.txt': manifestText(content),
  };
  const tagManifest = tagManifestText(tags);
  const signature = minisignSign(
    Buffer.from(tagManifest),
    signingKeyOf(signingSeed),
    trustedComment(envelope.id),
  );
  return [
    textEntry(TAG_MANIFEST, tagManifest),
    textEntry(SIGNATURE, signature),
    ...TAG_FILES.map((name) => textEntry(name, tags[name])),
  ];
}

/** Ciphertext of an archive, as the library gives it. */
async function* encrypted(
  plain: AsyncGenerator<Uint8Array, void>,
  encrypter: Encrypter,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    const sealed = await encrypter.encrypt(ReadableStream.from(plain)).catch((error: unknown) => {
      // A well-formed recipient can still be a point that nothing can be encrypted to.
      throw error instanceof Refused ? error : new Refused(refusal('recipientInvalid'));
    });
    for await (const chunk of sealed) {
      checkAbort(signal);
      yield chunk;
    }
  } finally {
    await plain.return();
  }
}

/**
 * Makes a bundle: `age(tar(signed bag))`, entries in the order of design 4.3. Content flows from the caller through
 * hashing, archive and encryption to a temporary file that is renamed when it is whole. The result is the envelope as
 * signed. With a passphrase this blocks for about a second: call it off the main thread.
 */
export async function sealBundle(input: SealInput): Promise<Result<Envelope, BundleCode>> {
  const { path, files, sender, sealFor, overwrite, signal, onProgress } = input;
  try {
    checkAbort(signal);
    const encrypter = encrypterFor(sealFor);
    const content = await measure(files, signal);
    const envelope = envelopeFor(input, content);
    const archive = tar([...tagEntries(envelope, content, sender.signingSeed), ...content]);
    await writeAtomically(path, encrypted(archive, encrypter, signal), { overwrite, onProgress });
    return ok(envelope);
  } catch (error) {
    return settle(error);
  }
}
