import type { search as nl } from '../nl/search.ts';
import type { Texts } from '../texts.ts';

export const search: Texts<typeof nl> = {
  title: 'Search',
};
