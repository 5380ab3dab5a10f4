import type { Compose } from './core.ts';

/** Joins the shell to the vault and the handlers. */
export const compose: Compose = () => ({
  dispatch: async () => ({ ok: false, error: { code: 'locked' } }),
  close: async () => {},
});
