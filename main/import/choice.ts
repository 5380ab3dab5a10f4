import type { ReadDb } from '#db/handle.ts';
import { liveOf } from '#db/queries/versions.ts';
import { checkBody } from '#shared/import/draft.ts';
import type { FileBasis, RowRecord } from '#shared/import/reader.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { ImportBasis } from '#shared/ipc/imports.ts';
import { type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { now } from '../session.ts';

/**
 * What the facts of a file rest on. A source that is made for the file has a fixed place in the case, by the name of
 * the file, so that the next edition of it cites the same source; one that is there already stays as it is.
 */
export function basisOf(
  db: ReadDb,
  logId: LogId,
  file: string,
  { source, ...grade }: ImportBasis,
): Result<{ readonly basis: FileBasis; readonly source?: RowRecord }, ErrorCode> {
  if (typeof source === 'string')
    return liveOf(db, logId, source)[0]?.type === 'source'
      ? ok({ basis: { ...grade, source } })
      : fail('danglingReference', { field: 'source' });
  const record: RecordId = slotId(logId, `import/source/${file}`);
  const { title, kind } = source;
  const { reliability, marking } = grade;
  const body = checkBody('source', { title, kind, retrieved: now().slice(0, 10), reliability });
  if ('problems' in body) return fail('badInput', { field: 'source' });
  return ok({
    basis: { ...grade, source: record },
    source: { key: title, record, type: 'source', body: body.body, marking, weak: true },
  });
}
