import { randomBytes } from 'node:crypto';
import type { Dispatcher } from './dispatch.ts';
import type { Sessions } from './sessions.ts';

/**
 * A throw-away vault with the sample case, for `--demo`. Nobody knows its passphrase and its folder goes away with the
 * app, so that nothing real can be left in it.
 */
export async function startDemo(sessions: Sessions, dispatcher: Dispatcher): Promise<void> {
  const passphrase = randomBytes(24).toString('base64');
  const made = await sessions.create('Demonstratie', passphrase, { name: 'Demonstratie', department: 'EZ' });
  if (!made.ok) throw new Error(`the demonstration vault could not be made: ${made.error.code}`);
  const opened = await dispatcher.dispatch('cases.openSample', {});
  if (!opened.ok) throw new Error(`the sample case could not be opened: ${opened.error.code}`);
}
