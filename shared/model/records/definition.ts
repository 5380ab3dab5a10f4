import { z } from 'zod';
import { RecordId } from '../ids.ts';

/**
 * One type of record. `body` is its schema; `indexed` names the members by which the store must find records fast;
 * `refs` the members that point to other records, as paths: `steps.holder` is the holder of every step of a list.
 */
export type RecordDefinition = {
  readonly body: z.ZodType;
  readonly indexed: readonly string[];
  readonly refs: readonly string[];
};
export type RecordDefinitions = Readonly<Record<string, RecordDefinition>>;

/** A list of other records: evidence, or what something was drawn from. */
export const recordIds = z.array(RecordId).max(200).default([]);
