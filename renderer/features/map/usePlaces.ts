import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Place } from '#shared/ipc/layout.ts';
import type { Spot } from '#shared/map/layout/model.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Picture } from '#shared/model/records/layout.ts';
import { useCommand, useQueryCall } from '../../api/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';

export type Places = {
  readonly pinned: ReadonlyMap<string, Spot>;
  readonly ready: boolean;
  /** Puts cards somewhere: one change, whatever their number. */
  readonly place: (spots: ReadonlyMap<string, Spot>) => void;
  /** Gives cards back to the layout, or all. */
  readonly release: (cards?: readonly string[]) => void;
};

const whole = ({ x, y }: Spot): Spot => ({
  x: Math.round(Math.min(1e6, Math.max(-1e6, x))),
  y: Math.round(Math.min(1e6, Math.max(-1e6, y))),
});

/** The places of a picture that were chosen by hand, as records of the case. */
export function usePlaces(view: Picture, frame: RecordId | undefined): Places {
  const { logId, at } = useCase();
  const about = { logId, view, ...(frame === undefined ? {} : { frame }) };
  const query = useQueryCall('layout.get', { ...about, at });
  const put = useCommand('layout.place');
  const free = useCommand('layout.release');
  // Shown at once, until the case answers with what it holds.
  const [mine, setMine] = useState<ReadonlyMap<string, Spot | null>>(new Map());
  const saved = query.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written is in the data that has come since.
  useEffect(() => setMine(new Map()), [saved]);
  const pinned = useMemo(() => {
    const all = new Map<string, Spot>((saved ?? []).map(({ node, x, y }) => [node, { x, y }]));
    for (const [id, spot] of mine) {
      if (spot === null) all.delete(id);
      else all.set(id, spot);
    }
    return all;
  }, [saved, mine]);
  const key = JSON.stringify(about);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when `about` is another.
  const place = useCallback(
    (spots: ReadonlyMap<string, Spot>) => {
      if (spots.size === 0) return;
      const places = [...spots].map(([node, spot]): Place => ({ node: node as RecordId, ...whole(spot) }));
      setMine((before) => new Map([...before, ...places.map(({ node, x, y }) => [node, { x, y }] as const)]));
      void put.run({ ...about, places }).then((done) => {
        if (done === undefined) setMine(new Map());
      });
    },
    [key, put.run],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when `about` is another.
  const release = useCallback(
    (cards?: readonly string[]) => {
      const nodes = (cards ?? [...pinned.keys()]).filter((id) => pinned.has(id));
      if (nodes.length === 0) return;
      setMine((before) => new Map([...before, ...nodes.map((id) => [id, null] as const)]));
      void free.run({ ...about, nodes: nodes as RecordId[] }).then((done) => {
        if (done === undefined) setMine(new Map());
      });
    },
    [key, free.run, pinned],
  );
  return { pinned, ready: query.data !== undefined, place, release };
}
