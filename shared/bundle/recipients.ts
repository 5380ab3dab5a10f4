/** `classical`: X25519, any age program opens it. `postQuantum`: ML-KEM-768 with X25519, age 1.3 or newer. */
export type RecipientKind = 'classical' | 'postQuantum';

const BECH32 = '[qpzry9x8gf2tvdw0s3jn54khce6mua7l]';
const CLASSICAL = new RegExp(`^age1${BECH32}{58}$`);
const POST_QUANTUM = new RegExp(`^age1pq1${BECH32}{1500,2200}$`);

/**
 * Kind of an age recipient string by its form, or `undefined` for anything else (plug-ins, SSH keys, typing errors).
 * The checksum is not looked at here.
 */
export const recipientKind = (recipient: string): RecipientKind | undefined =>
  CLASSICAL.test(recipient) ? 'classical' : POST_QUANTUM.test(recipient) ? 'postQuantum' : undefined;

/**
 * The one kind of all recipients. One classical recipient among post-quantum ones would leave the file key open to
 * whoever stores the bundle until a quantum computer exists, so a mix is refused, as the age program does.
 */
export function commonKind(
  recipients: readonly string[],
): RecipientKind | 'recipientsMissing' | 'recipientInvalid' | 'recipientsMixed' {
  const kinds = new Set(recipients.map(recipientKind));
  if (kinds.size === 0) return 'recipientsMissing';
  if (kinds.has(undefined)) return 'recipientInvalid';
  if (kinds.size > 1) return 'recipientsMixed';
  return kinds.has('classical') ? 'classical' : 'postQuantum';
}
