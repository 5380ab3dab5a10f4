import { parentPort, workerData } from 'node:worker_threads';
import sodium from 'libsodium-wrappers-sumo';

/** What the thread is given; both arrays are its own copies. */
export type Argon2Task = {
  readonly secret: Uint8Array;
  /** 16 bytes. */
  readonly salt: Uint8Array;
  readonly passes: number;
  readonly memoryKiB: number;
};

// One task a thread: WebAssembly memory never shrinks and keeps key residue until the thread ends.
const task: Argon2Task = workerData;
await sodium.ready;
const key = sodium.crypto_pwhash(
  32,
  task.secret,
  task.salt,
  task.passes,
  task.memoryKiB * 1024,
  sodium.crypto_pwhash_ALG_ARGON2ID13,
);
task.secret.fill(0);
parentPort?.postMessage(key);
key.fill(0);
