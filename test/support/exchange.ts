import path from 'node:path';
import type { LogId } from '#shared/model/ids.ts';
import type { Desk } from './session.ts';

/** Sends a case over: card to card, sealed bundle, preview, merge. */
export async function sendCase(from: Desk, to: Desk, logId: LogId, file: string) {
  const card = path.join(from.userData, `${file}.waarborg-card`);
  to.saveTo.push(card);
  await to.done('contacts.saveCard', {});
  from.pick.push(card);
  const [picked] = await from.done('files.pick', { purpose: 'contact' });
  const { contact } = await from.done('contacts.add', { token: picked?.token ?? '', trusted: true });
  const bundle = path.join(from.userData, `${file}.age`);
  from.saveTo.push(bundle);
  await from.done('bundle.export', {
    logId,
    to: { kind: 'contacts', contacts: [contact.record], quantumSafe: true },
  });
  to.pick.push(bundle);
  const [token] = await to.done('files.pick', { purpose: 'bundle' });
  return { bundle, preview: await to.done('bundle.preview', { token: token?.token ?? '' }) };
}

/** Sends a case over and merges it there. */
export async function handOver(from: Desk, to: Desk, logId: LogId, file: string): Promise<void> {
  const { preview } = await sendCase(from, to, logId, file);
  await to.done('bundle.merge', { token: preview.token, trustSender: true });
}
