import { createHash, randomBytes } from 'node:crypto';

// 160 random bits and 20 check bits are 180 bits: 36 symbols of 5 bits, printed in six groups of six.
const SECRET_BYTES = 20;
const SECRET_SYMBOLS = 32;
const CHECK_SYMBOLS = 4;
const GROUP = 6;

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** 160 random bits: far too many to guess, so the code needs no slow derivation. */
export const newRecoverySecret = (): Buffer => randomBytes(SECRET_BYTES);

/** The printed form of a secret, such as `3K7QZA-…`. */
export function formatRecoveryCode(secret: Uint8Array): string {
  const symbols = encode(secret) + checkOf(secret);
  return symbols.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? symbols;
}

/**
 * Reads a code as a person types it: any case, any spaces and dashes, O for 0, I or L for 1. Undefined when it is
 * not a code or when its check does not fit (a typing error, found before anything is tried with it).
 */
export function parseRecoveryCode(text: string): Buffer | undefined {
  const symbols = [
    ...text
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[\s\p{Pd}_.]/gu, ''),
  ].map((symbol) => MISREAD[symbol] ?? symbol);
  if (symbols.length !== SECRET_SYMBOLS + CHECK_SYMBOLS) return undefined;
  const values = symbols.map((symbol) => ALPHABET.indexOf(symbol));
  if (values.includes(-1)) return undefined;
  const secret = decode(values.slice(0, SECRET_SYMBOLS));
  return checkOf(secret) === symbols.slice(SECRET_SYMBOLS).join('') ? secret : undefined;
}

function checkOf(secret: Uint8Array): string {
  const digest = createHash('sha256').update('waarborg/recovery-check/v1').update(secret).digest();
  return encode(digest).slice(0, CHECK_SYMBOLS);
}

/** Five bits a symbol, most significant first; left-over bits are dropped (there are none for 20 bytes). */
function encode(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

function decode(values: readonly number[]): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const value of values) {
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
    held &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
