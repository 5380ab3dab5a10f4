import { z } from 'zod';
import { RecordId } from '../../model/ids.ts';
import { Ends, Ids } from './parts.ts';

const Index = Ends.extend({ tight: z.boolean() });

/** How concentrated one input of a customer is. */
export const ConcentrationRow = z.object({
  customer: RecordId,
  input: z.string(),
  relations: Ids,
  sources: Ids,
  supplier: Index.nullable(),
  country: Index.nullable(),
  owner: Index.nullable(),
  site: Index.nullable(),
  outsideEu: Ends.nullable(),
  open: Ends,
  contradictory: z.boolean(),
  verdicts: z
    .array(z.object({ id: z.string(), above: z.number(), verdict: z.enum(['yes', 'possible', 'no']) }))
    .readonly(),
  owners: z.array(z.object({ source: RecordId, owner: RecordId })).readonly(),
});
