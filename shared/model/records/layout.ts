import { z } from 'zod';
import { RecordId } from '../ids.ts';
import type { RecordDefinitions } from './definition.ts';

/** Pictures whose cards can be given a place by hand. */
export const PICTURES = ['ownership', 'network', 'rings', 'ecosystem'] as const;
export const Picture = z.enum(PICTURES);
export type Picture = z.infer<typeof Picture>;

const Coordinate = z.int().min(-1_000_000).max(1_000_000);

/** Where people put things in a picture (peers' pain 2: a place that was chosen is never lost). */
export const LAYOUT_RECORDS = {
  position: {
    body: z.strictObject({
      view: Picture,
      /** The record that the picture is drawn around, where it is drawn around one. */
      frame: RecordId.optional(),
      /** The record that is put there. */
      node: RecordId,
      /** Pixels at full size, rightward and downward; the picture says from where. */
      x: Coordinate,
      y: Coordinate,
    }),
    indexed: ['view', 'node'],
    // A place of something that was withdrawn does no harm, so that it is no reference that can break.
    refs: [],
  },
} as const satisfies RecordDefinitions;

/** Types of which the last version counts where two are live: nobody has to settle where a card stands. */
export const SETTLED_BY_TIME: readonly string[] = ['position'];
