import type { Envelope } from '#shared/bundle/envelope.ts';
import type { LogEntry } from '#shared/log/state.ts';

/** A bundle of a case that was opened, checked to the last byte and parsed; nothing of it is in the vault yet. */
export type OpenedCase = {
  readonly envelope: Envelope;
  readonly trusted: boolean;
  readonly entries: readonly LogEntry[];
  /** Attachments by SHA-256. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
};
