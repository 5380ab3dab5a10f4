import { refuse } from './refused.ts';

// A bounded look at the header of an age file (https://c2sp.org/age). The library parses it again, strictly, and
// verifies it; but it reads on until a header ends, however long that takes, so it is only handed headers seen here.

/** Above this a header is refused: room for about a hundred post-quantum recipients. */
export const MAX_HEADER_BYTES = 256 * 1024;
/** The largest scrypt work factor (log2 of N) we run: 256 MiB and about a second. */
export const MAX_WORK_FACTOR = 18;

const MAGIC = 'age-encryption.org/v1\n';

/**
 * How the header can be opened. `mixed`: post-quantum and other keys together, which gives the former no meaning.
 * `other`: only keys of kinds that we do not use.
 */
export type BundleMode = 'passphrase' | 'classical' | 'postQuantum' | 'mixed' | 'other';

export type HeaderFacts = {
  readonly mode: BundleMode;
  /** Number of wrapped keys: recipients, as far as anybody outside can tell. */
  readonly stanzas: number;
  readonly headerBytes: number;
};

function modeOf(types: ReadonlySet<string>): BundleMode {
  if (types.has('scrypt')) return 'passphrase';
  if (types.has('mlkem768x25519')) return types.has('X25519') ? 'mixed' : 'postQuantum';
  return types.has('X25519') ? 'classical' : 'other';
}

/**
 * Facts of the header that `start` begins with; `undefined` when it needs to see more.
 * Refuses `notABundle` (no age file) and `headerTooLarge`.
 */
export function scanHeader(start: Buffer): HeaderFacts | undefined {
  const seen = start.toString('latin1', 0, Math.min(start.length, MAX_HEADER_BYTES));
  if (seen.slice(0, MAGIC.length) !== MAGIC.slice(0, seen.length)) refuse('notABundle');
  const mac = seen.indexOf('\n---');
  const end = mac < 0 ? -1 : seen.indexOf('\n', mac + 1);
  if (end < 0) return start.length >= MAX_HEADER_BYTES ? refuse('headerTooLarge') : undefined;
  const stanzas = seen
    .slice(0, mac)
    .split('\n')
    .filter((line) => line.startsWith('-> '));
  const types = new Set(stanzas.map((line) => line.split(' ')[1] ?? ''));
  return { mode: modeOf(types), stanzas: stanzas.length, headerBytes: end + 1 };
}
