import { Button, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type Given, useCommand } from '../../api/index.ts';
import { useLocale, useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import { useFindingText } from '../history/VerifyLog.tsx';
import style from './settings.module.css';

type Report = Given<'vault.check'>;

/** Checks the whole vault and says, part by part, what was found. */
export function CheckVault() {
  const t = useT();
  const check = useCommand('vault.check');
  const [report, setReport] = useState<Report | null>(null);
  return (
    <Panel title={t('settings.checkTitle')}>
      <Text size="sm" c="dimmed">
        {t('settings.checkText')}
      </Text>
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconShieldCheck size={18} stroke={1.7} aria-hidden />}
        loading={check.running}
        onClick={() => {
          setReport(null);
          void check.run({}).then((found) => setReport(found ?? null));
        }}
      >
        {t('settings.check')}
      </Button>
      <div role="status">
        {check.running && <Text size="sm">{t('settings.checking')}</Text>}
        {report !== null && <ReportView report={report} />}
      </div>
    </Panel>
  );
}

function ReportView({ report }: { readonly report: Report }) {
  const t = useT();
  const findingText = useFindingText();
  const number = new Intl.NumberFormat(useLocale());
  const { pages, badPages, database, log, attachments } = report;
  const parts = [
    {
      key: 'pages',
      ok: badPages.length === 0,
      text:
        badPages.length === 0
          ? t('settings.pagesOk', { pages: number.format(pages) })
          : t('settings.pagesBad', {
              bad: badPages.length,
              pages: number.format(pages),
              list: badPages.join(', '),
            }),
    },
    { key: 'database', ok: database.length === 0, text: database.join('; ') || t('settings.noFindings') },
    {
      key: 'log',
      ok: log?.length === 0,
      text:
        log === null
          ? t('settings.notChecked')
          : log.map((one) => `${findingText(one.code)} (${one.where})`).join('; ') ||
            t('settings.noFindings'),
    },
    {
      key: 'attachments',
      ok: attachments?.damaged.length === 0,
      text:
        attachments === null
          ? t('settings.notChecked')
          : attachments.damaged.length === 0
            ? t('settings.attachmentsOk', { checked: attachments.checked })
            : t('settings.attachmentsBad', {
                bad: attachments.damaged.length,
                checked: attachments.checked,
                list: attachments.damaged.join(', '),
              }),
    },
  ] as const;
  const sound = parts.every((part) => part.ok);
  return (
    <Stack gap="sm" data-testid="vault-report">
      <Text fw={600} c={sound ? 'var(--wb-met)' : 'var(--wb-not-met)'}>
        {sound ? t('settings.checkedOk') : t('settings.checkedBad')}
      </Text>
      <dl className={style.facts}>
        {parts.map(({ key, ok, text }) => (
          <div key={key}>
            <dt>{t(`settings.report.${key}`)}</dt>
            <dd>
              {ok ? (
                <IconCircleCheck size={16} color="var(--wb-met)" aria-hidden />
              ) : (
                <IconCircleX size={16} color="var(--wb-not-met)" aria-hidden />
              )}{' '}
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </Stack>
  );
}
