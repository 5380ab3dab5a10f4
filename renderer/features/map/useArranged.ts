import { useEffect, useRef, useState } from 'react';
import type { Arranged, Arrangement } from '#shared/map/arrange.ts';
import type { MapModel } from '#shared/map/model.ts';
import type { Question, Reply } from './layoutWorker.ts';

export type Laid = { readonly model: MapModel; readonly how: Arrangement; readonly arranged: Arranged };

/**
 * Lays a map out on a thread of its own. What is given is the newest that is ready, with the model that it belongs to;
 * null before the first. A question that is overtaken by another is not waited for.
 */
export function useArranged(
  model: MapModel,
  how: Arrangement,
): { readonly laid: Laid | null; readonly busy: boolean } {
  const worker = useRef<Worker | null>(null);
  const asked = useRef<Question | null>(null);
  const number = useRef(0);
  const [laid, setLaid] = useState<Laid | null>(null);
  const [busy, setBusy] = useState(true);

  useEffect(() => {
    const own = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' });
    own.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const question = asked.current;
      if (question === null || question.number !== data.number) return;
      asked.current = null;
      setLaid({ model: question.model, how: question.how, arranged: data.arranged });
      setBusy(false);
    });
    worker.current = own;
    if (asked.current !== null) own.postMessage(asked.current);
    return () => {
      own.terminate();
      worker.current = null;
    };
  }, []);

  useEffect(() => {
    number.current += 1;
    asked.current = { number: number.current, model, how };
    setBusy(true);
    worker.current?.postMessage(asked.current);
  }, [model, how]);

  return { laid, busy };
}
