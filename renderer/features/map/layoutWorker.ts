import { type Arranged, type Arrangement, arrange } from '#shared/map/arrange.ts';
import { type DensityView, type Dots, densityImage, type Tones } from '#shared/map/density.ts';
import { dotsOf } from '#shared/map/dots.ts';
import type { MapModel } from '#shared/map/model.ts';
import { summaryOf } from '#shared/map/summary.ts';

/** What the thread that lays maps out is asked, and what it answers. The model is told once for all that follows. */
export type Question =
  | { readonly ask: 'model'; readonly model: MapModel }
  | {
      readonly ask: 'arrange';
      readonly number: number;
      readonly how: Arrangement;
      readonly opened?: readonly string[];
    }
  | { readonly ask: 'dots'; readonly number: number; readonly targets: readonly string[] }
  | {
      readonly ask: 'density';
      readonly number: number;
      readonly view: DensityView;
      readonly tones: Tones;
      readonly every: number;
    };
export type Reply =
  | { readonly number: number; readonly model: MapModel | null; readonly arranged: Arranged }
  | { readonly number: number; readonly dots: Dots }
  | { readonly number: number; readonly image: Uint8ClampedArray<ArrayBuffer>; readonly view: DensityView };

let model: MapModel = { cards: [], links: [] };
let dots: Dots | null = null;

const tell = (reply: Reply, transfer: Transferable[] = []): void => self.postMessage(reply, { transfer });

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  switch (data.ask) {
    case 'model':
      model = data.model;
      dots = null;
      return;
    case 'arrange': {
      const { number, how, opened } = data;
      if (opened === undefined) return tell({ number, model: null, arranged: arrange(model, how) });
      const summary = summaryOf(model, how.targets, new Set(opened));
      return tell({
        number,
        model: summary.model,
        arranged: arrange(summary.model, { ...how, tiers: summary.tiers }),
      });
    }
    case 'dots':
      dots = dotsOf(model, data.targets);
      return tell({ number: data.number, dots });
    case 'density': {
      if (dots === null) return;
      const image = densityImage(dots, data.view, data.tones, data.every);
      return tell({ number: data.number, image, view: data.view }, [image.buffer]);
    }
    default:
  }
});
