import { z } from 'zod';
import { SUGGESTED } from '../../graph/suggest.ts';
import { Amount, Ids } from './parts.ts';

/** A suggestion for an indicator or scope case with its reasons; see shared/graph/suggest. */
export const Suggestion = z.object({
  about: z.enum(SUGGESTED),
  strength: z.enum(['strong', 'some', 'none', 'open']),
  reasons: z
    .array(
      z.discriminatedUnion('code', [
        z.object({
          code: z.enum(['gapCertain', 'gapPossible', 'noSubstitute', 'substitute']),
          count: z.int(),
          relations: Ids,
        }),
        z.object({
          code: z.literal('dependants'),
          direct: z.int(),
          indirect: z.int(),
          relations: Ids,
        }),
        z.object({
          code: z.enum(['government', 'processCertain', 'processPossible']),
          count: z.int(),
          relations: Ids,
        }),
        z.object({ code: z.literal('research'), intensity: Amount, partners: z.int(), relations: Ids }),
        z.object({ code: z.literal('scopePath'), nodes: Ids, relations: Ids }),
        z.object({
          code: z.enum(['notMapped', 'processNone', 'scopeOwn', 'scopeOwnOpen', 'scopeNone']),
          relations: Ids,
        }),
      ]),
    )
    .readonly(),
});
