import { useMemo } from 'react';
import type { ClaimView } from '#shared/ipc/dossier.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { useQueryCall } from '../../../api/index.ts';
import type { ClaimTask } from '../editor.tsx';
import { formatValue } from '../format.ts';
import { bodyOf } from '../readings.ts';
import { useWording } from '../useWording.ts';

/** Facts of the same page from which a fact can be inferred, and those already chosen that stand elsewhere. */
export function useBasisOptions(logId: string, task: ClaimTask, chosen: readonly string[]) {
  const wording = useWording(logId);
  const { data } = useQueryCall('dossier.entity', { logId, record: task.page, at: {} });
  return useMemo(() => {
    const { t, lang } = wording;
    const option = (claim: ClaimView, about: string) => {
      const [version] = claim.versions;
      const body = version === undefined ? null : bodyOf(version, 'claim');
      if (body === null || claim.record === task.claim?.record) return [];
      const name = propertyOf(body.property)?.label[lang] ?? body.property;
      const prefix = about === '' ? '' : `${about} – `;
      return [
        {
          value: claim.record as string,
          label: `${prefix}${name}: ${formatValue(body.property, body.value, wording)}`,
        },
      ];
    };
    const here = [
      ...(data?.claims ?? []).flatMap((claim) => option(claim, '')),
      ...(data?.relations ?? []).flatMap((relation) =>
        relation.claims.flatMap((claim) => option(claim, relation.other.label)),
      ),
    ];
    const known = new Set(here.map(({ value }) => value));
    const elsewhere = chosen
      .filter((record) => !known.has(record))
      .map((value) => ({ value, label: `${t('dossier.form.elsewhere')} (${value.slice(0, 8)})` }));
    return [...here, ...elsewhere];
  }, [data, wording, task.claim?.record, chosen]);
}
