import { useCallback, useMemo } from 'react';
import type { RecordRef } from '#shared/ipc/common.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useQueryCall } from '../../api/index.ts';
import { useRecordName } from '../../ui/index.ts';
import { bodyOf } from './readings.ts';
import { useWording } from './useWording.ts';

/** What a record of this case is called; a relation by both its ends: "A holds an interest in B". */
export const useRefName = (
  logId: string,
): ((ref: Pick<RecordRef, 'record' | 'type' | 'label'>) => string) => {
  const nameOf = useRecordName();
  const wording = useWording(logId);
  const { data } = useQueryCall('records.list', { logId, types: ['relation'], at: {} });
  const relations = useMemo(() => new Map((data ?? []).map((view) => [view.record, view])), [data]);
  return useCallback(
    (ref) => {
      const view = ref.type === 'relation' ? relations.get(ref.record) : undefined;
      const body = view === undefined ? null : bodyOf(view, 'relation');
      if (body === null) return nameOf(ref);
      const end = (record: RecordId) => wording.nameOf(record) ?? '…';
      return `${end(body.from)} ${wording.t(`words.relationKind.${body.kind}`)} ${end(body.to)}`;
    },
    [nameOf, relations, wording],
  );
};
