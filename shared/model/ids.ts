import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { sha256Hex } from './canonical.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DIGEST = /^[0-9a-f]{64}$/;

/** Stable id of a record: a lower-case UUID, random or derived (`slotId`). Never reused, never changed. */
export const RecordId = z.string().regex(UUID).brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;

/** Id of a log: a case (then equal to the id of its `case` record) or the vault's own settings. */
export const LogId = z.string().regex(UUID).brand<'LogId'>();
export type LogId = z.infer<typeof LogId>;

/** SHA-256 of an op's canonical bytes, 64 lower-case hexadecimal characters: names one version of a record. */
export const OpDigest = z.string().regex(DIGEST).brand<'OpDigest'>();
export type OpDigest = z.infer<typeof OpDigest>;

/** SHA-256 of a change's canonical header. */
export const ChangeId = z.string().regex(DIGEST).brand<'ChangeId'>();
export type ChangeId = z.infer<typeof ChangeId>;

/** SHA-256 of an attachment's bytes. */
export const ContentHash = z.string().regex(DIGEST).brand<'ContentHash'>();
export type ContentHash = z.infer<typeof ContentHash>;

/** Ed25519 public key, 64 lower-case hexadecimal characters. */
export const AuthorKey = z.string().regex(DIGEST).brand<'AuthorKey'>();
export type AuthorKey = z.infer<typeof AuthorKey>;

/** The id of the case's own record is the id of its log. */
export const caseRecordId = (logId: LogId): RecordId => logId as string as RecordId;

/**
 * Id of a record that has a fixed place in a case (the verdict on CON-1, row `co-17` of an import). Two people who
 * fill the same place apart from each other get the same id, so that a merge shows one conflict and not two strangers.
 * UUID version 8: SHA-256 over log id and slot name, cut to 128 bits.
 */
export function slotId(logId: LogId, slot: string): RecordId {
  const hex = sha256Hex(utf8ToBytes(`waarborg/slot/v1\n${logId}\n${slot}`));
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as RecordId;
}
