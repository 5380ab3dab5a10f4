import { type RefObject, useEffect, useRef } from 'react';
import type { Dots, Tones } from '#shared/map/density.ts';
import { CARD_TYPES } from '#shared/map/model.ts';
import type { Palette } from '#shared/map/scene/palette.ts';
import type { LayoutThread } from './layoutThread.ts';
import type { View } from './view.ts';

/** Milliseconds without a step after which a movement is over. */
const SETTLED = 120;
/** Milliseconds of rest after which the fine image is made, which takes its time and cannot be broken off. */
const REST = 350;
/** Milliseconds that an image may take while something moves; of links then so few are counted that it does. */
const SWIFT = 70;
const FEWEST = 32;
/** Points of the screen for one of an image that is made while something moves. */
const COARSE = 2;

const rgb = (hex: string): readonly [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const tonesOf = (palette: Palette): Tones => ({
  ground: rgb(palette.canvas),
  ink: rgb(palette.accent),
  dots: CARD_TYPES.map((type) => rgb(palette.type[type])),
});

type Image = { readonly bitmap: HTMLCanvasElement; readonly view: View; readonly coarse: number };

/**
 * Paints the density of a large network wherever one looks. Images are made on another thread: while something moves
 * coarse ones, of a part of the links when all would take too long, and a fine one of all links when it rests. Until
 * the next is ready the last one moves along with the hand.
 */
export function useDensityImage(
  thread: LayoutThread,
  canvas: RefObject<HTMLCanvasElement | null>,
  dots: Dots | null,
  palette: Palette,
) {
  const state = useRef({
    view: { k: 1, x: 0, y: 0 } as View,
    image: null as Image | null,
    asking: false,
    stale: false,
    every: 1,
    moved: 0,
    settling: undefined as ReturnType<typeof setTimeout> | undefined,
  });
  useEffect(() => () => clearTimeout(state.current.settling), []);

  const draw = (): void => {
    const own = canvas.current;
    const context = own?.getContext('2d', { alpha: false });
    if (!own || !context) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = palette.canvas;
    context.fillRect(0, 0, own.width, own.height);
    const { image, view } = state.current;
    if (image === null) return;
    const scale = view.k / image.view.k;
    context.setTransform(scale, 0, 0, scale, view.x - scale * image.view.x, view.y - scale * image.view.y);
    const { bitmap, coarse } = image;
    context.drawImage(bitmap, 0, 0, bitmap.width * coarse, bitmap.height * coarse);
  };
  const ask = async (): Promise<void> => {
    const now = state.current;
    now.stale = true;
    const own = canvas.current;
    if (now.asking || own === null || own.width < 2 || dots === null) return;
    now.asking = true;
    now.stale = false;
    const moving = performance.now() - now.moved < SETTLED;
    const coarse = moving ? COARSE : 1;
    const { view } = now;
    const [width, height] = [Math.ceil(own.width / coarse), Math.ceil(own.height / coarse)];
    const begin = performance.now();
    const finer = { k: view.k / coarse, x: view.x / coarse, y: view.y / coarse, width, height };
    const answer = await thread.density(finer, tonesOf(palette), moving ? now.every : 1);
    now.asking = false;
    if (answer === undefined) return;
    if (moving) {
      const took = performance.now() - begin;
      if (took > SWIFT) now.every = Math.min(FEWEST, now.every * 2);
      else if (took < SWIFT / 3) now.every = Math.max(1, now.every / 2);
    }
    const bitmap = document.createElement('canvas');
    bitmap.width = width;
    bitmap.height = height;
    bitmap.getContext('2d')?.putImageData(new ImageData(answer, width, height), 0, 0);
    now.image = { bitmap, view, coarse };
    draw();
    if (now.stale) void ask();
  };
  return {
    look: (view: View): void => {
      const now = state.current;
      now.view = view;
      now.moved = performance.now();
      clearTimeout(now.settling);
      now.settling = setTimeout(() => void ask(), REST);
      draw();
      void ask();
    },
    /** Forgets the image: the canvas has another size. */
    reset: (): void => {
      state.current.image = null;
    },
  };
}
