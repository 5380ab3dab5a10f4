import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Connection } from '#db/driver.ts';
import { type ConnectionMode, openConnection, type StorePlace } from '#db/open.ts';
import type { Result } from '#shared/result.ts';

export const KEY = Buffer.alloc(32, 9);

/** A folder of this test's own, gone after it. */
export function ownFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The value of a result that is expected to be one. */
export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** An open connection that the test closes itself. */
export const connected = (place: StorePlace, mode: ConnectionMode): Connection =>
  expectOk(openConnection(place, mode));

/** A new closed encrypted file holding what the SQL makes. */
export function madeFile(sql: string, file = path.join(ownFolder(), 'a.db')): StorePlace {
  const place = { file, key: KEY };
  closeSync(openSync(file, 'wx'));
  const db = connected(place, 'create');
  db.exec(sql);
  db.close();
  return place;
}

/** Data that other people made, beside the repository; undefined where it is not there. */
export const sharedData = (...parts: string[]): string =>
  path.resolve(import.meta.dirname, '../../../shared/data', ...parts);
