import type { Block } from '../blocks.ts';
import type { Book } from './book.ts';
import { text } from './parts.ts';

/** What is above the ceiling does not count in a result that is computed here, so that another copy may tell more. */
export const restrictedNote = ({ t, input, leftOut }: Book): Block[] =>
  input.ceiling === undefined || leftOut === 0
    ? []
    : [
        {
          kind: 'paragraph',
          parts: [text(t('document.chain.ceiling', { marking: t(`words.marking.${input.ceiling}`) }))],
        },
      ];
