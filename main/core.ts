import type { Answer, EventName, ReceivedOf } from '#shared/ipc/bridge.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { Contract } from '#shared/ipc/index.ts';
import type { Result } from '#shared/result.ts';
import type { Incidents } from './incidents.ts';

/** A kind of file in a dialog: its name in the user's language and its extensions without a dot. */
export type FileKind = { readonly name: string; readonly extensions: readonly string[] };

/** The system's own dialogs. Paths stay in main; `undefined` is: the user changed their mind. */
export type Dialogs = {
  readonly pickFiles: (ask: {
    readonly title: string;
    readonly kinds: readonly FileKind[];
    readonly several: boolean;
  }) => Promise<readonly string[] | undefined>;
  readonly pickFolder: (ask: { readonly title: string }) => Promise<string | undefined>;
  readonly pickTarget: (ask: {
    readonly title: string;
    readonly suggestedName: string;
    readonly kinds: readonly FileKind[];
  }) => Promise<string | undefined>;
};

export type SendEvent = <Name extends EventName<Contract>>(
  name: Name,
  payload: ReceivedOf<Contract[Name]>,
) => void;

/** What the shell lends to the rest of main, which itself never imports Electron. */
export type Shell = {
  readonly version: string;
  /** The app's own data folder; vaults lie in `vaults/<name>` inside. */
  readonly userData: string;
  /** Started with `--demo`: `userData` is a new folder, emptied when the app ends. */
  readonly demo: boolean;
  readonly dialogs: Dialogs;
  readonly incidents: Incidents;
  /** Tells the window; does nothing when there is none. A payload that breaks the contract throws. */
  readonly send: SendEvent;
  /** Calls back when the vault must lock: the machine goes to sleep or locks its screen, or the menu asks. */
  readonly onLock: (lock: (why: 'sleep' | 'demand') => void) => void;
  /** Seconds since the last key, click or movement in our window. */
  readonly idleSeconds: () => number;
  /** Language of the menu, of dialogs and of the shell's own messages; Dutch until told otherwise. */
  readonly language: () => 'nl' | 'en';
  readonly setLanguage: (language: 'nl' | 'en') => void;
};

/** What the rest of main gives to the shell. */
export type Core = {
  /** Answers one call whose input is parsed already. Expected failure is a value; what it throws becomes an incident. */
  readonly dispatch: (name: string, input: unknown) => Promise<Answer<unknown> | Result<unknown, ErrorCode>>;
  /** Ends everything: workers stop, the vault closes. Called once, before the app quits. */
  readonly close: () => Promise<void>;
};

export type Compose = (shell: Shell) => Core | Promise<Core>;
