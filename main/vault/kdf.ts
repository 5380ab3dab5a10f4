import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Argon2Task } from '../workers/argon2.ts';
import { workerUrl } from '../workers.ts';

/** Bounds for what a header may ask, and what a new slot gets. Memory in KiB; one lane always. */
export type KdfPolicy = {
  readonly passes: { readonly min: number; readonly max: number; readonly chosen: number };
  readonly memoryKiB: { readonly min: number; readonly max: number; readonly chosen: number };
};

/**
 * Argon2id with 3 passes over 256 MiB, about 0.7 s on a 2026 laptop: at most some 450 guesses a second on a
 * graphics card (memory traffic at 1 TiB/s). The floor stops a header that was made cheap to guess, the ceiling
 * one that would exhaust the machine.
 */
export const PRODUCTION_KDF: KdfPolicy = {
  passes: { min: 3, max: 16, chosen: 3 },
  memoryKiB: { min: 64 * 1024, max: 1024 * 1024, chosen: 256 * 1024 },
};

export type Argon2Parameters = {
  readonly alg: 'argon2id';
  readonly passes: number;
  readonly memoryKiB: number;
  /** 16 bytes, base64. */
  readonly salt: string;
};

export const newArgon2Parameters = (policy: KdfPolicy): Argon2Parameters => ({
  alg: 'argon2id',
  passes: policy.passes.chosen,
  memoryKiB: policy.memoryKiB.chosen,
  salt: randomBytes(16).toString('base64'),
});

export const withinPolicy = (asked: Argon2Parameters, policy: KdfPolicy): boolean =>
  asked.passes >= policy.passes.min &&
  asked.passes <= policy.passes.max &&
  asked.memoryKiB >= policy.memoryKiB.min &&
  asked.memoryKiB <= policy.memoryKiB.max;

/**
 * Argon2id of a passphrase, on a thread of its own that ends with the task. The passphrase is taken in Unicode
 * form NFKC, so that every keyboard and system types the same one.
 */
export async function argon2id(passphrase: string, parameters: Argon2Parameters): Promise<Buffer> {
  const secret = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  const task: Argon2Task = {
    secret,
    salt: Buffer.from(parameters.salt, 'base64'),
    passes: parameters.passes,
    memoryKiB: parameters.memoryKiB,
  };
  const worker = new Worker(workerUrl('argon2'), { workerData: task });
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      worker.once('message', (key: Uint8Array) =>
        resolve(Buffer.from(key.buffer, key.byteOffset, key.length)),
      );
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the key derivation thread ended early (${code})`)));
    });
  } finally {
    secret.fill(0);
    await worker.terminate();
  }
}
