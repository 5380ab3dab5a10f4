import { useEffect, useState } from 'react';
import type { Arranged, Arrangement } from '#shared/map/arrange.ts';
import type { MapModel } from '#shared/map/model.ts';
import { LayoutThread } from './layoutThread.ts';

/** `asked` is the model that was given, `model` what of it is drawn: the same, or its summary. */
export type Laid = {
  readonly asked: MapModel;
  readonly model: MapModel;
  readonly how: Arrangement;
  readonly arranged: Arranged;
};

/** A thread that lays maps out, for as long as the component is there. */
export function useLayoutThread(): LayoutThread | null {
  const [thread, setThread] = useState<LayoutThread | null>(null);
  useEffect(() => {
    const own = new LayoutThread();
    setThread(own);
    return () => own.end();
  }, []);
  return thread;
}

/**
 * Lays a map out, summarised when `opened` is given. What is given is the newest that is ready, with the model that it
 * belongs to; null before the first. An answer that was overtaken by another question is dropped.
 */
export function useArranged(
  thread: LayoutThread | null,
  model: MapModel,
  how: Arrangement,
  opened: readonly string[] | undefined,
): { readonly laid: Laid | null; readonly busy: boolean } {
  const [laid, setLaid] = useState<Laid | null>(null);
  const [busy, setBusy] = useState(true);
  useEffect(() => {
    if (thread === null) return;
    let late = false;
    setBusy(true);
    void thread.arrange(model, how, opened).then((answer) => {
      if (late || answer === undefined) return;
      setLaid({ asked: model, how, ...answer });
      setBusy(false);
    });
    return () => {
      late = true;
    };
  }, [thread, model, how, opened]);
  return { laid, busy };
}
