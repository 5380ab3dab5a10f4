import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from '#shared/i18n/shell.ts';

/** The application menu: locking, text editing and zoom. Nothing that reloads the page or looks inside it. */
export function showMenu(texts: ShellTexts, lock: () => void): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', label: texts.zoomIn, accelerator: 'CmdOrCtrl+=' },
    { role: 'zoomOut', label: texts.zoomOut },
    { role: 'resetZoom', label: texts.actualSize },
    { type: 'separator' },
    { role: 'togglefullscreen', label: texts.fullScreen },
  ];
  if (!app.isPackaged)
    view.push({ type: 'separator' }, { role: 'toggleDevTools', label: texts.developerTools });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: texts.file,
        submenu: [
          { label: texts.lock, accelerator: 'CmdOrCtrl+Shift+L', click: lock },
          { type: 'separator' },
          { role: 'quit', label: texts.quit },
        ],
      },
      {
        label: texts.edit,
        submenu: [
          { role: 'undo', label: texts.undo },
          { role: 'redo', label: texts.redo },
          { type: 'separator' },
          { role: 'cut', label: texts.cut },
          { role: 'copy', label: texts.copy },
          { role: 'paste', label: texts.paste },
          { role: 'selectAll', label: texts.selectAll },
        ],
      },
      { label: texts.view, submenu: view },
    ]),
  );
}
