import { Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import { LOCALES } from '#shared/i18n/index.ts';
import type { BundlePreview } from '#shared/ipc/exchange.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip, DateText } from '../../ui/index.ts';
import { Notice } from '../dossier/Notice.tsx';
import style from './exchange.module.css';
import { Fingerprint } from './Fingerprint.tsx';

const ROWS = ['changes', 'newChanges', 'conflicts', 'withheld', 'attachments'] as const;

/** What a bundle says of itself and what merging it would do. */
export function PreviewCard({ preview }: { readonly preview: BundlePreview }) {
  const t = useT();
  const number = new Intl.NumberFormat(LOCALES[useLang()]);
  const { sender, counts } = preview;
  return (
    <>
      <Notice
        tone={sender.trusted ? 'good' : 'warn'}
        icon={
          sender.trusted ? (
            <IconShieldCheck size={20} aria-hidden />
          ) : (
            <IconShieldQuestion size={20} aria-hidden />
          )
        }
        title={`${t('exchange.receive.sender')}: ${sender.name} (${sender.department})`}
      >
        <Group gap="xs" mb={4}>
          <Chip tone={sender.trusted ? 'met' : 'warn'}>
            {t(sender.trusted ? 'exchange.receive.trusted' : 'exchange.receive.unknown')}
          </Chip>
          <Fingerprint of={sender.fingerprint} />
        </Group>
        <Text size="sm">
          {t(sender.trusted ? 'exchange.receive.signatureGood' : 'exchange.receive.unknownText')}
        </Text>
      </Notice>
      <dl className={style.facts}>
        <dt>{t('exchange.receive.case')}</dt>
        <dd>
          {preview.caseTitle}{' '}
          <Chip>{t(preview.known ? 'exchange.receive.knownCase' : 'exchange.receive.newCase')}</Chip>
        </dd>
        <dt>{t('exchange.receive.created')}</dt>
        <dd>
          <DateText instant={preview.created} />
        </dd>
        {ROWS.map((row) => (
          <Count
            key={row}
            label={t(`exchange.receive.${row}`)}
            value={number.format(counts[row])}
            attention={(row === 'conflicts' || row === 'withheld') && counts[row] > 0}
          />
        ))}
      </dl>
      {counts.withheld > 0 && <Text size="sm">{t('exchange.receive.withheldHelp')}</Text>}
      {counts.newChanges === 0 && <Text size="sm">{t('exchange.receive.nothingNew')}</Text>}
    </>
  );
}

function Count(props: { readonly label: string; readonly value: string; readonly attention: boolean }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd className={props.attention ? style.attention : undefined}>{props.value}</dd>
    </>
  );
}
