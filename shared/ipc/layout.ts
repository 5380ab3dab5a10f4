import { z } from 'zod';
import { LogId, RecordId } from '../model/ids.ts';
import { LAYOUT_RECORDS, Picture } from '../model/records/layout.ts';
import { At, inCase } from './common.ts';
import { command, query } from './contract.ts';

const { x, y } = LAYOUT_RECORDS.position.body.shape;
export const Place = z.strictObject({ node: RecordId, x, y });
export type Place = z.infer<typeof Place>;

const inPicture = { view: Picture, frame: RecordId.optional() };

export const layoutContract = {
  /** The places that were chosen by hand in one picture; what is absent is placed by the layout. */
  'layout.get': query(inCase.extend({ ...inPicture, at: At.default({}) }), z.array(Place)),
  /** Puts records in their place: one change, whatever number was moved. A place carries the marking of its record. */
  'layout.place': command(
    z.strictObject({ logId: LogId, ...inPicture, places: z.array(Place).min(1).max(10_000) }),
    z.object({}),
  ),
  /** Gives records, or all of the picture, back to the layout. Without any there nothing is written. */
  'layout.release': command(
    z.strictObject({
      logId: LogId,
      ...inPicture,
      nodes: z.array(RecordId).max(10_000).optional(),
    }),
    z.object({ released: z.int() }),
  ),
} as const;
