import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { IconFlask, IconFolderOpen, IconFolderPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useJob, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { go } from '../../app/router.ts';
import { EmptyState, JobProgress, PageHeader, QueryState } from '../../ui/index.ts';
import { Receive } from '../exchange/Receive.tsx';
import style from './CasesScreen.module.css';
import { CasesTable } from './CasesTable.tsx';
import { NewCaseDrawer } from './NewCaseDrawer.tsx';

/** All cases of the vault, and the two ways to begin. */
export function CasesScreen() {
  const t = useT();
  const [archived, setArchived] = useState(false);
  const [text, setText] = useState('');
  const [creating, setCreating] = useState(false);
  const list = useQueryCall('cases.list', { archived }, { keep: true });
  const sample = useJob('cases.openSample');
  const pick = useCommand('imports.pick');
  const folder = useJob('imports.newCase');

  const openSample = async () => {
    const opened = await sample.run({});
    if (opened !== undefined) go({ screen: 'case', logId: opened.logId, tab: 'overview' });
  };
  const openFolder = async () => {
    const [picked] = (await pick.run({ folder: true })) ?? [];
    const made = picked && (await folder.run({ token: picked.token }));
    if (made) go({ screen: 'case', logId: made.logId, tab: 'overview' });
  };
  const folderButton = (
    <Button
      variant="default"
      leftSection={<IconFolderOpen size={18} stroke={1.7} aria-hidden />}
      loading={pick.running || folder.running}
      onClick={() => void openFolder()}
    >
      {t('imports.newCase')}
    </Button>
  );
  const sampleButton = (variant: 'default' | 'filled') => (
    <Button
      variant={variant}
      leftSection={<IconFlask size={18} stroke={1.7} aria-hidden />}
      loading={sample.running}
      onClick={() => void openSample()}
    >
      {t('cases.openSample')}
    </Button>
  );
  const newButton = (variant: 'default' | 'filled') => (
    <Button
      variant={variant}
      leftSection={<IconFolderPlus size={18} stroke={1.7} aria-hidden />}
      onClick={() => setCreating(true)}
    >
      {t('cases.new')}
    </Button>
  );

  return (
    <div className={style.page}>
      <PageHeader
        title={t('cases.title')}
        lead={t('cases.lead')}
        actions={
          list.data !== undefined &&
          list.data.length > 0 && (
            <>
              {sampleButton('default')}
              {folderButton}
              {newButton('filled')}
            </>
          )
        }
      />
      <Stack gap="md">
        {sample.running && (
          <JobProgress label={t('cases.openingSample')} progress={sample.progress} onCancel={sample.cancel} />
        )}
        {folder.running && (
          <JobProgress label={t('imports.newCaseRunning')} progress={null} onCancel={folder.cancel} />
        )}
        <QueryState query={list}>
          {(rows) =>
            rows.length === 0 && !archived ? (
              <EmptyState title={t('cases.emptyTitle')} text={t('cases.emptyText')}>
                {sampleButton('filled')}
                {newButton('default')}
                {folderButton}
              </EmptyState>
            ) : (
              <>
                <Group justify="space-between" gap="sm">
                  <TextInput
                    aria-label={t('cases.filter')}
                    placeholder={t('cases.filter')}
                    leftSection={<IconSearch size={17} aria-hidden />}
                    value={text}
                    onChange={(event) => setText(event.currentTarget.value)}
                    flex="1 1 280px"
                    maw={420}
                  />
                  <Switch
                    label={t('cases.showArchived')}
                    checked={archived}
                    onChange={(event) => setArchived(event.currentTarget.checked)}
                  />
                </Group>
                <CasesTable rows={rows} text={text} />
              </>
            )
          }
        </QueryState>
        {list.data?.length === 0 && !archived && (
          <Group justify="center">
            <Switch
              label={t('cases.showArchived')}
              checked={archived}
              onChange={(event) => setArchived(event.currentTarget.checked)}
            />
          </Group>
        )}
        <Receive />
      </Stack>
      {creating && <NewCaseDrawer onClose={() => setCreating(false)} />}
    </div>
  );
}
