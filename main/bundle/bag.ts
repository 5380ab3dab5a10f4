import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '#shared/result.ts';
import {
  type BagManifest,
  type BagWarning,
  decodeTag,
  linesOf,
  listedName,
  readBagManifest,
} from './bag-manifest.ts';
import { type BundleCode, refuse, settle } from './refused.ts';

export type BagFacts = {
  readonly version: string;
  readonly payloadFiles: number;
  readonly warnings: readonly BagWarning[];
};

/** Regular files below a folder, with `/` between segments. Anything else (links, devices) is refused. */
async function filesBelow(folder: string): Promise<Set<string>> {
  const files = new Set<string>();
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (item.isDirectory()) continue;
    const name = path.relative(folder, path.join(item.parentPath, item.name)).split(path.sep).join('/');
    if (!item.isFile()) refuse('entryNotFile', { entry: name });
    files.add(name);
  }
  return files;
}

async function digestOf(file: string, algorithm: string): Promise<string> {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

type Declaration = { readonly version: string; readonly encoding: string };

function readDeclaration(text: string): Declaration {
  const match =
    /^BagIt-Version: (0\.9[3-7]|1\.0)(?:\r\n|\r|\n)Tag-File-Character-Encoding: (\S+)(?:\r\n|\r|\n)?$/.exec(
      text,
    );
  return match?.[1] && match[2]
    ? { version: match[1], encoding: match[2] }
    : refuse('declarationMalformed', { entry: 'bagit.txt' });
}

type Bag = Declaration & { readonly folder: string; readonly files: ReadonlySet<string> };

const readTag = async ({ folder, encoding }: Bag, name: string): Promise<string> =>
  decodeTag(await readFile(path.join(folder, name)), encoding);

/** All manifests of one kind, by the names of their files. */
async function manifestsOf(bag: Bag, kind: 'manifest' | 'tagmanifest'): Promise<readonly BagManifest[]> {
  const manifests: BagManifest[] = [];
  for (const name of bag.files) {
    const algorithm = new RegExp(`^${kind}-([a-z0-9]+)\\.txt$`).exec(name)?.[1];
    if (algorithm === undefined) continue;
    const options = { payload: kind === 'manifest', strict: bag.version === '1.0' };
    manifests.push(readBagManifest(await readTag(bag, name), algorithm, options));
  }
  return manifests;
}

async function checkDigests(bag: Bag, manifests: readonly BagManifest[]): Promise<void> {
  for (const { algorithm, digests } of manifests)
    for (const [entry, digest] of digests) {
      if (!bag.files.has(entry)) refuse('missingFile', { entry });
      if ((await digestOf(path.join(bag.folder, entry), algorithm)) !== digest)
        refuse('hashMismatch', { entry });
    }
}

/** Since 1.0 each manifest lists the whole payload; before, all manifests together did. */
function checkComplete(
  { version }: Bag,
  payload: readonly string[],
  manifests: readonly BagManifest[],
): void {
  for (const entry of payload) {
    const listedIn = manifests.filter(({ digests }) => digests.has(entry)).length;
    if (listedIn < (version === '1.0' ? manifests.length : 1)) refuse('unlistedFile', { entry });
  }
}

/** `fetch.txt` names files that lie elsewhere. We never fetch; a bag is whole only if they are here already. */
async function checkFetch(bag: Bag): Promise<void> {
  if (!bag.files.has('fetch.txt')) return;
  for (const [index, line] of linesOf(await readTag(bag, 'fetch.txt')).entries()) {
    const name = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line)?.[1];
    if (name === undefined) return refuse('manifestMalformed', { entry: 'fetch.txt', line: index + 1 });
    const entry = listedName(name, true);
    if (!bag.files.has(entry)) refuse('missingFile', { entry });
  }
}

async function checkOxum(bag: Bag, payload: readonly string[]): Promise<void> {
  if (!bag.files.has('bag-info.txt')) return;
  const line = linesOf(await readTag(bag, 'bag-info.txt')).find((one) => /^Payload-Oxum\s*:/i.test(one));
  if (line === undefined) return;
  let octets = 0;
  for (const name of payload) octets += (await stat(path.join(bag.folder, name))).size;
  if (line.replace(/^[^:]*:\s*/, '').trim() !== `${octets}.${payload.length}`) refuse('countMismatch');
}

/**
 * Whether a folder is a whole and sound BagIt bag (RFC 8493 version 1.0, and its drafts from 0.93), for bags unpacked
 * with other tools. Nothing outside the folder is read, nothing is written or fetched. Names are held to `nameFlaw`.
 * Fails with `bundleRefused` and a reason; throws when the folder itself cannot be read.
 */
export async function validateBag(folder: string): Promise<Result<BagFacts, BundleCode>> {
  try {
    const files = await filesBelow(folder);
    if (!files.has('bagit.txt')) return refuse('declarationMissing');
    const declaration = readDeclaration(await readFile(path.join(folder, 'bagit.txt'), 'utf8'));
    const bag: Bag = { ...declaration, folder, files };
    const payload = [...files].filter((name) => name.startsWith('data/'));
    const manifests = await manifestsOf(bag, 'manifest');
    const tagManifests = await manifestsOf(bag, 'tagmanifest');
    if (manifests.length === 0) refuse('manifestMissing');
    await checkFetch(bag);
    checkComplete(bag, payload, manifests);
    await checkDigests(bag, manifests);
    await checkDigests(bag, tagManifests);
    await checkOxum(bag, payload);
    const warnings = new Set([...manifests, ...tagManifests].flatMap((one) => [...one.warnings]));
    return ok({ version: bag.version, payloadFiles: payload.length, warnings: [...warnings] });
  } catch (error) {
    return settle(error);
  }
}
