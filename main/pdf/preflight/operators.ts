/** One operator of a content stream with the strings (as bytes, one a character) and names that stood before it. */
export type Operator = {
  readonly name: string;
  readonly strings: readonly string[];
  readonly names: readonly string[];
};

const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]/;
const OCTAL = /^[0-7]{1,3}/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The literal string that opens at `start`, decoded, and the place behind it (ISO 32000-1, 7.3.4.2). */
function literal(source: string, start: number): [string, number] {
  let out = '';
  let depth = 1;
  let at = start + 1;
  while (at < source.length) {
    const sign = source.charAt(at);
    if (sign === '\\') {
      const octal = OCTAL.exec(source.slice(at + 1, at + 4))?.[0];
      const next = source.charAt(at + 1);
      if (octal !== undefined) out += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      else if (next !== '\n' && next !== '\r') out += ESCAPES[next] ?? next;
      at += 1 + (octal?.length ?? 1);
      continue;
    }
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return [out, at + 1];
    out += sign;
    at += 1;
  }
  return [out, at];
}

const fromHex = (digits: string): string =>
  (digits.match(/[0-9a-fA-F]{1,2}/g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)))
    .join('');

/** The operators of a content stream in order; operands other than strings and names are dropped. */
export function* operatorsOf(source: string): Generator<Operator> {
  let strings: string[] = [];
  let names: string[] = [];
  let at = 0;
  while (at < source.length) {
    const sign = source.charAt(at);
    if (sign === '(') {
      const [value, after] = literal(source, at);
      strings.push(value);
      at = after;
    } else if (sign === '%') {
      while (at < source.length && !/[\r\n]/.test(source.charAt(at))) at += 1;
    } else if ((sign === '<' || sign === '>') && source.charAt(at + 1) === sign) {
      at += 2;
    } else if (sign === '<') {
      const end = source.indexOf('>', at);
      strings.push(fromHex(source.slice(at + 1, end < 0 ? undefined : end)));
      at = end < 0 ? source.length : end + 1;
    } else if (sign === '/' || REGULAR.test(sign)) {
      let end = at + 1;
      while (end < source.length && REGULAR.test(source.charAt(end))) end += 1;
      const word = source.slice(at, end);
      at = end;
      if (sign === '/') names.push(word.slice(1));
      else if (!/^([-+.\d].*|true|false|null)$/.test(word)) {
        yield { name: word, strings, names };
        strings = [];
        names = [];
      }
    } else {
      // White space, or the bounds of arrays.
      at += 1;
    }
  }
}
