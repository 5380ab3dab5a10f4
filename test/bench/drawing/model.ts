/** Where one looks: a place of the picture is at `k` times itself plus `x` and `y` on the screen. */
export type View = { readonly k: number; readonly x: number; readonly y: number };

/** One way of drawing the network, in a window of the bench. */
export type Drawn = {
  /** Looks elsewhere, in one step of an animation. */
  readonly look: (view: View) => void;
  /** Where it looks. */
  readonly view: () => View;
  readonly cards: number;
  readonly links: number;
};

/** Draws into an element; what is given back comes when the whole network has been handed to the window to show. */
export type Draw = (frame: HTMLElement) => Promise<Drawn>;

/** Waits for a frame after this one, so that what was asked for has been painted. */
export const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** What shows a rectangle of the picture whole. */
export function fitting(
  bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  size: { readonly width: number; readonly height: number },
): View {
  const k = Math.min((size.width - 28) / bounds.width, (size.height - 28) / bounds.height);
  return {
    k,
    x: size.width / 2 - k * (bounds.x + bounds.width / 2),
    y: size.height / 2 - k * (bounds.y + bounds.height / 2),
  };
}
