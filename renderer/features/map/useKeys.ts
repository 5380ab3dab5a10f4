import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Scene } from '#shared/map/scene/model.ts';
import { type Move, walk } from '#shared/map/walk.ts';
import type { Passing } from './overlay.ts';

const STEP = 8;
const LONG = 40;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
  PageUp: 'before',
  PageDown: 'behind',
};

export type KeyOptions = {
  readonly scene: Scene | null;
  readonly active: string | undefined;
  readonly selection: ReadonlySet<string>;
  readonly movable: boolean;
  readonly onActive: (card: string) => void;
  readonly onToggle: (card: string) => void;
  readonly onMove: (cards: ReadonlySet<string>, dx: number, dy: number) => void;
  readonly onPin: (cards: ReadonlySet<string>) => void;
  readonly onFold: (card: string) => void;
  readonly onZoom: (what: 'in' | 'out' | 'all') => void;
  readonly onEscape: () => void;
  readonly pass: (passing: Passing) => void;
};

/**
 * Keys on a card. Cards that are moved with Alt and an arrow follow at once and are put down when Alt is let go, so that
 * moving them is one change, however many keys it took.
 */
export function useKeys(options: KeyOptions): (event: KeyboardEvent) => void {
  const now = useRef(options);
  now.current = options;
  const moved = useRef<{ cards: ReadonlySet<string>; dx: number; dy: number } | null>(null);

  useEffect(() => {
    const put = (): void => {
      const what = moved.current;
      moved.current = null;
      if (what === null) return;
      now.current.pass({});
      now.current.onMove(what.cards, what.dx, what.dy);
    };
    const up = ({ key }: globalThis.KeyboardEvent): void => {
      if (key === 'Alt') put();
    };
    window.addEventListener('keyup', up);
    window.addEventListener('blur', put);
    return () => {
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', put);
    };
  }, []);

  return (event) => {
    const { scene, active, selection, movable, pass, ...on } = now.current;
    if (scene === null || active === undefined || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    const cards = selection.has(active) ? selection : new Set([active]);
    const done = (act: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (event.altKey) {
      if (arrow === undefined || !movable) return;
      return done(() => {
        const by = event.shiftKey ? LONG : STEP;
        const before = moved.current ?? { cards, dx: 0, dy: 0 };
        moved.current = {
          cards: before.cards,
          dx: before.dx + by * arrow[0],
          dy: before.dy + by * arrow[1],
        };
        pass({ moved: moved.current });
      });
    }
    const move = MOVES[event.key];
    if (move !== undefined) return done(() => on.onActive(walk(scene, active, move)));
    switch (event.key) {
      case ' ':
        return done(() => on.onToggle(active));
      case 'p':
      case 'P':
        return movable ? done(() => on.onPin(cards)) : undefined;
      case 'e':
      case 'E':
        return done(() => on.onFold(active));
      case '+':
      case '=':
        return done(() => on.onZoom('in'));
      case '-':
        return done(() => on.onZoom('out'));
      case '0':
        return done(() => on.onZoom('all'));
      case 'Escape':
        return done(on.onEscape);
      default:
    }
  };
}
