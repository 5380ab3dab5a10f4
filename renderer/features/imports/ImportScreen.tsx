import { Stack } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import type { Given } from '../../api/index.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { JobProgress, PageHeader } from '../../ui/index.ts';
import type { TabProps } from '../caseFrame/CaseContext.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Notice } from '../dossier/Notice.tsx';
import { ChoosePanel } from './ChoosePanel.tsx';
import { DoneNotice } from './DoneNotice.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { PickPanel } from './PickPanel.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { useImport } from './useImport.ts';

export type Taken = Given<'imports.take'> & { readonly file: string };

/** Taking files over in steps: choose, say what it is, look at the preview, take. Nothing is written before the last. */
export function ImportScreen(_props: TabProps) {
  const t = useT();
  const { logId, readOnly } = useCase();
  const work = useImport(logId);
  const waiting = useQueryCall('imports.waiting', { logId }).data ?? null;
  const [taken, setTaken] = useState<Taken | null>(null);
  const begin = (files: Parameters<typeof work.open>[0]) => {
    setTaken(null);
    void work.open(files);
  };
  const ended = (result: Taken | null) => {
    setTaken(result);
    begin(work.queue);
    if (result !== null) setTaken(result);
  };
  return (
    <Stack gap="lg" pos="relative">
      <div>
        <PageHeader title={t('imports.title')} lead={t('imports.lead')} />
        <div role="status">{taken !== null && !readOnly && <DoneNotice taken={taken} />}</div>
      </div>
      {readOnly ? (
        <Notice tone="info" icon={<IconClock size={20} aria-hidden />}>
          {t('imports.readOnly')}
        </Notice>
      ) : (
        <>
          {waiting !== null ? (
            <PreviewPanel key={waiting.id} waiting={waiting} onEnd={ended} />
          ) : work.draft !== null ? (
            <ChoosePanel work={work} draft={work.draft} />
          ) : (
            <PickPanel queue={work.queue} onPick={begin} busy={work.looking} />
          )}
          {work.looking && (
            <JobProgress label={t('imports.pick.looking')} progress={null} onCancel={work.cancelLook} />
          )}
          {waiting === null && work.draft === null && <EarlierImports />}
        </>
      )}
    </Stack>
  );
}
