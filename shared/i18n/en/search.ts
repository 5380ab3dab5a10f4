import type { search as nl } from '../nl/search.ts';
import type { Texts } from '../texts.ts';

export const search: Texts<typeof nl> = {
  title: 'Search',
  field: 'Search facts, parties, sources and notes',
  scope: 'Where to search',
  thisCase: 'This case',
  allCases: 'All cases',
  results: 'Results',
  actions: 'Go to',
  hits_one: '{{count}} result',
  hits_other: '{{count}} results',
  many: 'First {{count}} results; type more to narrow down',
  nothing: 'Nothing found',
  nothingText: 'Try fewer or other words. The beginning of a word is enough.',
  hint: 'Type a few letters; the beginning of a word is enough.',
  about: 'about {{name}}',
  inCase: 'in {{title}}',
  keys: '↑ ↓ choose · Enter open · Esc close',
};
