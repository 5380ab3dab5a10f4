import { anchors, brokenAnchors } from '#db/log.ts';
import type { Anchor } from '#shared/log/verify.ts';
import type { LogId } from '#shared/model/ids.ts';
import type { Session } from './session.ts';

/** Keeps in the vault's header where each journal stands, sealed: a rolled-back or cut database is noticed by it. */
export const writeAnchors = ({ vault, store }: Pick<Session, 'vault' | 'store'>): void => {
  const written = vault.writeAnchor(anchors(store.read));
  if (!written.ok) throw new Error(`the anchor could not be written: ${written.error.code}`);
};

const kept = ({ vault }: Pick<Session, 'vault'>): Record<string, Anchor> =>
  (vault.readAnchor() as Record<string, Anchor> | null) ?? {};

export const anchorOf = (session: Pick<Session, 'vault'>, log: LogId): Anchor | null =>
  kept(session)[log] ?? null;

/** Whether the database stands at or after every anchor that the header holds. */
export const anchorsHold = (session: Pick<Session, 'vault' | 'store'>): boolean =>
  brokenAnchors(session.store.read, kept(session)).length === 0;
