import { type Arranged, type Arrangement, arrange } from '#shared/map/arrange.ts';
import type { MapModel } from '#shared/map/model.ts';

/** What the thread that lays maps out is asked, and what it answers. */
export type Question = { readonly number: number; readonly model: MapModel; readonly how: Arrangement };
export type Reply = { readonly number: number; readonly arranged: Arranged };

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const reply: Reply = { number: data.number, arranged: arrange(data.model, data.how) };
  self.postMessage(reply);
});
