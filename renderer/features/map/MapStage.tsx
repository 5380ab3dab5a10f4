import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cardText, linkText } from '#shared/map/said.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import { useT } from '../../app/language.ts';
import { MapButtons } from './MapButtons.tsx';
import style from './map.module.css';
import type { Passing } from './overlay.ts';
import { type GestureOptions, type Mode, useGestures } from './useGestures.ts';
import { useRoomBelow } from './useRoomBelow.ts';
import type { Stage } from './useStage.ts';

/** The map itself: canvas, buttons over it, and the words of what the pointer is at. */
export function MapStage(props: {
  readonly stage: Stage;
  readonly scene: Scene | null;
  readonly label: string;
  readonly mode: Mode;
  readonly movable: boolean;
  readonly busy: boolean;
  readonly active: string | undefined;
  readonly selection: ReadonlySet<string>;
  readonly onActive: (card: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPick: GestureOptions['onPick'];
  readonly onOpen: GestureOptions['onOpen'];
  readonly onMove: GestureOptions['onMove'];
  readonly onCatch: GestureOptions['onCatch'];
  readonly children?: ReactNode;
}) {
  const { stage, scene, mode } = props;
  useRoomBelow(stage.frame);
  const t = useT();
  const help = useId();
  const end = useId();
  const tip = useRef<HTMLParagraphElement>(null);
  const [hand, setHand] = useState<'card' | 'link' | undefined>();
  const said = (hover: NonNullable<Passing['hover']>): string => {
    if (scene === null) return '';
    if (hover.kind === 'card') {
      const card = scene.cards.find(({ id }) => id === hover.id);
      return card === undefined ? '' : cardText(scene, t)(card);
    }
    const link = scene.links.find(({ id }) => id === hover.id);
    return link === undefined ? '' : linkText(scene, link, t);
  };
  const last = useRef<string | undefined>(undefined);
  const onPass: GestureOptions['onPass'] = (passing, at) => {
    stage.pass(passing);
    const { hover } = passing;
    if (hover?.id !== last.current) {
      last.current = hover?.id;
      setHand(hover?.kind);
      if (tip.current !== null) tip.current.textContent = hover === undefined ? '' : said(hover);
    }
    if (tip.current === null || at === undefined) return;
    const { offsetWidth, offsetHeight } = tip.current;
    const x = Math.max(4, Math.min(at.x + 14, stage.size.width - offsetWidth - 4));
    const y = at.y + 20 + offsetHeight > stage.size.height ? at.y - offsetHeight - 12 : at.y + 20;
    tip.current.style.transform = `translate(${x}px, ${y}px)`;
  };
  const { taken, handlers } = useGestures({
    frame: stage.frame,
    view: stage.view,
    picker: stage.picker,
    mode,
    movable: props.movable,
    selection: props.selection,
    onPass,
    onPick: props.onPick,
    onOpen: props.onOpen,
    onMove: props.onMove,
    onCatch: props.onCatch,
  });
  useEffect(() => {
    stage.taken.current = taken;
  });
  return (
    <>
      <p id={help} className="wb-hidden">
        {t('map.help')}
      </p>
      <button type="button" className={style.skip} onClick={() => document.getElementById(end)?.focus()}>
        {t('map.skip')}
      </button>
      <section
        ref={stage.frame}
        className={style.frame}
        aria-label={props.label}
        aria-busy={props.busy}
        data-mode={mode}
        data-hand={hand}
        {...handlers}
      >
        <canvas ref={stage.canvas} className={style.canvas} aria-hidden />
        <canvas ref={stage.above} className={style.above} aria-hidden />
        {scene !== null && (
          <MapButtons
            scene={scene}
            layer={stage.layer}
            active={props.active}
            selection={props.selection}
            help={help}
            onFocus={props.onActive}
            onOpen={(id) => props.onOpen({ kind: 'card', id })}
            onKey={props.onKey}
          />
        )}
        <p ref={tip} className={style.tip} aria-hidden />
        {props.children}
      </section>
      <p id={end} tabIndex={-1} className="wb-hidden">
        {t('map.after')}
      </p>
    </>
  );
}
