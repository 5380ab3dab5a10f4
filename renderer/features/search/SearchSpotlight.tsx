import { Modal } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useT } from '../../app/language.ts';
import type { QuickAction } from './actions.tsx';
import { SearchBox } from './SearchBox.tsx';
import style from './search.module.css';

const listeners = new Set<() => void>();
let wanted = 0;

/** Opens the search from anywhere, for a button or a menu. */
export const openSearch = (): void => {
  wanted += 1;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * Search over the window, opened by Ctrl+K, Ctrl+P or `openSearch`. Mounted once, beside the screens, inside the open
 * vault. `actions` are things to do besides the places that it knows by itself.
 */
export function SearchSpotlight({ actions = [] }: { readonly actions?: readonly QuickAction[] }) {
  const t = useT();
  const asked = useSyncExternalStore(subscribe, () => wanted);
  const [seen, setSeen] = useState(asked);
  const opened = asked !== seen;
  const close = () => setSeen(wanted);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (key !== 'k' && key !== 'p') return;
      event.preventDefault();
      // A form that is being filled in is not covered: what was typed there comes first.
      if (document.querySelector('[aria-modal="true"]') === null) openSearch();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);

  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={680}
      yOffset="10vh"
      centered={false}
      attributes={{ content: { 'aria-label': t('search.title') } }}
      classNames={{ content: style.content, body: style.body }}
    >
      <SearchBox actions={actions} onDone={close} />
    </Modal>
  );
}
