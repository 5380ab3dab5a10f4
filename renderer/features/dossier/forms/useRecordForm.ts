import { useState } from 'react';
import type { OpDigest, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { BodyOf, RecordType } from '#shared/model/records.ts';
import { call, type Given, useCommand } from '../../../api/index.ts';

export type StoredVersion = Given<'records.versions'>[number];

export type RecordForm<T extends RecordType> = {
  /** Writes a version over those seen; gives the record's id, or undefined after a failure, see `error`. */
  readonly save: (body: BodyOf<T>, marking: Marking) => Promise<RecordId | undefined>;
  readonly saving: boolean;
  /** A failure other than `stale`, for the foot of the form. */
  readonly error: unknown;
  /** True after somebody else wrote first: nothing was saved and the form still holds what was typed. */
  readonly stale: boolean;
  /** Takes the versions that are live now as the ones seen. */
  readonly reload: () => Promise<void>;
  /** What `reload` found, to compare with. */
  readonly stored: readonly StoredVersion[] | null;
};

/** Saving of one record with the promise that nobody's version is overwritten unseen (peers' pain 6). */
export function useRecordForm<T extends RecordType>(place: {
  readonly logId: string;
  readonly type: T;
  readonly record: RecordId | null;
  readonly base: readonly OpDigest[];
}): RecordForm<T> {
  const { run, running, error, reset } = useCommand('records.put', { quiet: true });
  const [base, setBase] = useState(place.base);
  const [stored, setStored] = useState<readonly StoredVersion[] | null>(null);

  const save = async (body: BodyOf<T>, marking: Marking) => {
    const action = place.record === null ? 'create' : base.length > 1 ? 'resolve' : 'edit';
    const put = { record: place.record, type: place.type, base: [...base], body: { ...body }, marking };
    const saved = await run({ logId: place.logId, action, puts: [put] });
    return saved?.records[0];
  };
  const reload = async () => {
    if (place.record === null) return;
    const answer = await call('records.versions', { logId: place.logId, record: place.record });
    if (!answer.ok) return;
    const live = answer.value.filter((version) => version.live);
    setBase(live.map((version) => version.digest));
    setStored(live);
    reset();
  };
  const stale = error?.code === 'stale';
  return { save, saving: running, error: stale ? null : error, stale, reload, stored };
}
