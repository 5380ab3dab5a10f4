import { consonantsOf, foldName, type Script, soundOf } from './fold.ts';
import { type FormFamily, withoutForm } from './legal-forms.ts';
import { withDigits } from './numbers.ts';
import { COMMON_WORDS, HONORIFICS, PARTICLES, SHORT_FORMS, STOP_WORDS } from './word-lists.ts';

export type PartyKind = 'person' | 'organisation';
export type WordKind = 'own' | 'common' | 'joining' | 'initial' | 'number';

/** One word of a name with what can be known of it beforehand. `weight` is how much it says, 1 for a word of one's own. */
export type NameWord = {
  readonly text: string;
  readonly kind: WordKind;
  readonly weight: number;
  readonly sound: string;
  readonly consonants: string;
  /** Bit for each letter or digit that occurs: what two words do not share bounds how few slips lie between them. */
  readonly letters: number;
};

/** A name taken apart, once, so that many comparisons cost little. `words` in the order of the name. */
export type ParsedName = {
  readonly kind: PartyKind;
  readonly words: readonly NameWord[];
  readonly form: string | undefined;
  readonly family: FormFamily | undefined;
  readonly honorific: boolean;
  /** Chinese characters of the name, where it is written in them. */
  readonly han: string;
  readonly abjad: boolean;
  readonly script: Script;
};

const WEIGHTS: Readonly<Record<WordKind, number>> = {
  own: 1,
  number: 1,
  initial: 0.5,
  common: 0.35,
  joining: 0.12,
};

const kindOf = (text: string, number: boolean, party: PartyKind): WordKind => {
  if (number) return 'number';
  if (party === 'person' && text.length === 1) return 'initial';
  if (STOP_WORDS.has(text) || (party === 'person' && PARTICLES.has(text))) return 'joining';
  if (text.length === 1) return 'initial';
  return party === 'organisation' && COMMON_WORDS.has(text) ? 'common' : 'own';
};

/** 26 letters and, folded onto the six bits left, ten digits. */
function lettersIn(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bits |= 1 << (code >= 97 ? code - 97 : 26 + (code % 6));
  }
  return bits;
}

/** Takes a name apart. Never throws; a name without letters or digits has no words. */
export function parseName(name: string, kind: PartyKind): ParsedName {
  const folded = foldName(name);
  const bare =
    kind === 'person'
      ? { words: folded.words, family: undefined, form: undefined }
      : withoutForm(folded.words);
  const untitled = kind === 'person' ? bare.words.filter((word) => !HONORIFICS.has(word)) : bare.words;
  const kept = untitled.length > 0 ? untitled : bare.words;
  const long = kept.map((word) => SHORT_FORMS[word] ?? word);
  const numbered = kind === 'person' ? long.map((text) => ({ text, number: false })) : withDigits(long);
  const words = numbered.map(({ text, number }): NameWord => {
    const word = kindOf(text, number, kind);
    return {
      text,
      kind: word,
      weight: WEIGHTS[word],
      sound: soundOf(text),
      consonants: consonantsOf(text),
      letters: lettersIn(text),
    };
  });
  // A name of common words only ("Management Company") has nothing else to go by.
  const own = words.some((word) => word.kind === 'own');
  const weighed = own ? words : words.map((word) => (word.kind === 'common' ? { ...word, weight: 1 } : word));
  return {
    kind,
    words: weighed,
    form: bare.form,
    family: bare.family,
    honorific: kept.length < bare.words.length,
    han: folded.han,
    abjad: folded.abjad,
    script: folded.script,
  };
}
