import { useEffect } from 'react';
import { LAYERS } from '../../app/theme.ts';

/** While an element fills the window, what lies behind it cannot be reached; lists and messages above it can. */
export function useAlone(element: HTMLElement | null, alone: boolean): void {
  useEffect(() => {
    if (element === null || !alone) return;
    const shut: Element[] = [];
    for (let own: Element = element; own.parentElement !== null; own = own.parentElement) {
      for (const other of own.parentElement.children) {
        if (other === own || other.id === LAYERS || other.querySelector(`#${LAYERS}`) !== null) continue;
        if (other.hasAttribute('inert') || other instanceof HTMLScriptElement) continue;
        other.setAttribute('inert', '');
        shut.push(other);
      }
    }
    return () => {
      for (const other of shut) other.removeAttribute('inert');
    };
  }, [element, alone]);
}
