import type { exchange as nl } from '../nl/exchange.ts';
import type { Texts } from '../texts.ts';

export const exchange: Texts<typeof nl> = {
  title: 'Exchange',
};
