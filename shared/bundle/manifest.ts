import { fail, ok, type Result } from '../result.ts';
import { findCollision, nameFlaw } from './names.ts';

/** One line of a manifest: SHA-256 (64 lower-case hexadecimal characters) and the file's name in the bag. */
export type ManifestEntry = { readonly name: string; readonly sha256: string };

/** RFC 8493 (BagIt 1.0) 2.1.3: in a manifest only `%`, CR and LF are written in percent form. */
export const encodeManifestName = (name: string): string =>
  name.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');

/** Reverses `encodeManifestName`; any other percent sign stands for itself. */
export const decodeManifestName = (text: string): string =>
  text.replace(/%(25|0A|0D)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Text that `sha256sum -c` reads: digest, two spaces, name, line feed; sorted by name (code units). */
export const manifestText = (entries: Iterable<ManifestEntry>): string =>
  [...entries]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, sha256 }) => `${sha256}  ${encodeManifestName(name)}\n`)
    .join('');

/**
 * Reads a payload manifest of a stranger, strictly in the form of `manifestText`: every name below `data/`, without
 * flaws, none twice or colliding. Failure names the line (1-based), never its text.
 */
export function parseManifest(
  text: string,
): Result<ReadonlyMap<string, string>, 'manifestMalformed' | 'nameRefused' | 'nameCollision'> {
  const lines = text.split('\n');
  if (lines.pop() !== '') return fail('manifestMalformed', { line: lines.length + 1 });
  const entries = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const match = /^([0-9a-f]{64}) {2}(data\/.+)$/.exec(line);
    if (!match) return fail('manifestMalformed', { line: index + 1 });
    const name = decodeManifestName(match[2] as string);
    if (nameFlaw(name) !== undefined) return fail('nameRefused', { line: index + 1 });
    if (entries.has(name)) return fail('nameCollision', { line: index + 1 });
    entries.set(name, match[1] as string);
  }
  const collision = findCollision(entries.keys());
  if (collision !== undefined)
    return fail('nameCollision', { line: [...entries.keys()].indexOf(collision) + 1 });
  return ok(entries);
}
