import { Button, Group, Text } from '@mantine/core';
import type { LogId } from '#shared/model/ids.ts';
import { STANDARD_HYPOTHESES } from '#shared/model/records/threat.ts';
import { hypothesisPlace } from '#shared/threat/places.ts';
import { useCommand, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useThreat } from './ThreatContext.ts';

/** Standard hypotheses that somebody dropped, with the way back. */
export function DroppedNote() {
  const t = useT();
  const { logId, at, readOnly } = useCase();
  const { hypotheses } = useThreat().threat;
  const withdraw = useCommand('records.withdraw');
  const all = useQueryCall('records.list', { logId, types: ['hypothesis'], at });
  const dropped = STANDARD_HYPOTHESES.filter((id) => !hypotheses.some(({ key }) => key === id));
  if (dropped.length === 0) return null;
  const places = new Set<string>(dropped.map((id) => hypothesisPlace(logId as LogId, id)));
  const restore = () =>
    void withdraw.run({
      logId,
      records: (all.data ?? [])
        .filter(({ record }) => places.has(record))
        .map(({ record, digest }) => ({ record, base: [digest] })),
    });
  return (
    <Group gap="sm">
      <Text size="sm">{t('threat.ach.dropped', { count: dropped.length })}</Text>
      {!readOnly && (
        <Button size="compact-sm" variant="default" disabled={all.data === undefined} onClick={restore}>
          {t('threat.ach.restore')}
        </Button>
      )}
    </Group>
  );
}
