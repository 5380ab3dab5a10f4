import { withCytoscape } from './cytoscape.ts';
import { counts, density } from './density.tsx';
import { withFlow } from './flow.tsx';
import { type Draw, type Drawn, frame, type View } from './model.ts';
import { arranged, networkOf } from './network.ts';
import { own } from './own.tsx';

export type Phase = 'pan' | 'zoom' | 'near';
export type Moved = {
  readonly seconds: number;
  /** Steps of the animation, each in a frame of its own. */
  readonly steps: number;
  /** Of the density map: images that were made anew. */
  readonly images: number;
};
export type Opened = { readonly milliseconds: number; readonly cards: number; readonly links: number };

let draw: Draw | undefined;
let drawn: Drawn | undefined;
let home: View | undefined;

/** Makes the network and its places, which all get alike. */
async function prepare(name: string, n: number, m: number): Promise<void> {
  await document.fonts.load("600 12px 'Source Sans 3 Variable'");
  const model = networkOf(n, m);
  draw = name === 'density' ? density(model) : drawing(name, model);
}

/** Opens what was prepared; the time until its first frame has been painted. */
async function open(): Promise<Opened> {
  if (draw === undefined) throw new Error('nothing is prepared');
  const begin = performance.now();
  drawn = await draw(document.getElementById('frame') as HTMLElement);
  await frame();
  await frame();
  const milliseconds = performance.now() - begin;
  home = drawn.view();
  return { milliseconds, cards: drawn.cards, links: drawn.links };
}

function drawing(name: string, model: ReturnType<typeof networkOf>): Draw {
  const laid = arranged(model);
  switch (name) {
    case 'own':
      return own(model, laid, 'calls');
    case 'own by hand':
      return own(model, laid, 'hand');
    case 'cytoscape':
      return withCytoscape(model, laid, false);
    case 'cytoscape swift':
      return withCytoscape(model, laid, true);
    case 'xyflow':
      return withFlow(model, laid, false);
    default:
      throw new Error(`no such drawing: ${name}`);
  }
}

const NEAR = 6;
const CLOSEST = 8;

/** Moves for so many seconds along a way that depends on the time alone, one step in every frame that there is. */
async function move(phase: Phase, seconds: number): Promise<Moved> {
  if (drawn === undefined || home === undefined) throw new Error('nothing is open');
  const start = phase === 'near' ? zoomed(home, NEAR) : home;
  if (drawn.view().k !== start.k) drawn.look(start);
  await frame();
  const begin = performance.now();
  const images = counts.images;
  let steps = 0;
  for (let now = begin; now - begin < seconds * 1000; steps++) {
    drawn.look(wayOf(phase, start, (now - begin) / 1000));
    await frame();
    now = performance.now();
  }
  const took = (performance.now() - begin) / 1000;
  const made = counts.images - images;
  drawn.look(start);
  await frame();
  if (phase === 'near') drawn.look(home);
  await frame();
  return { seconds: took, steps, images: made };
}

function zoomed({ k, x, y }: View, factor: number): View {
  const [cx, cy] = [window.innerWidth / 2, window.innerHeight / 2];
  return { k: k * factor, x: cx - (cx - x) * factor, y: cy - (cy - y) * factor };
}

function wayOf(phase: Phase, start: View, t: number): View {
  if (phase === 'zoom') return zoomed(start, CLOSEST ** ((1 - Math.cos((t * Math.PI) / 2)) / 2));
  return { k: start.k, x: start.x + 260 * Math.sin(t * 2), y: start.y + 140 * Math.sin(t * 3) };
}

Object.assign(window, { bench: { prepare, open, move } });
