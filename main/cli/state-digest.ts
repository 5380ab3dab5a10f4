import { readEntries } from '#db/log.ts';
import { stateDigest, stateOf } from '#shared/log/state.ts';
import type { LogId } from '#shared/model/ids.ts';
import type { Desk } from './desk.ts';

/** One value for what a vault knows of a case: two people who know the same have the same. */
export const digestOf = (desk: Desk, logId: LogId): string =>
  stateDigest(stateOf(readEntries(desk.session().store.read, logId)));
