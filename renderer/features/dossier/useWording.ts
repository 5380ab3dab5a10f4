import { useMemo } from 'react';
import type { At, RecordRef } from '#shared/ipc/common.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import type { Wording } from './format.ts';

/** Parties and things of the case; also what a reference can point to. */
export const useEntities = (logId: string, at: At = {}) =>
  useQueryCall('dossier.entities', { logId, at }, { keep: true });

/** Sources of the case as references, as known now: a form always cites what is there now. */
export const useSourceRefs = (logId: string): readonly RecordRef[] => {
  const { data } = useQueryCall('sources.list', { logId, at: {} });
  return useMemo(
    () =>
      (data?.sources ?? []).flatMap(({ record, versions }) => {
        const [version] = versions;
        if (version === undefined) return [];
        const title = version.body.title;
        return [
          { record, type: 'source', label: typeof title === 'string' ? title : '', marking: version.marking },
        ];
      }),
    [data],
  );
};

/** What the formatters need, with the names of everything a value or member can refer to. */
export const useWording = (logId: string): Wording => {
  const t = useT();
  const lang = useLang();
  const { data: entities } = useEntities(logId);
  const sources = useSourceRefs(logId);
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const ref of [...(entities ?? []), ...sources]) names.set(ref.record, ref.label);
    return { t, lang, nameOf: (record: RecordId) => names.get(record) };
  }, [t, lang, entities, sources]);
};
