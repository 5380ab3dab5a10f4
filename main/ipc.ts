import { type BrowserWindow, ipcMain } from 'electron';
import type { Entry } from '#shared/ipc/contract.ts';
import { contract } from '#shared/ipc/index.ts';
import { guardCalls } from './bridge.ts';
import type { Core, SendEvent } from './core.ts';
import type { Incidents } from './incidents.ts';
import { isOurs } from './protocol.ts';

type CurrentWindow = () => BrowserWindow | undefined;

/** Opens every call of the contract to the main frame of our window, on our page, and to nothing else. */
export function serveCalls(core: Core, incidents: Incidents, current: CurrentWindow): void {
  for (const [name, answer] of guardCalls(contract, core.dispatch, incidents)) {
    ipcMain.handle(`call:${name}`, (event, input: unknown) => {
      const frame = event.senderFrame;
      const ours = frame !== null && frame === current()?.webContents.mainFrame && isOurs(frame.url);
      return answer(ours, input);
    });
  }
}

/** Sends events of the contract to our window. A payload that the contract does not allow is our mistake: it throws. */
export const sender =
  (current: CurrentWindow): SendEvent =>
  (name, payload) => {
    const entry: Entry = contract[name];
    const parsed: unknown = entry.input.parse(payload);
    const window = current();
    if (window !== undefined && !window.isDestroyed()) window.webContents.send(`event:${name}`, parsed);
  };
