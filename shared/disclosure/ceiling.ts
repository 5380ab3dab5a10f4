import type { Json } from '../model/canonical.ts';
import type { RecordId } from '../model/ids.ts';
import { isWithin, type Marking } from '../model/marking.ts';

/** One live version of a record, as far as disclosure looks at it; `body` is null when the record is withdrawn. */
export type Held = {
  readonly record: RecordId;
  readonly marking: Marking;
  readonly body: { readonly [key: string]: Json } | null;
};

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every id that stands anywhere in a body, whatever the type of the record and the member that it stands in. */
export const idsIn = (body: Held['body']): readonly RecordId[] =>
  body === null ? [] : ((JSON.stringify(body).toLowerCase().match(ID) ?? []) as RecordId[]);

/**
 * Records that stay behind under a ceiling: those of which a live version is marked above it, and those that point at
 * one that stays behind. A pointer tells that something is there, and an id that is derived from a name can be guessed
 * by who guesses the name; a signed body cannot be rewritten without it. So a record goes when it, and all that it
 * points at, are within the ceiling.
 */
export function staysBehind(live: Iterable<Held>, ceiling: Marking): ReadonlySet<RecordId> {
  const stays = new Set<RecordId>();
  const pointing = new Map<RecordId, RecordId[]>();
  for (const { record, marking, body } of live) {
    if (!isWithin(marking, ceiling)) stays.add(record);
    for (const target of idsIn(body)) {
      const list = pointing.get(target);
      if (list) list.push(record);
      else pointing.set(target, [record]);
    }
  }
  // A set that grows while it is walked is walked to its end.
  for (const record of stays) for (const other of pointing.get(record) ?? []) stays.add(other);
  return stays;
}

/** What goes of the live versions of a case, what is above the ceiling, and what stays because it points at that. */
export type Disclosed<T> = {
  readonly going: readonly T[];
  readonly above: ReadonlySet<RecordId>;
  readonly pulled: ReadonlySet<RecordId>;
};

/** Parts the live versions of a case by a ceiling; without one everything goes. */
export function disclose<T extends Held>(live: readonly T[], ceiling: Marking | undefined): Disclosed<T> {
  if (ceiling === undefined) return { going: live, above: new Set(), pulled: new Set() };
  const stays = staysBehind(live, ceiling);
  const above = new Set(
    live.filter(({ marking }) => !isWithin(marking, ceiling)).map(({ record }) => record),
  );
  return {
    going: live.filter(({ record }) => !stays.has(record)),
    above,
    pulled: new Set([...stays].filter((record) => !above.has(record))),
  };
}
