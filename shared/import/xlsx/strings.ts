import { PartStream, unescapeText, WorkbookError } from './parts.ts';

/** Shared texts of a workbook are held in memory while a sheet is read: so many characters and texts at most. */
export const STRING_LIMITS = { characters: 100_000_000, texts: 3_000_000 } as const;

/**
 * `xl/sharedStrings.xml`: the texts that cells refer to by number. Runs of one text are joined; how a text is spoken
 * (phonetic runs) is left out. What the part claims of its own length is not believed.
 */
export class SharedStrings {
  readonly texts: string[] = [];
  readonly #part: PartStream;
  #text = '';
  #spoken = 0;
  #characters = 0;

  constructor() {
    this.#part = new PartStream({
      open: ({ name }) => {
        if (name === 'si') this.#text = '';
        if (name === 'rPh') this.#spoken += 1;
      },
      close: (name, text) => {
        if (name === 'rPh') this.#spoken -= 1;
        if (name === 't' && this.#spoken === 0) this.#text += text;
        if (name === 'si') this.#keep();
      },
    });
  }

  #keep(): void {
    this.#characters += this.#text.length;
    this.texts.push(unescapeText(this.#text));
    if (this.#characters > STRING_LIMITS.characters || this.texts.length > STRING_LIMITS.texts)
      throw new WorkbookError('workbookTooLarge');
  }

  push(piece: string): void {
    this.#part.push(piece);
  }

  end(): readonly string[] {
    this.#part.end();
    return this.texts;
  }
}
