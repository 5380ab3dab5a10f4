import { z } from 'zod';
import { COUNTED, OPEN_FORMATS } from '../export/open-formats.ts';
import { RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { inCase } from './common.ts';
import { job } from './contract.ts';

const OpenFormatName = z.enum(OPEN_FORMATS);

export const formatsContract = {
  /** Writes the live state of a case in an open format, up to a ceiling when there is one; asks where to. */
  'formats.export': job(
    inCase.extend({ format: OpenFormatName, ceiling: Marking.optional() }),
    z.discriminatedUnion('saved', [
      z.object({ saved: z.literal(false) }),
      z.object({
        saved: z.literal(true),
        name: z.string(),
        bytes: z.int(),
        counts: z.partialRecord(z.enum(COUNTED), z.int()),
        /** Records of which one of several versions was written. */
        disputed: z.array(RecordId),
        /** Records that the ceiling leaves out, and records within it that the format has no place for. */
        withheld: z.int(),
        leftOut: z.int(),
        /** Highest marking of what is in the file. */
        marking: Marking,
      }),
    ]),
  ),
} as const;
