import { fail, ok, type Result } from '../result.ts';

/** Text of one value of a list, or the reason that it cannot be read. `index` counts the values from 0. */
export type ScannedItem =
  | { readonly index: number; readonly text: string }
  | { readonly index: number; readonly code: 'jsonSyntax' | 'jsonShape' };

/** Why a whole text is no list of values, and at which of them that shows. */
export type ScanFailure = { readonly index: number; readonly code: 'jsonSyntax' | 'jsonShape' };

export const SCAN_LIMITS = { item: 8_000_000, items: 5_000_000, depth: 64 } as const;

type Place = 'start' | 'first' | 'value' | 'after' | 'end' | 'lines';

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Cuts a long text into the values of a list while it arrives: one JSON array, or JSON lines. It only counts brackets
 * and quotes and holds no more than one value, so a file of any size passes in bounded memory; whoever takes an item
 * parses it. An item that is too long or too deep is an item without text and spoils no other. A text whose list itself
 * is broken (a missing comma, no end) fails: what came before it must not be used.
 */
export class JsonScan {
  #place: Place = 'start';
  #index = 0;
  #parts: string[] = [];
  #length = 0;
  #depth = 0;
  #quoted = false;
  #escaped = false;
  #begun = false;
  #spoilt = false;
  #failed: ScanFailure | undefined;

  /** Takes the next piece of text; gives the items that ended in it. */
  push(chunk: string): Result<readonly ScannedItem[], ScanFailure['code']> {
    const items: ScannedItem[] = [];
    if (this.#failed === undefined) {
      let at = 0;
      while (at < chunk.length && this.#failed === undefined) {
        if (this.#place === 'lines') at = this.#line(chunk, at, items);
        else if (this.#begun) at = this.#within(chunk, at, items);
        else at = this.#between(chunk, at);
      }
      if (this.#index > SCAN_LIMITS.items) this.#fail('jsonShape');
    }
    return this.#answer(items);
  }

  /** The text is over; gives the last item of JSON lines. */
  end(): Result<readonly ScannedItem[], ScanFailure['code']> {
    const items: ScannedItem[] = [];
    if (this.#failed === undefined) {
      if (this.#place === 'lines') {
        this.#emit(items);
        this.#checkFirst(items);
      } else if (this.#place === 'start') this.#fail('jsonShape');
      else if (this.#place !== 'end') this.#fail('jsonSyntax');
    }
    return this.#answer(items);
  }

  #answer(items: readonly ScannedItem[]): Result<readonly ScannedItem[], ScanFailure['code']> {
    const failed = this.#failed;
    return failed === undefined ? ok(items) : fail(failed.code, { index: failed.index });
  }

  #fail(code: ScanFailure['code']): void {
    this.#failed ??= { index: this.#index, code };
  }

  #keep(text: string): void {
    this.#length += text.length;
    if (this.#length > SCAN_LIMITS.item) {
      this.#spoilt = true;
      this.#parts = [];
    }
    if (!this.#spoilt) this.#parts.push(text);
  }

  #emit(items: ScannedItem[]): void {
    const text = this.#parts.join('');
    const blank = this.#place === 'lines' && !this.#spoilt && text.trim() === '';
    if (this.#spoilt) items.push({ index: this.#index, code: 'jsonShape' });
    else if (!blank) items.push({ index: this.#index, text });
    if (!blank) this.#index += 1;
    this.#parts = [];
    this.#length = 0;
    this.#spoilt = false;
    this.#begun = false;
  }

  #line(chunk: string, at: number, items: ScannedItem[]): number {
    const end = chunk.indexOf('\n', at);
    this.#keep(chunk.slice(at, end < 0 ? chunk.length : end));
    if (end < 0) return chunk.length;
    this.#emit(items);
    this.#checkFirst(items);
    return end + 1;
  }

  /** When the first line is no JSON, the text is no list of lines: one value over many lines, or something else. */
  #checkFirst(items: ScannedItem[]): void {
    const [first] = items;
    if (first?.index !== 0 || !('text' in first)) return;
    try {
      JSON.parse(first.text);
    } catch {
      items.length = 0;
      this.#index = 0;
      this.#fail(first.text.trim() === '{' ? 'jsonShape' : 'jsonSyntax');
    }
  }

  /** White space, commas and brackets around the values of an array. */
  #between(chunk: string, at: number): number {
    const code = chunk.charCodeAt(at);
    if (isSpace(code) || (code === 0xfeff && this.#place === 'start')) return at + 1;
    const mark = chunk[at];
    switch (this.#place) {
      case 'start':
        this.#place = mark === '[' ? 'first' : 'lines';
        return mark === '[' ? at + 1 : at;
      case 'first':
      case 'value':
        if (mark === ']' && this.#place === 'first') {
          this.#place = 'end';
          return at + 1;
        }
        if (mark === ']' || mark === ',' || mark === '}') this.#fail('jsonSyntax');
        this.#begun = true;
        return at;
      case 'after':
        if (mark === ',') this.#place = 'value';
        else if (mark === ']') this.#place = 'end';
        else this.#fail('jsonSyntax');
        return at + 1;
      default:
        this.#fail('jsonSyntax');
        return at + 1;
    }
  }

  /** Inside a value of an array, up to the comma or bracket after it. */
  #within(chunk: string, from: number, items: ScannedItem[]): number {
    let depth = this.#depth;
    let quoted = this.#quoted;
    let escaped = this.#escaped;
    let at = from;
    for (; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (quoted) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) quoted = false;
        continue;
      }
      if (code === QUOTE) quoted = true;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        depth += 1;
        if (depth > SCAN_LIMITS.depth) this.#spoilt = true;
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (depth === 0) break;
        depth -= 1;
      } else if (code === COMMA && depth === 0) break;
    }
    this.#depth = depth;
    this.#quoted = quoted;
    this.#escaped = escaped;
    this.#keep(chunk.slice(from, at));
    if (at === chunk.length) return at;
    this.#emit(items);
    this.#place = 'after';
    return at;
  }
}

/** Values of a text that is there as a whole; the same as scanning it piece by piece. */
export function scanJson(text: string): Result<readonly ScannedItem[], ScanFailure['code']> {
  const scan = new JsonScan();
  const first = scan.push(text);
  if (!first.ok) return first;
  const last = scan.end();
  return last.ok ? ok([...first.value, ...last.value]) : last;
}
