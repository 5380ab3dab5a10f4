import type { Arranged, Arrangement } from '#shared/map/arrange.ts';
import type { DensityView, Dots, Tones } from '#shared/map/density.ts';
import type { MapModel } from '#shared/map/model.ts';
import type { Question, Reply } from './layoutWorker.ts';

/** The thread that lays maps out. Every question is answered once; `undefined` when the thread ended before. */
export class LayoutThread {
  private readonly worker = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, (reply: Reply | undefined) => void>();
  private told: MapModel | null = null;
  private number = 0;

  constructor() {
    this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      this.waiting.get(data.number)?.(data);
      this.waiting.delete(data.number);
    });
  }

  /** Lays a model out; with `opened` it is summarised first, and the summary is given as the model. */
  async arrange(
    model: MapModel,
    how: Arrangement,
    opened?: readonly string[],
  ): Promise<{ readonly model: MapModel; readonly arranged: Arranged } | undefined> {
    const reply = await this.ask(model, (number) => ({
      ask: 'arrange',
      number,
      how,
      ...(opened === undefined ? {} : { opened }),
    }));
    if (reply === undefined || !('arranged' in reply)) return undefined;
    return { model: reply.model ?? model, arranged: reply.arranged };
  }

  async dots(model: MapModel, targets: readonly string[]): Promise<Dots | undefined> {
    const reply = await this.ask(model, (number) => ({ ask: 'dots', number, targets }));
    return reply !== undefined && 'dots' in reply ? reply.dots : undefined;
  }

  /** The image of the dots that were asked for last, of every so many links one. */
  async density(
    view: DensityView,
    tones: Tones,
    every: number,
  ): Promise<Uint8ClampedArray<ArrayBuffer> | undefined> {
    const reply = await this.ask(null, (number) => ({ ask: 'density', number, view, tones, every }));
    return reply !== undefined && 'image' in reply ? reply.image : undefined;
  }

  end(): void {
    this.worker.terminate();
    for (const answer of this.waiting.values()) answer(undefined);
    this.waiting.clear();
  }

  private ask(model: MapModel | null, question: (number: number) => Question): Promise<Reply | undefined> {
    if (model !== null && model !== this.told) {
      this.told = model;
      this.worker.postMessage({ ask: 'model', model } satisfies Question);
    }
    this.number += 1;
    const { number } = this;
    this.worker.postMessage(question(number));
    return new Promise((resolve) => this.waiting.set(number, resolve));
  }
}
