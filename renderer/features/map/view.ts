import type { Rect } from '#shared/map/layout/model.ts';
import type { Emphasis } from '#shared/map/paint/emphasis.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import type { Palette } from '#shared/map/scene/palette.ts';

/** Where one looks: a place of the scene is at `k` times itself plus `x` and `y` on the screen. */
export type View = { readonly k: number; readonly x: number; readonly y: number };

export type Picture = { readonly scene: Scene; readonly palette: Palette; readonly emphasis: Emphasis };

/** What of the scene is in sight. */
export const windowOf = ({ k, x, y }: View, width: number, height: number): Rect => ({
  x: -x / k,
  y: -y / k,
  width: width / k,
  height: height / k,
});
