import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract, type Header, pack } from 'tar-stream';
import { afterAll } from 'vitest';
import type { SealFile } from '#main/bundle/content.ts';
import { generateKeys, type PublicKeys, publicKeysOf, type SecretKeys } from '#main/bundle/keys.ts';
import { type OpenedBundle, type OpenOptions, openBundle } from '#main/bundle/open.ts';
import type { BundleCode } from '#main/bundle/refused.ts';
import { type SealInput, sealBundle } from '#main/bundle/seal.ts';
import { attachmentFile, CHANGES_FILE } from '#shared/bundle/bag.ts';
import { EnvelopeDraft } from '#shared/bundle/envelope.ts';
import { sha256Hex } from '#shared/model/canonical.ts';
import type { Result } from '#shared/result.ts';

/** A user with keys. */
export type Party = { readonly name: string; readonly keys: SecretKeys; readonly pub: PublicKeys };

export async function newParty(name: string): Promise<Party> {
  const keys = await generateKeys();
  return { name, keys, pub: await publicKeysOf(keys) };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder, removed when the test file has run. */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'waarborg-bundle-'));
  folders.push(folder);
  return folder;
}

export const DRAFT = EnvelopeDraft.parse({
  created: '2026-11-23T10:20:30.000Z',
  caseId: '6f9d3c1e-58a2-4c7b-9e10-2b1f0a7d4c55',
  marking: 'depV',
  counts: { changes: 3, ops: 7, withheld: 1, attachments: 2 },
  anchor: { size: 3, head: 'ab'.repeat(32) },
});

const repeat = (text: string, bytes: number): Uint8Array => Buffer.alloc(bytes, text);
export const PHOTO = repeat('Lichtgolf Fotonica 4711. ', 150_000);
export const EMPTY = new Uint8Array(0);
export const CHANGES = Buffer.from('{"change":1}\n{"change":2}\n{"change":3}\n');

/** The log, an attachment of 150 kB given as a stream, and an empty attachment. */
export const FILES: readonly SealFile[] = [
  { name: CHANGES_FILE, bytes: CHANGES },
  {
    name: attachmentFile(sha256Hex(PHOTO)),
    size: PHOTO.length,
    stream: async function* () {
      for (let at = 0; at < PHOTO.length; at += 40_000) yield PHOTO.subarray(at, at + 40_000);
    },
  },
  { name: attachmentFile(sha256Hex(EMPTY)), bytes: EMPTY },
];

export const seal = (
  file: string,
  from: Party,
  recipients: readonly string[],
  more: Partial<SealInput> = {},
) =>
  sealBundle({
    path: file,
    draft: DRAFT,
    files: FILES,
    sender: { signingSeed: from.keys.signingSeed, name: from.name, department: 'EZ' },
    sealFor: { kind: 'recipients', recipients },
    ...more,
  });

export const open = (
  file: string,
  as: Party,
  trusted: readonly Party[],
  more: Partial<OpenOptions> = {},
): Promise<Result<OpenedBundle, BundleCode>> =>
  openBundle(
    file,
    { kind: 'identities', identities: [as.keys.classical, as.keys.postQuantum] },
    { trusted: trusted.map((one) => one.pub.signingKey), isSeen: () => false, ...more },
  );

/** In one word what came of an attempt: `opened`, the reason of a refusal, or another code. */
export function outcome(result: Result<unknown, BundleCode>): string {
  if (result.ok) return 'opened';
  return String(result.error.params?.reason ?? result.error.code);
}

/** What only a recipient can do: take the archive out of its encryption. */
export async function plainArchive(file: string, as: Party): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(as.keys.classical);
  return Buffer.from(await decrypter.decrypt(readFileSync(file)));
}

export async function encryptTo(file: string, plain: Uint8Array, to: readonly Party[]): Promise<string> {
  const encrypter = new Encrypter();
  for (const one of to) encrypter.addRecipient(one.pub.classical);
  writeFileSync(file, await encrypter.encrypt(plain));
  return file;
}

export type Entry = { readonly header: Partial<Header> & { name: string }; readonly body: Uint8Array };

export async function unpack(archive: Uint8Array): Promise<Entry[]> {
  const entries: Entry[] = [];
  const reader = extract();
  reader.end(archive);
  for await (const entry of reader) {
    const parts: Uint8Array[] = [];
    for await (const part of entry) parts.push(part as Uint8Array);
    const { name, type } = entry.header;
    entries.push({ header: { name, type }, body: Buffer.concat(parts) });
  }
  return entries;
}

export async function packUp(entries: readonly Entry[]): Promise<Buffer> {
  const writer = pack();
  for (const { header, body } of entries)
    writer.entry({ ...header, mtime: new Date(0) }, body.length === 0 ? '' : Buffer.from(body));
  writer.finalize();
  const parts: Uint8Array[] = [];
  for await (const part of writer) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
