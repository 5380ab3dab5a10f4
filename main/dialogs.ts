import { type BrowserWindow, dialog } from 'electron';
import type { Dialogs, FileKind } from './core.ts';

const filters = (kinds: readonly FileKind[]) =>
  kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

/** The system's dialogs, on top of our window. */
export function systemDialogs(current: () => BrowserWindow | undefined): Dialogs {
  const open = async (options: Electron.OpenDialogOptions): Promise<readonly string[] | undefined> => {
    const window = current();
    const { canceled, filePaths } = window
      ? await dialog.showOpenDialog(window, options)
      : await dialog.showOpenDialog(options);
    return canceled || filePaths.length === 0 ? undefined : filePaths;
  };
  return {
    pickFiles: ({ title, kinds, several }) =>
      open({
        title,
        filters: filters(kinds),
        properties: several
          ? ['openFile', 'multiSelections', 'dontAddToRecent']
          : ['openFile', 'dontAddToRecent'],
      }),
    pickFolder: async ({ title }) =>
      (await open({ title, properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] }))?.[0],
    pickTarget: async ({ title, suggestedName, kinds }) => {
      const window = current();
      const options: Electron.SaveDialogOptions = {
        title,
        defaultPath: suggestedName,
        filters: filters(kinds),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      };
      const { canceled, filePath } = window
        ? await dialog.showSaveDialog(window, options)
        : await dialog.showSaveDialog(options);
      return canceled || filePath === '' ? undefined : filePath;
    },
  };
}
