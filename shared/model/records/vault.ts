import { z } from 'zod';
import { TableMapping } from '../../import/table/mapping.ts';
import { LongText, ShortText } from '../value.ts';
import type { RecordDefinitions } from './definition.ts';

/** Records of the vault's own log. */
export const VAULT_RECORDS = {
  /** In the vault's own log: somebody whose bundles we accept or whom we send bundles to. */
  contact: {
    body: z.strictObject({
      name: ShortText,
      department: ShortText,
      /** The signed contact card as received, text. */
      card: z.string().max(20_000),
      signingKey: z.string().regex(/^[0-9a-f]{64}$/),
      trusted: z.boolean(),
      note: LongText.optional(),
    }),
    indexed: ['signingKey'],
    refs: [],
  },
  /** In the vault's own log: how the columns of a table become records, to be used again on the next edition of it. */
  importMapping: {
    body: z.strictObject({ name: ShortText, mapping: TableMapping }),
    indexed: [],
    refs: [],
  },
} as const satisfies RecordDefinitions;
