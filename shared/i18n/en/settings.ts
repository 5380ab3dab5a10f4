import type { settings as nl } from '../nl/settings.ts';
import type { Texts } from '../texts.ts';

export const settings: Texts<typeof nl> = { title: 'x' };
