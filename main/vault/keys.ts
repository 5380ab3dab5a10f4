import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

// Only primitives that Electron's BoringSSL has: AES-256-GCM, HMAC and HKDF with SHA-256.

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** HKDF-SHA256 to 32 bytes. `info` names the purpose, so that no two purposes ever share a key. */
export const hkdf = (secret: Uint8Array, salt: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, KEY_BYTES));

/** AES-256-GCM under a fresh random nonce: nonce, ciphertext, tag. `bound` is authenticated, not stored. */
export function seal(key: Uint8Array, plain: Uint8Array, bound: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made; undefined when key, content or `bound` differ in any bit. */
export function unseal(key: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(NONCE_BYTES, end));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // The one failure that `final` has here: the tag does not fit.
    plain.fill(0);
    return undefined;
  }
}

export type MasterKeys = {
  /** Raw key of the database file. */
  readonly database: Buffer;
  headerMac(bytes: Uint8Array): string;
  readonly anchor: Buffer;
  /** A key for another purpose of the program, the same each time; the caller wipes its copy. */
  derive(purpose: string): Buffer;
  /** The master key itself, to wrap it in another slot. */
  readonly master: Buffer;
  wipe(): void;
};

/** Takes ownership of the master key of a vault and derives its sub-keys. */
export function masterKeys(master: Buffer, vaultId: string): MasterKeys {
  const salt = Buffer.from(vaultId, 'utf8');
  const database = hkdf(master, salt, 'waarborg/database/v1');
  const mac = hkdf(master, salt, 'waarborg/header-mac/v1');
  const anchor = hkdf(master, salt, 'waarborg/anchor/v1');
  let wiped = false;
  return {
    database,
    anchor,
    master,
    headerMac: (bytes) => createHmac('sha256', mac).update(bytes).digest('hex'),
    derive: (purpose) => {
      if (wiped) throw new Error('the vault is closed');
      return hkdf(master, salt, `waarborg/purpose/${purpose}/v1`);
    },
    wipe: () => {
      wiped = true;
      for (const key of [master, database, mac, anchor]) key.fill(0);
    },
  };
}

/** Compares two short texts without telling by its time how far they agree. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
