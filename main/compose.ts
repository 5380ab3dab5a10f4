import path from 'node:path';
import type { Compose } from './core.ts';
import { startDemo } from './demo.ts';
import { Dispatcher } from './dispatch.ts';
import { PickedFiles } from './files.ts';
import { stopPdf } from './pdf/render.ts';
import { Sessions } from './sessions.ts';
import { SettingsFile } from './settings.ts';

const IDLE_CHECK_MS = 5_000;

/** Joins the shell to the vault and the handlers. */
export const compose: Compose = async (shell) => {
  const sessions = new Sessions(path.join(shell.userData, 'vaults'));
  const settings = new SettingsFile(shell.userData);
  const files = new PickedFiles();
  shell.setLanguage(settings.get().language);

  const lock = (why: 'demand' | 'idle' | 'sleep'): void => {
    dispatcher.cancelAll();
    files.clear();
    // Its thread still holds the text of earlier documents.
    void stopPdf();
    if (sessions.lock()) shell.send('vault.locked', { why });
  };
  const dispatcher = new Dispatcher({ shell, sessions, settings, files, lock });
  shell.onLock(lock);
  const idle = setInterval(() => {
    const minutes = settings.get().lockAfterMinutes;
    if (minutes > 0 && sessions.current() && shell.idleSeconds() >= minutes * 60) lock('idle');
  }, IDLE_CHECK_MS);

  if (shell.demo) await startDemo(sessions, dispatcher);
  return {
    dispatch: (name, input) => dispatcher.dispatch(name, input),
    close: async () => {
      clearInterval(idle);
      lock('demand');
    },
  };
};
