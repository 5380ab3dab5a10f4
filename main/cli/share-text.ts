export { shareWords } from '#shared/ownership/share-words.ts';

/** Names from a file or a case as one line of a terminal, which must not obey them. */
export const plainText = (text: string): string =>
  text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '\ufffd');
