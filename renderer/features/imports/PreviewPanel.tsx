import { Button, Group, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { IMPORT_TABS, type WaitingImport } from '#shared/ipc/imports.ts';
import { useJob } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { ConfirmDialog, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Notice } from '../dossier/Notice.tsx';
import { useNotice } from '../dossier/useNotice.ts';
import { ChangeProgress } from '../history/ChangeProgress.tsx';
import type { Taken } from './ImportScreen.tsx';
import { RecordsTable } from './RecordsTable.tsx';
import { RefusedTable } from './RefusedTable.tsx';

type Tab = (typeof IMPORT_TABS)[number];

/** What has most need of a look is open first. */
const firstTab = ({ counts }: WaitingImport): Tab =>
  counts.refused > 0
    ? 'refused'
    : counts.changed > 0
      ? 'changed'
      : counts.created > 0
        ? 'created'
        : 'unchanged';

/** What the import would do, row by row, and the decision about it. */
export function PreviewPanel(props: {
  readonly waiting: WaitingImport;
  readonly onEnd: (taken: Taken | null) => void;
}) {
  const t = useT();
  const notice = useNotice();
  const { logId } = useCase();
  const { waiting } = props;
  const { id, counts, file } = waiting;
  const [tab, setTab] = useState<Tab>(() => firstTab(waiting));
  const [asking, setAsking] = useState(false);
  const take = useJob('imports.take');
  const skip = useJob('imports.skip');
  const discard = useJob('imports.discard');
  const save = useJob('imports.saveRefused');
  const busy = take.running || skip.running || discard.running;
  const writes = counts.created + counts.changed;
  const tabs = IMPORT_TABS.filter((one) => one !== 'skipped' || counts.skipped > 0);
  const shown = tabs.includes(tab) ? tab : firstTab(waiting);
  const passedOver = counts.superseded + counts.repeated;

  const run = async () => {
    const done = await take.run({ logId, id });
    if (done !== undefined) props.onEnd({ ...done, file });
  };
  const giveUp = async () => {
    if ((await discard.run({ logId, id })) !== undefined) props.onEnd(null);
  };
  const saveRefused = async () => {
    const done = await save.run({ logId, id });
    if (done?.saved) notice(t('imports.preview.savedRefused'));
  };
  return (
    <Panel title={t('imports.preview.title', { file })}>
      {counts.broken && (
        <Notice tone="bad" role="alert">
          {t('imports.preview.broken')}
        </Notice>
      )}
      {writes === 0 && counts.refused === 0 && <Notice tone="info">{t('imports.preview.nothingNew')}</Notice>}
      <Tabs value={shown} onChange={(value) => setTab((value ?? 'created') as Tab)} keepMounted={false}>
        <Tabs.List aria-label={t('imports.preview.counts')}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t('imports.preview.tab', { name: t(`imports.preview.tabs.${one}`), count: counts[one] })}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((one) => (
          <Tabs.Panel key={one} value={one} pt="sm">
            {one === 'refused' || one === 'skipped' ? (
              <RefusedTable waiting={waiting} tab={one} />
            ) : (
              <RecordsTable waiting={waiting} tab={one} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
      {passedOver > 0 && (
        <Text size="sm" c="dimmed">
          {t('imports.preview.passedOver', { count: passedOver })}
        </Text>
      )}
      {take.running ? (
        <ChangeProgress label={t('imports.preview.taking')} job={take} />
      ) : (
        <Group gap="sm">
          <Button
            disabled={busy || counts.broken || counts.refused > 0 || writes === 0}
            onClick={() => void run()}
          >
            {t('imports.preview.take')}
          </Button>
          {counts.refused > 0 && !counts.broken && (
            <Button variant="default" loading={skip.running} disabled={busy} onClick={() => setAsking(true)}>
              {t('imports.preview.skipAll')}
            </Button>
          )}
          {counts.refused > 0 && (
            <Button variant="default" loading={save.running} onClick={() => void saveRefused()}>
              {t('imports.preview.saveRefused')}
            </Button>
          )}
          <Button variant="default" loading={discard.running} disabled={busy} onClick={() => void giveUp()}>
            {t('imports.preview.discard')}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('imports.preview.skipAllTitle')}
        confirm={t('imports.preview.skip')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void skip.run({ logId, id, rows: null, skipped: true });
        }}
      >
        {t('imports.preview.skipAllText', { count: counts.refused })}
      </ConfirmDialog>
    </Panel>
  );
}
