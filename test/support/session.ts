import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Dispatcher } from '#main/dispatch.ts';
import { PickedFiles } from '#main/files.ts';
import { Sessions } from '#main/sessions.ts';
import { SettingsFile } from '#main/settings.ts';
import type { KdfPolicy } from '#main/vault/vault.ts';
import type { CallName, SentOf } from '#shared/ipc/bridge.ts';
import type { ErrorCode, OutputOf } from '#shared/ipc/contract.ts';
import { type Contract, contract } from '#shared/ipc/index.ts';
import type { Result } from '#shared/result.ts';

/** A key derivation that costs next to nothing; only tests may open with it. */
export const TEST_KDF: KdfPolicy = {
  passes: { min: 1, max: 4, chosen: 1 },
  memoryKiB: { min: 8, max: 1024 * 1024, chosen: 64 },
};
export const PASSPHRASE = 'kano berging vijftien lantaarn zegel';

/** One person with a real vault in a folder of their own, called as the face would call. */
export async function startDesk(
  person: { name: string; department: 'EZ' | 'DEF' | 'FIN' } = { name: 'Anna de Vries', department: 'EZ' },
) {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-desk-'));
  const events: { name: string; payload: unknown }[] = [];
  const saveTo: string[] = [];
  const pick: string[] = [];
  const sessions = new Sessions(path.join(userData, 'vaults'), { kdf: TEST_KDF });
  const settings = new SettingsFile(userData);
  const files = new PickedFiles();
  const dispatcher = new Dispatcher({
    sessions,
    settings,
    files,
    lock: () => void sessions.lock(),
    shell: {
      version: '0.0.0-test',
      userData,
      demo: false,
      dialogs: {
        pickFiles: async () => pick.splice(0),
        pickFolder: async () => pick.shift(),
        pickTarget: async () => saveTo.shift(),
      },
      incidents: {
        record: (_where, error) => {
          throw error;
        },
      },
      send: (name, payload) => void events.push({ name, payload }),
      onLock: () => undefined,
      idleSeconds: () => 0,
      language: () => 'nl',
      setLanguage: () => undefined,
    },
  });

  const call = async <Name extends CallName<Contract>>(
    name: Name,
    input: SentOf<Contract[Name]>,
  ): Promise<Result<OutputOf<Contract[Name]>, ErrorCode>> => {
    const entry = contract[name];
    const answer = await dispatcher.dispatch(name, entry.input.parse(input));
    if (answer.ok) entry.output.parse(answer.value);
    return answer as Result<OutputOf<Contract[Name]>, ErrorCode>;
  };
  /** Calls and unwraps; a failure fails the test with its code. */
  const done = async <Name extends CallName<Contract>>(
    name: Name,
    input: SentOf<Contract[Name]>,
  ): Promise<OutputOf<Contract[Name]>> => {
    const answer = await call(name, input);
    if (!answer.ok)
      throw new Error(`${name}: ${answer.error.code} ${JSON.stringify(answer.error.params ?? {})}`);
    return answer.value;
  };
  await done('vault.create', { vault: 'Werkkluis', passphrase: PASSPHRASE, ...person });
  return {
    call,
    done,
    events,
    saveTo,
    pick,
    sessions,
    userData,
    close: () => {
      sessions.lock();
      fs.rmSync(userData, { recursive: true, force: true });
    },
  };
}
export type Desk = Awaited<ReturnType<typeof startDesk>>;
