import type { ChangeId } from '../model/ids.ts';
import type { Intent } from './change.ts';

export type OwnChange = { readonly id: ChangeId; readonly intent: Intent };

/**
 * What undo and redo would do next, read off one person's own changes in the order they were made; so it is the same
 * after a restart. An undo takes its target from the undo stack to the redo stack, a redo brings it back, and any other
 * step (a revert of an old change included) goes on the undo stack and empties the redo stack. The making of a case is
 * where undo ends: a case goes away by archiving, not by one key too many.
 * `undo` is the change to revert; `redo` is the undo-change to revert.
 */
export function nextSteps(own: readonly OwnChange[]): { undo: ChangeId | null; redo: ChangeId | null } {
  let undo: ChangeId[] = [];
  let redo: ChangeId[] = [];
  for (const { id, intent } of own) {
    if (intent.action === 'undo') {
      undo.pop();
      redo.push(id);
    } else if (intent.action === 'redo') {
      redo.pop();
      undo.push(id);
    } else if (intent.action === 'createCase') {
      undo = [];
      redo = [];
    } else {
      undo.push(id);
      redo = [];
    }
  }
  return { undo: undo.at(-1) ?? null, redo: redo.at(-1) ?? null };
}
