import { createHash } from 'node:crypto';
import { identityToRecipient } from 'age-encryption';
import { FIRST_ENTRIES } from '#shared/bundle/bag.ts';
import type { Envelope } from '#shared/bundle/envelope.ts';
import { recipientFingerprint } from '#shared/bundle/fingerprint.ts';
import { ok, type Result } from '#shared/result.ts';
import { decrypted, type OpenWith, type ReadOptions, readBytes } from './decrypt.ts';
import { type BundleCode, refuse, settle } from './refused.ts';
import { type ArchiveEntry, BUNDLE_LIMITS, type BundleLimits, untar } from './untar.ts';
import { type TagTexts, type Vouched, type VouchOptions, vouch } from './vouch.ts';

export type OpenOptions = ReadOptions &
  Omit<VouchOptions, 'ours'> & { readonly limits?: Partial<BundleLimits> | undefined };

export type BundleFile = { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array };

/**
 * A bundle whose every byte has been checked. Its content is in memory only; `dispose` wipes it, after which `files`
 * and `read` throw. `trusted` is false for a first contact: show `signingFingerprint(envelope.sender.signingKey)` and
 * take nothing in before the user has confirmed it.
 */
export type OpenedBundle = {
  readonly envelope: Envelope;
  readonly senderKeyId: string;
  readonly trusted: boolean;
  readonly files: () => AsyncIterable<BundleFile>;
  readonly read: (name: string) => Uint8Array | undefined;
  readonly dispose: () => void;
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function readTags(
  entries: AsyncGenerator<ArchiveEntry, void>,
  limits: BundleLimits,
): Promise<TagTexts> {
  const texts: Record<string, string> = {};
  for (const [index, name] of FIRST_ENTRIES.entries()) {
    const next = await entries.next();
    const entry = next.done ? undefined : next.value;
    if (entry?.name !== name)
      return refuse(index < 2 ? 'signatureNotFirst' : 'tagFileMissing', { entry: name });
    const bytes = await entry.read(limits.tag);
    try {
      texts[name] = utf8.decode(bytes);
    } catch {
      refuse('archiveDamaged', { entry: name });
    }
  }
  return texts as TagTexts;
}

/** Takes the content into `held`, which the caller wipes when this fails half-way. */
async function readContent(
  entries: AsyncGenerator<ArchiveEntry, void>,
  { listed, envelope }: Vouched,
  limits: BundleLimits,
  held: Map<string, BundleFile>,
): Promise<void> {
  let total = 0;
  for await (const { name, size, read } of entries) {
    const sha256 = listed.get(name);
    if (sha256 === undefined) return refuse('unlistedFile', { entry: name });
    if (held.has(name)) refuse('duplicateFile', { entry: name });
    total += size;
    if (total > envelope.bytes) refuse('countMismatch', { entry: name });
    if (total > limits.total) refuse('bundleTooLarge', { limit: limits.total });
    const bytes = await read(limits.total);
    held.set(name, { name, sha256, bytes });
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) refuse('hashMismatch', { entry: name });
  }
  const missing = [...listed.keys()].find((name) => !held.has(name));
  if (missing !== undefined) refuse('missingFile', { entry: missing });
  if (total !== envelope.bytes) refuse('countMismatch');
}

function handle({ envelope, trusted }: Vouched, held: Map<string, BundleFile>): OpenedBundle {
  let disposed = false;
  const alive = (): Map<string, BundleFile> => {
    if (disposed) throw new Error('the bundle was disposed of');
    return held;
  };
  return {
    envelope,
    senderKeyId: envelope.sender.keyId,
    trusted,
    files: async function* () {
      for (const file of alive().values()) yield file;
    },
    read: (name) => alive().get(name)?.bytes,
    dispose: () => {
      disposed = true;
      wipe(held);
    },
  };
}

function wipe(held: Map<string, BundleFile>): void {
  for (const { bytes } of held.values()) bytes.fill(0);
  held.clear();
}

/**
 * Opens, verifies and holds a bundle. Nothing is given out before all of it, to the last byte of the file, has been
 * found whole, signed, for us and new; nothing is ever written to disk. With a passphrase this blocks for about a
 * second: call it off the main thread.
 */
export async function openBundle(
  path: string,
  open: OpenWith,
  options: OpenOptions,
): Promise<Result<OpenedBundle, BundleCode>> {
  const limits = { ...BUNDLE_LIMITS, ...options.limits };
  const held = new Map<string, BundleFile>();
  try {
    const identities = open.kind === 'identities' ? open.identities : [];
    const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
    const ours = recipients.map(recipientFingerprint);
    const entries = untar(decrypted(readBytes(path, options), open), limits);
    try {
      const vouched = vouch(await readTags(entries, limits), { ...options, ours });
      await readContent(entries, vouched, limits, held);
      return ok(handle(vouched, held));
    } finally {
      await entries.return();
    }
  } catch (error) {
    wipe(held);
    return settle(error);
  }
}
