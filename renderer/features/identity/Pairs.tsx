import { Text } from '@mantine/core';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { CandidateView } from '#shared/ipc/identity.ts';
import { useT } from '../../app/language.ts';
import { isTyping } from '../../app/useShortcuts.ts';
import { classes } from '../../ui/classes.ts';
import { Chip } from '../../ui/index.ts';
import { TypeIcon } from '../dossier/TypeIcon.tsx';
import style from './identity.module.css';
import { PairView } from './PairView.tsx';
import { keyOf, strengthOf } from './pairs.ts';

/** The pairs to look at, those put off last, with the chosen one beside; keys decide and walk. */
export function Pairs({ candidates }: { readonly candidates: readonly CandidateView[] }) {
  const t = useT();
  const id = useId();
  const [later, setLater] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const order = useMemo(() => {
    const place = (pair: CandidateView): number => later.indexOf(keyOf(pair));
    return [...candidates].sort((x, y) => place(x) - place(y));
  }, [candidates, later]);
  const at = Math.max(
    0,
    order.findIndex((pair) => keyOf(pair) === chosen),
  );
  const pair = order[at] as CandidateView;
  const go = (place: number) => {
    const to = order[Math.min(order.length - 1, Math.max(0, place))];
    if (to === undefined) return;
    setChosen(keyOf(to));
    list.current
      ?.querySelectorAll('[role="option"]')
      [order.indexOf(to)]?.scrollIntoView({ block: 'nearest' });
  };
  /** What comes next in the list once this pair has gone from it. */
  const next = () => {
    const to = order[at + 1] ?? order[at - 1];
    setChosen(to === undefined ? null : keyOf(to));
  };
  const putOff = () => {
    next();
    setLater([...later.filter((key) => key !== keyOf(pair)), keyOf(pair)]);
  };
  const buttons = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'arrowdown' || key === 'arrowup') go(at + (key === 'arrowdown' ? 1 : -1));
    else if (key === 'home' || key === 'end') go(key === 'home' ? 0 : order.length - 1);
    else {
      const button = /^[a-z]$/.test(key)
        ? buttons.current?.querySelector<HTMLButtonElement>(`[data-key="${key}"]`)
        : null;
      if (!button) return;
      button.click();
    }
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are shortcuts for the buttons and the list inside.
    <div className={style.panes} onKeyDown={press}>
      <section className={style.list} aria-label={t('identity.pairs')}>
        <Text size="sm" c="dimmed" className={style.count} role="status">
          {t('identity.count', { count: order.length })}
        </Text>
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={t('identity.pairs')}
          aria-activedescendant={`${id}-${at}`}
          className={style.options}
        >
          {order.map((one, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys.
            <div
              key={keyOf(one)}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              className={classes(style.option, place === at && style.selected)}
              onClick={() => setChosen(keyOf(one))}
            >
              <span className={style.icon}>
                <TypeIcon type={one.a.type} />
              </span>
              <span className={style.name}>{one.a.label}</span>
              <span className={style.name}>{one.b.label}</span>
              <span className={style.strength}>
                <Chip tone={later.includes(keyOf(one)) ? 'neutral' : 'warn'}>
                  {later.includes(keyOf(one)) ? t('identity.later') : t(`identity.${strengthOf(one.score)}`)}
                </Chip>
              </span>
            </div>
          ))}
        </div>
      </section>
      <PairView key={keyOf(pair)} pair={pair} buttons={buttons} onDecided={next} onLater={putOff} />
    </div>
  );
}
