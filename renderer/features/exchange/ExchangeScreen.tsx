import { Stack } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useT } from '../../app/language.ts';
import { PageHeader } from '../../ui/index.ts';
import type { TabProps } from '../caseFrame/CaseContext.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { EditorProvider } from '../dossier/editor.tsx';
import { Notice } from '../dossier/Notice.tsx';
import { Contacts } from './Contacts.tsx';
import style from './exchange.module.css';
import { Findings } from './Findings.tsx';
import { OpenFormats } from './OpenFormats.tsx';
import { OwnCard } from './OwnCard.tsx';
import { Receive } from './Receive.tsx';
import { Send } from './Send.tsx';

/** Sharing a case: bundles out and in, what a merge left to settle, and whom we share with. */
export function ExchangeScreen(_props: TabProps) {
  const t = useT();
  const { logId, row, readOnly } = useCase();
  return (
    <EditorProvider logId={logId}>
      <Stack gap="lg" pos="relative">
        <PageHeader title={t('exchange.title')} lead={t('exchange.lead')} />
        {readOnly ? (
          <Notice tone="info" icon={<IconClock size={20} aria-hidden />}>
            {t('exchange.readOnly')}
          </Notice>
        ) : (
          <>
            <div className={style.columns}>
              <Send logId={logId} marking={row.marking} />
              <Receive />
            </div>
            <Findings logId={logId} />
            <div className={style.columns}>
              <OpenFormats logId={logId} />
              <div className={style.stack}>
                <OwnCard />
                <Contacts />
              </div>
            </div>
          </>
        )}
      </Stack>
    </EditorProvider>
  );
}
