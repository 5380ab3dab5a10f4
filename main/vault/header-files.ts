import { readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile, systemCode } from './durable.ts';
import { headerText, type ReadHeader, readHeader, type SignedHeader } from './header.ts';

/** Both hold the same header; the second is there for the moment in which the first is replaced, and for bit rot. */
export const HEADER_FILES = ['vault.json', 'vault.json.bak'] as const;

export type LoadedHeader =
  | {
      readonly kind: 'valid';
      /** The copy of the highest generation. */
      readonly header: SignedHeader;
      /** True when the other copy is not the same: it must be rewritten, for it may still hold a revoked slot. */
      readonly stale: boolean;
    }
  | { readonly kind: 'missing' | 'damaged' | 'future' };

/** Reads both copies; writes nothing. */
export function loadHeader(folder: string): LoadedHeader {
  const texts = HEADER_FILES.map((name) => readIfThere(path.join(folder, name)));
  const copies = texts.filter((text) => text !== undefined).map(readHeader);
  if (copies.length === 0) return { kind: 'missing' };
  // A later version of the program wrote here: what this one understands is not the last word.
  if (copies.some((copy) => copy.kind === 'future')) return { kind: 'future' };
  const best = copies
    .filter(isValid)
    .reduce<SignedHeader | undefined>(
      (highest, { header }) => (highest && highest.generation >= header.generation ? highest : header),
      undefined,
    );
  if (!best) return { kind: 'damaged' };
  const text = headerText(best);
  return { kind: 'valid', header: best, stale: texts.some((copy) => copy !== text) };
}

/** Writes the first copy: when this returns, the new header is the one that counts. */
export const writeFirstCopy = (folder: string, header: SignedHeader): void =>
  replaceFile(path.join(folder, HEADER_FILES[0]), headerText(header));

/** Writes the second copy; until then a crash leaves an older one behind, which the next opening replaces. */
export const writeSecondCopy = (folder: string, header: SignedHeader): void =>
  replaceFile(path.join(folder, HEADER_FILES[1]), headerText(header));

const isValid = (copy: ReadHeader): copy is Extract<ReadHeader, { kind: 'valid' }> => copy.kind === 'valid';

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    // Unreadable for another reason (a folder of that name, a disk error): there is something, and it is damaged.
    if (systemCode(error)) return '';
    throw error;
  }
}
