import { z } from 'zod';
import { ROLES } from '../identity/across.ts';
import { AgainstReason, ForReason } from '../identity/reasons.ts';
import { Instant } from '../model/dates.ts';
import { LogId, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { inCase, RecordRef } from './common.ts';
import { job, nothing, query } from './contract.ts';

/** A party in one case of the vault. */
export const Sighting = z.object({
  logId: LogId,
  title: z.string(),
  ref: RecordRef,
  roles: z.array(z.enum(ROLES)),
  /** When something was last written about it, by its author's clock. */
  latest: Instant,
  /** Records about it with more than one live version. */
  conflicts: z.int(),
});
export type Sighting = z.infer<typeof Sighting>;

const Alike = { score: z.number(), reasons: z.array(ForReason), against: z.array(AgainstReason) };

/**
 * Where else in this vault a party appears (issue 4.6). What stands above the ceiling of this device is not looked at:
 * neither its name nor its number tells that it is there.
 */
export const watchContract = {
  /** The same party, or one very much alike, in other cases: by a register number or by name. */
  'watch.elsewhere': query(inCase.extend({ record: RecordId }), z.array(Sighting.extend(Alike))),
  /** Parties that appear in more than one case; compares all parties of the vault on a thread of its own. */
  'watch.map': job(
    nothing,
    z.object({
      ceiling: Marking,
      cases: z.int(),
      parties: z.int(),
      rows: z.array(z.object({ key: z.string(), name: z.string(), ...Alike, sightings: z.array(Sighting) })),
    }),
  ),
} as const;
