import { useEffect } from 'react';
import { CASE_TABS, go, type Route } from './router.ts';

/** Whether somebody is typing: keys then belong to the field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));

/** Keys that work on every screen: Alt with a digit for the parts of a case, Alt+0 for all cases, ? for the list. */
export const useShortcuts = (route: Route, onHelp: () => void): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[aria-modal="true"]') !== null) return;
      if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        onHelp();
        return;
      }
      if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit\d$/.test(event.code)) return;
      const digit = Number(event.code.slice(-1));
      const tab = CASE_TABS[digit - 1];
      if (digit === 0) go({ screen: 'cases' });
      else if (route.screen === 'case' && tab !== undefined) go({ screen: 'case', logId: route.logId, tab });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [route, onHelp]);
};
