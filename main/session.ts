import { randomBytes, randomUUID } from 'node:crypto';
import type { Store } from '#db/handle.ts';
import { signingFingerprint } from '#shared/bundle/fingerprint.ts';
import type { Identity } from '#shared/ipc/vault.ts';
import type { Author, Verify } from '#shared/log/change.ts';
import type { Signer } from '#shared/log/draft.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { AuthorKey, LogId, RecordId } from '#shared/model/ids.ts';
import { signBytes, signingKeyOf, verifyBytes } from './bundle/ed25519.ts';
import type { PublicKeys, SecretKeys } from './bundle/keys.ts';
import type { OpenedCase } from './exchange/opened.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** An open vault and the person who works in it. */
export type Session = {
  readonly name: string;
  readonly vault: OpenVault;
  readonly store: Store;
  readonly author: Author;
  readonly keys: SecretKeys;
  readonly publicKeys: PublicKeys;
  /** The log of the vault's own records: contacts. */
  readonly vaultLog: LogId;
  /** False when the database is not where the header says that it was: put back, cut, or written by somebody else. */
  readonly anchored: boolean;
  /** Bundles that were opened and checked and wait for the person's decision, by the token of their file. */
  readonly opened: Map<string, OpenedCase>;
};

/** The clock of the shell; the only place from which a handler learns the time. */
export const now = (): Instant => new Date().toISOString() as Instant;
export const newRecordId = (): RecordId => randomUUID() as RecordId;
export const newLogId = (): LogId => randomUUID() as LogId;

export const verifySignature: Verify = (key: AuthorKey, bytes, signature) =>
  verifyBytes(bytes, Buffer.from(signature, 'hex'), key);

/** Random bytes come by the page: asking the system for sixteen at a time would be most of the work of an import. */
function salter(): () => string {
  let page = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at + 16 > page.length) {
      page = randomBytes(4_096);
      at = 0;
    }
    at += 16;
    return page.toString('hex', at - 16, at);
  };
}

/** Signs changes as the person of this session. */
export function signerOf(
  { author, keys }: { readonly author: Author; readonly keys: Pick<SecretKeys, 'signingSeed'> },
  time: Instant,
): Signer {
  const key = signingKeyOf(keys.signingSeed);
  return {
    author,
    time,
    salt: salter(),
    sign: (bytes) => Buffer.from(signBytes(bytes, key)).toString('hex'),
  };
}

export const identityOf = ({ author }: Pick<Session, 'author'>): Identity => ({
  ...author,
  fingerprint: signingFingerprint(author.key),
});
