import { SaxesParser } from 'saxes';

/** Why a text is not read as XML: it is not well formed, it declares a document type, or it passes a limit. */
export type XmlFailure = {
  readonly code: 'xmlSyntax' | 'xmlForbidden' | 'xmlTooLarge';
  readonly line: number;
};

export const XML_LIMITS = { depth: 64, attributes: 64, text: 300_000, elements: 20_000_000 } as const;

export type XmlElement = {
  /** Name without its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
};
export type XmlHandler = {
  readonly open: (element: XmlElement) => void;
  /** `text` is all text directly inside the element. */
  readonly close: (name: string, text: string) => void;
};

class Refused extends Error {
  readonly failure: XmlFailure;
  constructor(failure: XmlFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Characters that are handed on at once. */
const STEP = 64 * 1024;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML of strangers piece by piece. A document type is refused where it begins, so that no entity is ever
 * declared, expanded or fetched; depth, text and number of elements are bounded.
 */
export class XmlStream {
  readonly #parser = new SaxesParser({ position: true });
  readonly #texts: string[] = [];
  #elements = 0;
  #failure: XmlFailure | undefined;
  /** Characters since the parser last had something whole: an unclosed tag must not gather without end. */
  #unclosed = 0;

  constructor(handler: XmlHandler) {
    const parser = this.#parser;
    const refuse = (code: XmlFailure['code']): never => {
      throw new Refused({ code, line: parser.line });
    };
    parser.on('error', () => refuse('xmlSyntax'));
    parser.on('doctype', () => refuse('xmlForbidden'));
    parser.on('opentag', ({ name, attributes }) => {
      this.#unclosed = 0;
      this.#elements += 1;
      if (this.#texts.length >= XML_LIMITS.depth || this.#elements > XML_LIMITS.elements)
        refuse('xmlTooLarge');
      const given = Object.entries(attributes as Record<string, string>);
      if (given.length > XML_LIMITS.attributes) refuse('xmlTooLarge');
      this.#texts.push('');
      handler.open({
        name: local(name),
        attributes: new Map(given.map(([key, value]) => [local(key), value])),
        line: parser.line,
      });
    });
    const text = (piece: string): void => {
      this.#unclosed = 0;
      const top = this.#texts.length - 1;
      if (top < 0) return;
      const whole = `${this.#texts[top]}${piece}`;
      if (whole.length > XML_LIMITS.text) refuse('xmlTooLarge');
      this.#texts[top] = whole;
    };
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('comment', () => (this.#unclosed = 0));
    parser.on('closetag', ({ name }) => {
      this.#unclosed = 0;
      handler.close(local(name), this.#texts.pop() ?? '');
    });
  }

  /** Takes the next piece; what is wrong with the text so far. After a failure nothing more is read. */
  push(piece: string): XmlFailure | undefined {
    return this.#read(() => {
      for (let at = 0; at < piece.length; at += STEP) {
        const part = piece.slice(at, at + STEP);
        this.#unclosed += part.length;
        this.#parser.write(part);
        if (this.#unclosed > XML_LIMITS.text)
          throw new Refused({ code: 'xmlTooLarge', line: this.#parser.line });
      }
    });
  }

  end(): XmlFailure | undefined {
    return this.#read(() => {
      this.#parser.close();
    });
  }

  #read(step: () => void): XmlFailure | undefined {
    if (this.#failure) return this.#failure;
    try {
      step();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#failure = error.failure;
    }
    return this.#failure;
  }
}
