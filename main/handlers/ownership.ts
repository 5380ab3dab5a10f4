import type { ownershipContract } from '#shared/ipc/ownership.ts';
import type { HandlersOf } from '../context.ts';
import { ownershipPicture } from '../ownership/picture.ts';

export const ownership: HandlersOf<typeof ownershipContract> = {
  'ownership.get': ({ db }, { logId, ...question }) => ownershipPicture(db, logId, question),
};
