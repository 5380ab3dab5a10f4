import * as crypto from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { argon2id, newArgon2Parameters, PRODUCTION_KDF, withinPolicy } from '#main/vault/kdf.ts';

const salt = Buffer.alloc(16, 5);
const parameters = {
  alg: 'argon2id',
  passes: 3,
  memoryKiB: 64 * 1024,
  salt: salt.toString('base64'),
} as const;

// Present from Node 24 on, absent in the Node of the desktop shell.
type NodeArgon2 = (algorithm: 'argon2id', parameters: object) => Buffer;
const native: unknown = Reflect.get(crypto, 'argon2Sync');

describe('stretching a passphrase', () => {
  it.skipIf(typeof native !== 'function')("is the Argon2id that Node's own OpenSSL computes", async () => {
    const theirs = (native as NodeArgon2)('argon2id', {
      message: Buffer.from('zwemvest lantaarn'),
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: parameters.memoryKiB,
      passes: parameters.passes,
    });
    expect((await argon2id('zwemvest lantaarn', parameters)).equals(theirs)).toBe(true);
  });

  it('does not depend on how a keyboard composes an accent', async () => {
    const cheap = { ...parameters, passes: 1, memoryKiB: 8 };
    const [composed, decomposed] = [await argon2id('caf\u00e9', cheap), await argon2id('cafe\u0301', cheap)];
    expect(composed.equals(decomposed)).toBe(true);
    expect(composed.equals(await argon2id('cafe', cheap))).toBe(false);
  });

  it('takes 3 passes over 256 MiB in production, and never accepts less than 64 MiB or 3 passes', () => {
    const made = newArgon2Parameters(PRODUCTION_KDF);
    expect(made).toMatchObject({ alg: 'argon2id', passes: 3, memoryKiB: 262_144 });
    const asked = (change: object) => withinPolicy({ ...made, ...change }, PRODUCTION_KDF);
    expect([
      asked({}),
      asked({ memoryKiB: 65_536 }),
      asked({ memoryKiB: 65_535 }),
      asked({ passes: 2 }),
      asked({ passes: 17 }),
      asked({ memoryKiB: 1_048_577 }),
    ]).toEqual([true, true, false, false, false, false]);
  });

  it('fails, rather than hanging, when the thread cannot do it', async () => {
    await expect(argon2id('x', { ...parameters, salt: 'AAAA' })).rejects.toThrow();
  });
});
