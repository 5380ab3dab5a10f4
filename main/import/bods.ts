import fs from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ReadDb } from '#db/handle.ts';
import { liveOf } from '#db/queries/versions.ts';
import { type BodsPlan, planBods } from '#shared/import/bods/plan.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { LogId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { MAX_FILE_BYTES } from '../files.ts';
import type { CaseFolder } from './folder.ts';

export type BodsFile = CaseFolder & { readonly plan: BodsPlan };

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The text of a file, unpacked where it is gzip; a small file that unpacks to a huge one is stopped on the way. */
async function textOf(file: string): Promise<Result<string, 'fileTooLarge' | 'fileUnreadable'>> {
  const name = path.basename(file);
  const tooLarge = fail('fileTooLarge', { name, maxBytes: MAX_FILE_BYTES });
  try {
    const stat = await fs.stat(file);
    if (!stat.isFile()) return fail('fileUnreadable', { name });
    if (stat.size > MAX_FILE_BYTES) return tooLarge;
    const bytes = await fs.readFile(file);
    const plain = isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES }) : bytes;
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge
      : fail('fileUnreadable', { name });
  }
}

/**
 * Reads a file of beneficial ownership statements (JSON array or JSON lines, plain or gzip) and plans what it would
 * bring into a log, beside what the log has already. Parties that an earlier file described are found again.
 */
export async function readBodsFile(
  file: string,
  db: ReadDb,
  logId: LogId,
): Promise<Result<BodsFile, ErrorCode>> {
  const text = await textOf(file);
  if (!text.ok) return text;
  const plan = planBods(text.value, {
    logId,
    file: path.basename(file),
    typeOf: (record) => liveOf(db, logId, record)[0]?.type,
  });
  return ok({ plan, contents: new Map() });
}
