import fs from 'node:fs/promises';
import path from 'node:path';
import { MAX_CARD } from '#shared/bundle/card.ts';
import { signingFingerprint } from '#shared/bundle/fingerprint.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { Contact } from '#shared/ipc/exchange.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { parseCard } from '../bundle/card.ts';
import type { Desk } from './desk.ts';

/** Fingerprint of the person whose card this file is, its signature checked. */
async function ownerOf(file: string): Promise<Result<string, ErrorCode>> {
  const name = path.basename(file);
  try {
    if ((await fs.stat(file)).size > 4 * MAX_CARD) return fail('fileTooLarge', { name });
    const card = parseCard(await fs.readFile(file, 'utf8'));
    return card.ok ? ok(signingFingerprint(card.value.signingKey)) : card;
  } catch {
    return fail('fileUnreadable', { name });
  }
}

/**
 * The contacts of these card files. One who is not known yet is added as not trusted; what the vault knows of the
 * others, their trust above all, stays as it is.
 */
export async function contactsOf(
  desk: Desk,
  cards: readonly string[],
): Promise<Result<Contact[], ErrorCode>> {
  const contacts: Contact[] = [];
  for (const file of cards) {
    const owner = await ownerOf(file);
    if (!owner.ok) return owner;
    const listed = await desk.call('contacts.list', {});
    if (!listed.ok) return listed;
    const known = listed.value.find(({ fingerprint }) => fingerprint === owner.value);
    if (known) {
      contacts.push(known);
      continue;
    }
    const token = await desk.pick(file, 'contact');
    if (!token.ok) return token;
    const added = await desk.call('contacts.add', { token: token.value, trusted: false });
    if (!added.ok) return added;
    contacts.push(added.value.contact);
  }
  return ok(contacts);
}
