import { z } from 'zod';
import type { NameComparison } from './compare-names.ts';
import type { ParsedName } from './parse-name.ts';

/** What speaks for two parties being one, firmest first; each has a text in both languages. */
export const FOR_CODES = [
  'sameIdentifier',
  'nameEqual',
  'nameEqualButForm',
  'nameOtherScript',
  'nameReordered',
  'nameJoined',
  'nameAcronym',
  'nameInitial',
  'nameShort',
  'nameSound',
  'nameTypo',
  'nameShared',
  'otherName',
  'sameWebsite',
] as const;

/** What speaks against it. */
export const AGAINST_CODES = [
  'otherIdentifier',
  'slipInIdentifier',
  'otherNumber',
  'otherWords',
  'extraWords',
  'otherForm',
  'otherCharacters',
  'otherOrder',
  'otherCountry',
  'related',
] as const;

/** `a` and `b` are what the two parties have, as text of theirs; `kind` an id of the catalogue. */
const reason = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.object({
    code: z.enum(codes),
    kind: z.string().optional(),
    a: z.string().optional(),
    b: z.string().optional(),
  });
export const ForReason = reason(FOR_CODES);
export const AgainstReason = reason(AGAINST_CODES);
export type ForReason = z.infer<typeof ForReason>;
export type AgainstReason = z.infer<typeof AgainstReason>;

const BY_MATCH = {
  joined: 'nameJoined',
  acronym: 'nameAcronym',
  initial: 'nameInitial',
  short: 'nameShort',
  sound: 'nameSound',
  consonants: 'nameSound',
  typo: 'nameTypo',
} as const;

const wordsOf = (words: readonly { readonly text: string }[]): string =>
  words.map(({ text }) => text).join(' ');

/** A comparison of names in reasons: what they share, and what they do not. */
export function nameReasons(
  a: ParsedName,
  b: ParsedName,
  compared: NameComparison,
): { readonly reasons: readonly ForReason[]; readonly against: readonly AgainstReason[] } {
  const { pairs, onlyA, onlyB } = compared;
  const reasons: ForReason[] = [];
  const against: AgainstReason[] = [];
  const whole = onlyA.length + onlyB.length === 0;
  const equal = pairs.every(({ match }) => match === 'equal');
  if (whole && equal) {
    const sameForm = squeezed(a.form) === squeezed(b.form);
    reasons.push({ code: sameForm ? 'nameEqual' : 'nameEqualButForm', ...forms(a, b) });
  } else if (pairs.length > 0) {
    const shared = pairs.filter(({ match }) => match === 'equal').map((pair) => ({ text: pair.a }));
    if (shared.length > 0) reasons.push({ code: 'nameShared', a: wordsOf(shared) });
    for (const { match, a: one, b: other } of pairs)
      if (match !== 'equal') reasons.push({ code: BY_MATCH[match], a: one, b: other });
  }
  if (compared.reordered) reasons.push({ code: 'nameReordered' });
  if (a.script !== b.script) reasons.push({ code: 'nameOtherScript' });
  const numbers = [onlyA, onlyB].map((only) => only.filter(({ kind }) => kind === 'number'));
  const words = [onlyA, onlyB].map((only) =>
    only.filter(({ kind }) => kind !== 'number' && kind !== 'joining'),
  );
  const add = (
    both: AgainstReason['code'],
    one: AgainstReason['code'],
    [x = [], y = []]: typeof words,
  ): void => {
    if (x.length === 0 && y.length === 0) return;
    against.push({ code: x.length > 0 && y.length > 0 ? both : one, a: wordsOf(x), b: wordsOf(y) });
  };
  add('otherNumber', 'otherNumber', numbers);
  add('otherWords', 'extraWords', words);
  if (compared.formsDiffer) against.push({ code: 'otherForm', ...forms(a, b) });
  if (compared.otherCharacters) against.push({ code: 'otherCharacters', a: a.han, b: b.han });
  if (compared.turned) against.push({ code: 'otherOrder' });
  return { reasons, against };
}

const squeezed = (form: string | undefined): string | undefined => form?.replaceAll(' ', '');

const forms = (a: ParsedName, b: ParsedName): { a?: string; b?: string } => ({
  ...(a.form === undefined ? {} : { a: a.form }),
  ...(b.form === undefined ? {} : { b: b.form }),
});
