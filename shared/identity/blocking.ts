import type { ParsedName } from './parse-name.ts';
import { type PreparedParty, STRONG_IDENTIFIERS } from './party.ts';

const EDGE = 4;
/** Words shorter than this have no slip in them (`slipsAllowed`). */
const SHORTEST = 4;

/** A text and all that is left of it when one letter is taken out: two texts with one slip between them share one. */
const withoutOne = (text: string): string[] =>
  text.length < SHORTEST
    ? [text]
    : [text, ...Array.from(text, (_, i) => text.slice(0, i) + text.slice(i + 1))];

/**
 * Keys of a name: two names that are alike have one in common at least, also with slips in a word, in another
 * romanisation or with words written together. Words that many share make no key of their own.
 */
function nameKeys({ words, kind }: ParsedName): string[] {
  const own = words.filter((word) => word.kind === 'own' || (word.kind !== 'joining' && word.weight === 1));
  const letters = own.map(({ text }) => text[0]).join('');
  const keys = own.flatMap(({ text, sound, consonants }) => [
    text,
    ...withoutOne(sound),
    ...(consonants.length > 1 ? withoutOne(consonants).map((left) => `c:${left}`) : []),
    ...(sound.length > EDGE ? [`b:${sound.slice(0, EDGE)}`, `e:${sound.slice(-EDGE)}`] : []),
  ]);
  const run = words.filter((word) => word.kind !== 'common' || word.weight === 1).map(({ text }) => text);
  if (run.length > 1) keys.push(...withoutOne(run.join('')));
  if (letters.length > 1) keys.push(letters);
  return keys.map((key) => `${kind}/${key}`);
}

const keysOf = ({ names, identifiers, websites }: PreparedParty): ReadonlySet<string> =>
  new Set([
    ...names.flatMap(nameKeys),
    ...STRONG_IDENTIFIERS.flatMap((kind) =>
      [...(identifiers.get(kind) ?? [])].map((value) => `${kind}=${value}`),
    ),
    ...[...websites].map((site) => `w=${site}`),
  ]);

/** A key that more parties have than this tells nothing; of a number or a site all are looked at. */
export const MOST_IN_BLOCK = 100;

/**
 * Pairs of places in the list that share a key, each once, lower place first: what is worth comparing, so that twenty
 * thousand parties do not make two hundred million comparisons. Order follows the list.
 */
export function* pairsToCompare(parties: readonly PreparedParty[]): Generator<readonly [number, number]> {
  const blocks = new Map<string, number[]>();
  const keys = parties.map(keysOf);
  keys.forEach((own, place) => {
    for (const key of own) {
      const block = blocks.get(key);
      if (block) block.push(place);
      else blocks.set(key, [place]);
    }
  });
  for (const [place, own] of keys.entries()) {
    const others = new Set<number>();
    for (const key of own) {
      const block = blocks.get(key) as number[];
      if (block.length > MOST_IN_BLOCK && !key.includes('=')) continue;
      for (const other of block) if (other > place) others.add(other);
    }
    for (const other of [...others].sort((x, y) => x - y)) yield [place, other];
  }
}
