import { type KeyboardEvent, memo, type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { cardText } from '#shared/map/said.ts';
import type { Scene, SceneCard } from '#shared/map/scene/model.ts';
import { readingOrder } from '#shared/map/walk.ts';
import { useT } from '../../app/language.ts';
import style from './map.module.css';

/** Cards that all have a button; in a larger map those round the one that has the focus. */
const ALL = 700;
const ROUND = 60;

/**
 * The map for keyboard and screen reader: a list of bands with a button for every card, in reading order, lying where
 * the card is painted. One stop for the tab key; `onKey` is told of keys.
 */
export const MapButtons = memo(function MapButtons(props: {
  readonly scene: Scene;
  readonly layer: RefObject<HTMLOListElement | null>;
  readonly active: string | undefined;
  readonly selection: ReadonlySet<string>;
  readonly help: string;
  readonly onFocus: (card: string) => void;
  readonly onOpen: (card: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}) {
  const { scene, active } = props;
  const t = useT();
  const order = useMemo(() => readingOrder(scene), [scene]);
  const said = useMemo(() => cardText(scene, t), [scene, t]);
  const stop = order.some(({ id }) => id === active)
    ? active
    : (order.find(({ target }) => target) ?? order[0])?.id;
  const place = order.findIndex(({ id }) => id === stop);
  const shown = order.length <= ALL ? order : order.slice(Math.max(0, place - ROUND), place + ROUND);
  const tiers = [...Map.groupBy(shown, ({ tier }) => tier)];
  const titles = new Map(scene.bands.map(({ tier, title }) => [tier, title]));
  return (
    <ol ref={props.layer} className={style.buttons} aria-label={t('map.label')} aria-describedby={props.help}>
      {tiers.map(([tier, cards]) => (
        <li key={tier}>
          <span className="wb-hidden">{titles.get(tier) ?? t('map.tier.ring', { step: tier })}</span>
          <ol>
            {cards.map((card) => (
              <CardButton
                key={card.id}
                card={card}
                said={said(card)}
                stop={card.id === stop}
                selected={props.selection.has(card.id)}
                onFocus={props.onFocus}
                onOpen={props.onOpen}
                onKey={props.onKey}
              />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
});

const CardButton = memo(function CardButton(props: {
  readonly card: SceneCard;
  readonly said: string;
  readonly stop: boolean;
  readonly selected: boolean;
  readonly onFocus: (card: string) => void;
  readonly onOpen: (card: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}) {
  const { card, said, stop, selected } = props;
  const own = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = own.current;
    if (button === null) return;
    button.style.transform = `translate(${card.x}px, ${card.y}px)`;
    button.style.width = `${card.width}px`;
    button.style.height = `${card.height}px`;
  }, [card.x, card.y, card.width, card.height]);
  return (
    <li>
      <button
        ref={own}
        type="button"
        className={style.card}
        data-card={card.id}
        tabIndex={stop ? 0 : -1}
        aria-pressed={selected}
        onFocus={() => props.onFocus(card.id)}
        onClick={() => props.onOpen(card.id)}
        onKeyDown={props.onKey}
      >
        {said}
      </button>
    </li>
  );
});
