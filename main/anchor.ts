import { anchors } from '#db/log.ts';
import type { Anchor } from '#shared/log/verify.ts';
import type { LogId } from '#shared/model/ids.ts';
import type { Session } from './session.ts';

/** Keeps in the vault's header where each journal stands, sealed: a rolled-back or cut database is noticed by it. */
export const writeAnchors = ({ vault, store }: Pick<Session, 'vault' | 'store'>): void => {
  const written = vault.writeAnchor(anchors(store.read));
  if (!written.ok) throw new Error(`the anchor could not be written: ${written.error.code}`);
};

export const anchorOf = ({ vault }: Session, log: LogId): Anchor | null =>
  (vault.readAnchor() as Record<string, Anchor> | null)?.[log] ?? null;
