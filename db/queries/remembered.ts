import type { VersionView } from '#shared/ipc/common.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { ReadDb } from '../handle.ts';

type Body = VersionView['body'];
type Kept = {
  version: number;
  /** Versions in all lists together. */
  count: number;
  readonly lists: Map<string, readonly VersionView[]>;
  readonly bodies: Map<string, Body>;
};

/** Gone with the handle, and so with the session: nothing of a case outlives the lock. */
const kept = new WeakMap<ReadDb, Kept>();
/** Versions in lists, and bodies: about 100 MB at a kilobyte each; a case of usual size has some thousands. */
const MOST = 100_000;

/**
 * Only of the reading connection, which sees every commit of the writing one as a new version of the data. Inside a
 * transaction nothing is kept: what it writes may be taken back, and a long one would hold all that it reads.
 */
function keptOf(db: ReadDb): Kept | undefined {
  const version = db.dataVersion?.();
  if (version === undefined) return undefined;
  const own = kept.get(db) ?? { version, count: 0, lists: new Map(), bodies: new Map() };
  kept.set(db, own);
  if (own.version !== version) {
    own.lists.clear();
    own.count = 0;
    own.version = version;
  }
  return own;
}

/** The same list until the database changes: after one edit a screen asks for the same records many times. */
export function rememberedList(
  db: ReadDb,
  key: string,
  read: () => readonly VersionView[],
): readonly VersionView[] {
  const own = keptOf(db);
  const known = own?.lists.get(key);
  if (known !== undefined) return known;
  const list = read();
  if (own !== undefined && own.count + list.length <= MOST) {
    own.lists.set(key, list);
    own.count += list.length;
  }
  return list;
}

/** Bodies by the digest of their operation, under which nothing ever changes. */
export function rememberedBodies(db: ReadDb): (digest: string, read: () => { [key: string]: Json }) => Body {
  const own = keptOf(db);
  return (digest, read) => {
    const known = own?.bodies.get(digest);
    if (known !== undefined) return known;
    const body = Object.freeze(read());
    if (own !== undefined && own.bodies.size < MOST) own.bodies.set(digest, body);
    return body;
  };
}
