import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';

/** Put in by the build: the names of the contract's entries. */
declare const __CALLS__: readonly string[];
declare const __EVENTS__: readonly string[];

const call = Object.fromEntries(
  __CALLS__.map((name) => [
    name,
    (input: unknown): Promise<unknown> => ipcRenderer.invoke(`call:${name}`, input),
  ]),
);

const on = Object.fromEntries(
  __EVENTS__.map((name) => [
    name,
    (listener: (payload: unknown) => void): (() => void) => {
      // The event object carries the sender, so it stays on this side.
      const receive = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
      ipcRenderer.on(`event:${name}`, receive);
      return () => {
        ipcRenderer.off(`event:${name}`, receive);
      };
    },
  ]),
);

contextBridge.exposeInMainWorld('waarborg', { call, on });
