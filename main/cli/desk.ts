import fs from 'node:fs';
import path from 'node:path';
import type { CallName, SentOf } from '#shared/ipc/bridge.ts';
import type { ErrorCode, OutputOf } from '#shared/ipc/contract.ts';
import { type Contract, contract } from '#shared/ipc/index.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { guardCalls } from '../bridge.ts';
import type { Shell } from '../core.ts';
import { Dispatcher } from '../dispatch.ts';
import { PickedFiles } from '../files.ts';
import type { Session } from '../session.ts';
import { Sessions } from '../sessions.ts';
import { SettingsFile } from '../settings.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

type Picking = 'bundle' | 'contact';

/** One vault, called as the window calls it: the same contract, the same guard, the same handlers. */
export type Desk = {
  readonly name: string;
  readonly dir: string;
  readonly call: <Name extends CallName<Contract>>(
    name: Name,
    input: SentOf<Contract[Name]>,
  ) => Promise<Result<OutputOf<Contract[Name]>, ErrorCode>>;
  /** The open vault. @throws when it is locked. */
  readonly session: () => Session;
  readonly files: PickedFiles;
  /** Answers the next question where to save. */
  readonly saveTo: (file: string) => void;
  /** Picks this file as a dialog would; answers its token. */
  readonly pick: (file: string, purpose: Picking) => Promise<Result<string, ErrorCode>>;
  readonly close: () => void;
};

/** Dialogs whose answers are known beforehand, each used once. */
function answers() {
  let target: string | undefined;
  let picked: string | undefined;
  const dialogs: Shell['dialogs'] = {
    pickFiles: async () => {
      const file = picked;
      picked = undefined;
      return file === undefined ? undefined : [file];
    },
    pickFolder: async () => undefined,
    pickTarget: async () => {
      const file = target;
      target = undefined;
      return file;
    },
  };
  return {
    dialogs,
    saveTo: (file: string) => {
      target = path.resolve(file);
    },
    pickNext: (file: string) => {
      picked = path.resolve(file);
    },
  };
}

/** The desk of the vault in `dir`, which is still locked. It is locked again when the program ends. */
export function deskAt(dir: string, terminal: Terminal): Desk {
  const whole = path.resolve(dir);
  const parent = path.dirname(whole);
  const sessions = new Sessions(parent);
  const settings = new SettingsFile(parent);
  const files = new PickedFiles();
  const { dialogs, saveTo, pickNext } = answers();
  const shell: Shell = {
    version: VERSION,
    userData: parent,
    demo: false,
    dialogs,
    incidents: terminal.incidents,
    send: () => undefined,
    onLock: () => undefined,
    idleSeconds: () => 0,
    language: () => terminal.lang,
    setLanguage: () => undefined,
  };
  const lock = (): void => {
    dispatcher.cancelAll();
    files.clear();
    sessions.lock();
  };
  const dispatcher = new Dispatcher({ shell, sessions, settings, files, lock });
  const guarded = guardCalls(contract, (name, input) => dispatcher.dispatch(name, input), terminal.incidents);
  const close = terminal.atEnd(lock);

  const call: Desk['call'] = async (name, input) => {
    const answer = await guarded.get(name)?.(true, input);
    if (!answer) throw new Error(`no call ${name}`);
    if (answer.ok) return ok(answer.value as OutputOf<Contract[typeof name]>);
    const { code, params, incident } = answer.error;
    return fail(code, incident === undefined ? params : { ...params, incident });
  };

  return {
    name: path.basename(whole),
    dir: whole,
    call,
    session: () => {
      const session = sessions.current();
      if (!session) throw new Error('the vault is locked');
      return session;
    },
    files,
    saveTo,
    pick: async (file, purpose) => {
      pickNext(file);
      const picked = await call('files.pick', { purpose });
      if (!picked.ok) return picked;
      const [one] = picked.value;
      return one ? ok(one.token) : fail('fileUnreadable', { name: path.basename(file) });
    },
    close,
  };
}

/** Whether `file` may be written: not there yet, or to be overwritten, in a folder that is there. */
export function checkTarget(file: string, overwrite: boolean): Result<string, ErrorCode> {
  const target = path.resolve(file);
  const name = path.basename(target);
  if (!fs.statSync(path.dirname(target), { throwIfNoEntry: false })?.isDirectory())
    return fail('notWritable', { name });
  const there = fs.statSync(target, { throwIfNoEntry: false });
  if (there && (!overwrite || !there.isFile())) return fail('fileExists', { name });
  return ok(target);
}
