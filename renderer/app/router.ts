import { useSyncExternalStore } from 'react';

export const CASE_TABS = [
  'overview',
  'dossier',
  'duplicates',
  'ownership',
  'chain',
  'scenarios',
  'sources',
  'threat',
  'law',
  'instruments',
  'indicators',
  'evidence',
  'collect',
  'challenge',
  'weighing',
  'freeze',
  'imports',
  'history',
  'exchange',
] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** Where the face is. `record` is what is open inside a tab: a company, a source, a leaf of the gates. */
export type Route =
  | { readonly screen: 'cases' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'watch' }
  | { readonly screen: 'case'; readonly logId: string; readonly tab: CaseTab; readonly record?: string };

const isTab = (text: string | undefined): text is CaseTab => CASE_TABS.some((tab) => tab === text);

/** Reads an address; what is not known leads to the list of cases. */
export const parseRoute = (hash: string): Route => {
  const [screen, logId, tab, record] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decodeURIComponent);
  if (screen === 'settings' || screen === 'watch') return { screen };
  if (screen !== 'case' || !logId) return { screen: 'cases' };
  const known = isTab(tab) ? tab : 'overview';
  return record ? { screen, logId, tab: known, record } : { screen, logId, tab: known };
};

/** The address of a place, for `href`. */
export const hrefOf = (route: Route): string => {
  if (route.screen !== 'case') return `#/${route.screen}`;
  const parts = ['case', route.logId, route.tab, ...(route.record === undefined ? [] : [route.record])];
  return `#/${parts.map(encodeURIComponent).join('/')}`;
};

/** Goes to a place; `replace` keeps it out of the way back. */
export const go = (route: Route, options: { readonly replace?: boolean } = {}): void => {
  if (options.replace) {
    window.history.replaceState(null, '', hrefOf(route));
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else window.location.hash = hrefOf(route);
};

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/** The place where the face is now. */
export const useRoute = (): Route => parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));

/** Which tab shows a record of this type. */
export const tabOfType = (type: string): CaseTab => {
  if (type === 'source' || type === 'attachment') return 'sources';
  if (type === 'case' || type === 'verdict') return 'overview';
  if (
    type === 'rating' ||
    type === 'maskedRating' ||
    type === 'reconciliation' ||
    type === 'referenceProfile' ||
    type === 'indicatorDefinition'
  )
    return 'indicators';
  if (type === 'scenario') return 'scenarios';
  if (type === 'determination' || type === 'lawItem') return 'law';
  if (['appraisal', 'yardstick', 'hypothesis', 'matrixRow'].includes(type)) return 'threat';
  if (type === 'check' || type === 'challenge') return 'challenge';
  if (type === 'weighing') return 'weighing';
  if (type === 'task') return 'collect';
  if (type === 'freeze') return 'freeze';
  if (type === 'rung' || type === 'marketContact') return 'instruments';
  if (type === 'contact') return 'exchange';
  if (type === 'influence') return 'ownership';
  if (type === 'identity') return 'duplicates';
  if (type === 'position') return 'ownership';
  return 'dossier';
};
