import type { EntityRow } from '#shared/ipc/dossier.ts';
import { useQueryCall } from '../../api/index.ts';

/** Member of a record that says on whose page it stands. */
const MEMBER: Readonly<Record<string, string>> = { claim: 'subject', relation: 'from', note: 'about' };

/**
 * The party on whose page a record stands: itself, or for a fact, relation or note what it is about (for a fact about
 * a relation: the party that the relation starts from). `looking` is true while that is being found out.
 */
export function useOwner(
  logId: string,
  rows: readonly EntityRow[],
  record: string | undefined,
): { readonly owner: EntityRow | undefined; readonly looking: boolean } {
  const direct = rows.find((row) => row.record === record);
  const first = useAbout(logId, direct === undefined ? record : undefined);
  const second = rows.find((row) => row.record === first.about);
  const third = useAbout(logId, second === undefined ? first.about : undefined);
  const owner = direct ?? second ?? rows.find((row) => row.record === third.about);
  return { owner, looking: owner === undefined && (first.looking || third.looking) };
}

function useAbout(logId: string, record: string | undefined) {
  const query = useQueryCall(
    'records.get',
    { logId, record: record ?? '', at: {} },
    { enabled: record !== undefined },
  );
  const version = query.data?.[0];
  const about = version === undefined ? undefined : version.body[MEMBER[version.type] ?? ''];
  return {
    about: typeof about === 'string' ? about : undefined,
    looking: record !== undefined && query.isPending,
  };
}
