import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { RecordId } from '../model/ids.ts';
import { ENTITY_TYPES } from '../model/records.ts';
import { At, inCase, inCaseAt, RecordRef, VersionView } from './common.ts';
import { job, query } from './contract.ts';
import { Language } from './vault.ts';

/** A claim with the names it refers to, ready to show. `disputed`: another live claim on the same property says otherwise. */
export const ClaimView = z.object({
  versions: z.array(VersionView),
  record: RecordId,
  source: RecordRef.optional(),
  /** Set when the value points to a record. */
  target: RecordRef.optional(),
  unsourced: z.boolean(),
  disputed: z.boolean(),
});
export type ClaimView = z.infer<typeof ClaimView>;

export const RelationView = z.object({
  versions: z.array(VersionView),
  record: RecordId,
  direction: z.enum(['out', 'in']),
  other: RecordRef,
  claims: z.array(ClaimView),
});
export type RelationView = z.infer<typeof RelationView>;

export const EntityRow = RecordRef.extend({
  type: z.enum(ENTITY_TYPES),
  country: z.string().optional(),
  /** Form of an organisation or level of a public body. */
  form: z.string().optional(),
  claims: z.int(),
  relations: z.int(),
  unsourced: z.int(),
  conflict: z.boolean(),
});
export type EntityRow = z.infer<typeof EntityRow>;

export const dossierContract = {
  'dossier.entities': query(inCaseAt, z.array(EntityRow)),
  'dossier.entity': query(
    inCase.extend({ record: RecordId, at: At.default({}) }),
    z.object({
      ref: RecordRef,
      versions: z.array(VersionView),
      claims: z.array(ClaimView),
      relations: z.array(RelationView),
      notes: z.array(VersionView),
      counts: z.object({ claims: z.int(), unsourced: z.int(), disputed: z.int(), missing: z.int() }),
    }),
  ),
  /** The dossier as PDF: asks where to save it, composes, renders on a worker, checks, writes. */
  'dossier.pdf': job(
    inCase.extend({ language: Language, validAt: Day.optional(), embedData: z.boolean() }),
    z.object({
      saved: z.boolean(),
      name: z.string().optional(),
      bytes: z.int().optional(),
      replacedCharacters: z.int().optional(),
    }),
  ),
} as const;
