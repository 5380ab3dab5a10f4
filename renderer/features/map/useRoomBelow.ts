import { type RefObject, useLayoutEffect } from 'react';

/** Pixels that stay free below. */
const EDGE = 16;

/**
 * Tells an element, as `--room`, how much of the window is below its upper edge when the page stands at its top, so that
 * a map can be worked with as it opens, without scrolling. Measured again when the window gets another size, or what
 * stands above does.
 */
export function useRoomBelow(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const measure = (): void => {
      const own = element.current;
      if (own === null) return;
      let scrolled = 0;
      for (let above = own.parentElement; above !== null; above = above.parentElement)
        scrolled += above.scrollTop;
      const top = own.getBoundingClientRect().top + scrolled;
      own.style.setProperty('--room', `${Math.floor(window.innerHeight - top - EDGE)}px`);
    };
    measure();
    // Its own height changes this too, but not what is measured, so that it comes to rest.
    const observer = new ResizeObserver(measure);
    if (element.current?.parentElement) observer.observe(element.current.parentElement);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element]);
}
