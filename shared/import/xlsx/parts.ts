import { XmlStream } from '../graph/xml.ts';

/** Why a workbook is not read; each has a text under `imports.reason`. */
export type WorkbookReason =
  | 'workbookDamaged'
  | 'workbookForm'
  | 'workbookTooLarge'
  | 'xmlForbidden'
  | 'sheetMissing';

/** Ends the reading of a workbook. */
export class WorkbookError extends Error {
  readonly reason: WorkbookReason;
  constructor(reason: WorkbookReason) {
    super(reason);
    this.reason = reason;
  }
}

export type Handler = ConstructorParameters<typeof XmlStream>[0];

/** Reads one part of a workbook piece by piece. @throws WorkbookError */
export class PartStream {
  readonly #xml: XmlStream;

  constructor(handler: Handler) {
    this.#xml = new XmlStream(handler);
  }

  push(piece: string): void {
    this.#check(this.#xml.push(piece));
  }

  end(): void {
    this.#check(this.#xml.end());
  }

  #check(failure: ReturnType<XmlStream['push']>): void {
    if (!failure) return;
    if (failure.code === 'xmlForbidden') throw new WorkbookError('xmlForbidden');
    throw new WorkbookError(failure.code === 'xmlTooLarge' ? 'workbookTooLarge' : 'workbookDamaged');
  }
}

/** `_x000D_` in a text of a spreadsheet is a character that XML cannot hold; control characters are dropped. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
        const character = String.fromCharCode(Number.parseInt(code, 16));
        return /[\n\t]/.test(character) || character >= ' ' ? character : '';
      })
    : text;
