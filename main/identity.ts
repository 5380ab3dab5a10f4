import { z } from 'zod';
import type { Store } from '#db/handle.ts';
import { readIdentity, writeIdentity } from '#db/identity.ts';
import { canonicalText } from '#shared/model/canonical.ts';
import { LogId } from '#shared/model/ids.ts';
import { generateKeys, parseKeys, publicKeysOf, serialiseKeys } from './bundle/keys.ts';
import { newLogId, type Session } from './session.ts';

const Kept = z.strictObject({ name: z.string(), department: z.string(), vaultLog: LogId, keys: z.string() });

/** Makes the person of a new vault: keys are drawn once and never leave it. */
export async function createIdentity(
  store: Store,
  person: { name: string; department: string },
): Promise<void> {
  const keys = serialiseKeys(await generateKeys());
  store.transaction((db) => writeIdentity(db, canonicalText({ ...person, vaultLog: newLogId(), keys })));
}

/** Reads the person of a vault back. @throws when there is none: a vault is made together with its person. */
export async function loadIdentity(
  store: Store,
): Promise<Pick<Session, 'author' | 'keys' | 'publicKeys' | 'vaultLog'>> {
  const kept = Kept.parse(JSON.parse(readIdentity(store.read) ?? 'null'));
  const keys = parseKeys(kept.keys);
  const publicKeys = await publicKeysOf(keys);
  const author = { key: publicKeys.signingKey, name: kept.name, department: kept.department };
  return { author, keys, publicKeys, vaultLog: kept.vaultLog };
}
