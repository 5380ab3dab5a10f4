import { Text } from '@mantine/core';
import { useState } from 'react';
import type { GraphEdge } from '#shared/graph/model.ts';
import type { Marking } from '#shared/model/marking.ts';
import { useCommand, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { FormDrawer, MarkingSelect, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useNotice } from '../dossier/useNotice.ts';

/** One marking for several relations: one change, undone as one. */
export function BulkMarkingDrawer(props: {
  readonly selection: readonly GraphEdge[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useT();
  const notice = useNotice();
  const { logId } = useCase();
  const put = useCommand('records.put', { quiet: true });
  const query = useQueryCall('records.list', { logId, types: ['relation'] });
  const [marking, setMarking] = useState<Marking>('open');
  const count = props.selection.length;
  const save = async () => {
    const chosen = new Set<string>(props.selection.map(({ record }) => record));
    const byRecord = Map.groupBy(
      (query.data ?? []).filter(({ record }) => chosen.has(record)),
      ({ record }) => record,
    );
    const puts = [...byRecord].flatMap(([record, versions]) => {
      const [first] = versions;
      if (first === undefined || versions.length > 1) return [];
      return [{ record, type: 'relation' as const, base: [first.digest], body: first.body, marking }];
    });
    if (puts.length === 0) return props.onDone();
    if ((await put.run({ logId, action: 'edit', puts })) === undefined) return;
    notice(t('chain.bulk.done', { count: puts.length }));
    props.onDone();
  };
  return (
    <FormDrawer
      opened
      title={t('chain.bulk.markingTitle', { count })}
      onClose={props.onClose}
      onSubmit={() => void save()}
      dirty={false}
      saving={put.running}
      error={put.error}
    >
      <Text c="dimmed">{t('chain.bulk.markingText')}</Text>
      <QueryState query={query}>
        {() => <MarkingSelect label={t('chain.bulk.marking')} value={marking} onChange={setMarking} />}
      </QueryState>
    </FormDrawer>
  );
}
