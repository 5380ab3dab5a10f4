import type { ReadDb } from '#db/handle.ts';
import { liveOf } from '#db/queries/versions.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';

const NAMED = 3;

/** Words of people, and ids of the letter. */
const OWN = ['name', 'title', 'statement', 'leaf', 'indicator', 'instrument'] as const;
/** What a record without a name of its own is about. */
const ABOUT = ['subject', 'from', 'to', 'actor', 'party'] as const;

/** In the words of the case, which every language has; undefined for what only a word of ours could name. */
function nameOf(db: ReadDb, log: LogId, record: RecordId): string | undefined {
  const [view] = liveOf(db, log, record);
  const texts = (members: readonly string[]): string[] =>
    members.flatMap((member) => {
      const value = view?.body[member];
      return typeof value === 'string' ? [value] : [];
    });
  const [own] = texts(OWN);
  if (own !== undefined) return own;
  const about = texts(ABOUT).flatMap((one) => nameOf(db, log, one as RecordId) ?? []);
  return about.length > 0 ? about.join(' – ') : undefined;
}

/** Says how many records later changes build upon, and which: the first ones by name. */
export function blockedBy(
  db: ReadDb,
  log: LogId,
  records: readonly RecordId[],
): { readonly records: number; readonly which: string } {
  const names = records.slice(0, NAMED).flatMap((record) => nameOf(db, log, record) ?? []);
  const more = records.length - names.length;
  return { records: records.length, which: [...names, ...(more > 0 ? [`+ ${more}`] : [])].join('; ') };
}
