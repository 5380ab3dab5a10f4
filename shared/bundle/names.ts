import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What can be wrong with a name, in the order in which it is looked for. */
export type NameFlaw =
  | 'empty'
  | 'forbiddenCharacter'
  | 'notNormalised'
  | 'tooLong'
  | 'tooDeep'
  | 'badSegment'
  | 'edgeDotOrSpace'
  | 'deviceName';

/** Longest name in UTF-8 bytes, and most segments, so that it fits below a folder on every system we know. */
const MAX_NAME_BYTES = 240;
const MAX_NAME_DEPTH = 12;

/** Letters, marks, digits and the punctuation that no file system or shell pattern gives a meaning in a name. */
const ALLOWED = /^[\p{L}\p{M}\p{N} !#$%&'()+,\-.;=@[\]^_`{}~/]*$/u;
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/iu;

/**
 * The first flaw of a relative file name with `/` between its segments, or `undefined` for a name that every system
 * stores as written. A flawed name is refused, never mended: two parties that mend differently see different files.
 * Positive list of characters (so no control, bidi, zero-width, `\ : * ? " < > |`, lone surrogates), Unicode NFC,
 * no empty, `.` or `..` segment (so no absolute name), no Windows device name.
 */
export function nameFlaw(name: string): NameFlaw | undefined {
  if (name === '') return 'empty';
  if (!ALLOWED.test(name)) return 'forbiddenCharacter';
  if (name !== name.normalize('NFC')) return 'notNormalised';
  if (utf8ToBytes(name).length > MAX_NAME_BYTES) return 'tooLong';
  const segments = name.split('/');
  if (segments.length > MAX_NAME_DEPTH) return 'tooDeep';
  for (const segment of segments) {
    if (segment === '' || segment === '.' || segment === '..') return 'badSegment';
    if (/^ |[. ]$/.test(segment)) return 'edgeDotOrSpace';
    if (DEVICE.test(segment)) return 'deviceName';
  }
  return undefined;
}

/** Equal for two names that some file system takes for one (case, width, ligatures): NFKC in lower case. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().normalize('NFKC');

/**
 * The first name that collides with an earlier one: equal after folding, or a file where another needs a folder.
 * `undefined` when all can be written side by side.
 */
export function findCollision(names: Iterable<string>): string | undefined {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const name of names) {
    const folded = foldName(name);
    if (files.has(folded) || folders.has(folded)) return name;
    files.add(folded);
    for (let cut = folded.indexOf('/'); cut >= 0; cut = folded.indexOf('/', cut + 1)) {
      const folder = folded.slice(0, cut);
      if (files.has(folder)) return name;
      folders.add(folder);
    }
  }
  return undefined;
}

/** A hostile name made fit for a message: printable ASCII, everything else as `\u{hex}`, at most 120 characters. */
export function printableName(name: string): string {
  let text = '';
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    text += code >= 0x20 && code < 0x7f ? character : `\\u{${code.toString(16)}}`;
    if (text.length > 120) return `${text.slice(0, 119)}…`;
  }
  return text;
}
