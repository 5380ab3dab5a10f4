import { z } from 'zod';
import { ContentHash, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { inCase, inCaseAt, RecordRef, VersionView } from './common.ts';
import { action, command, query } from './contract.ts';

export const SourceRow = z.object({
  record: RecordId,
  versions: z.array(VersionView),
  /** Claims that cite it and things they are about. */
  claims: z.int(),
  attachments: z.array(VersionView),
});
export type SourceRow = z.infer<typeof SourceRow>;

export const sourcesContract = {
  'sources.list': query(inCaseAt, z.object({ sources: z.array(SourceRow), loose: z.array(VersionView) })),
  /** The claims that cite a source, with what they are about. */
  'sources.claims': query(
    inCase.extend({ record: RecordId }),
    z.array(z.object({ claim: VersionView, about: RecordRef })),
  ),
  /** Opens the system's file dialog; answers tokens, never paths. Empty when the person cancels. */
  'files.pick': action(
    z.strictObject({ purpose: z.enum(['attachment', 'bundle', 'contact', 'import']) }),
    z.array(z.object({ token: z.string(), name: z.string(), size: z.int() })),
  ),
  /** Takes a picked file into the vault, encrypted and addressed by its SHA-256. */
  'attachments.add': command(
    inCase.extend({ token: z.string().max(100), source: RecordId.optional(), marking: Marking }),
    z.object({ record: RecordId, hash: ContentHash }),
  ),
  /** Reads the bytes back and compares their SHA-256 with the one that was signed. */
  'attachments.verify': query(
    inCase.extend({ record: RecordId }),
    z.object({ hash: ContentHash, actual: ContentHash.nullable(), intact: z.boolean() }),
  ),
  /** Text of a text file (first part), or the picture's bytes; null when the kind has no preview. */
  'attachments.preview': query(
    inCase.extend({ record: RecordId }),
    z.object({
      kind: z.enum(['text', 'image', 'none']),
      text: z.string().optional(),
      mime: z.string().optional(),
      bytes: z.instanceof(Uint8Array).optional(),
      cut: z.boolean(),
    }),
  ),
  /** Writes a decrypted copy where the person says. */
  'attachments.save': action(inCase.extend({ record: RecordId }), z.object({ saved: z.boolean() })),
} as const;
