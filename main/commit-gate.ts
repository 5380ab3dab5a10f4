/**
 * A commit cannot be stopped half-way, and one of a large change takes seconds. Between the person who cancels and the
 * thread that is about to commit, whoever comes first decides: what is told as cancelled has never happened.
 */
export type CommitGate = Int32Array<SharedArrayBuffer>;

const OPEN = 0;
const COMMITTING = 1;
const CANCELLED = 2;

export const commitGate = (): CommitGate =>
  new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Asked by the thread before it commits; false when it was cancelled. */
export const mayCommit = (gate: CommitGate): boolean =>
  Atomics.compareExchange(gate, 0, OPEN, COMMITTING) !== CANCELLED;

/** Asked by who cancels; false when the commit goes on, and the work is to be waited for. */
export const mayCancel = (gate: CommitGate): boolean =>
  Atomics.compareExchange(gate, 0, OPEN, CANCELLED) !== COMMITTING;
