import { ActionIcon, Button, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconDownload,
  IconEye,
  IconPaperclip,
  IconShieldCheck,
  IconShieldX,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { VersionView } from '#shared/ipc/common.ts';
import { type Given, useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { MarkingBadge } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useEditor } from '../dossier/editor.tsx';
import { formatBytes } from '../dossier/format.ts';
import { Notice } from '../dossier/Notice.tsx';
import { basesOf, bodyOf } from '../dossier/readings.ts';
import { useNotice } from '../dossier/useNotice.ts';
import { AttachmentPreview } from './AttachmentPreview.tsx';
import style from './sources.module.css';

/** Files in the vault, each with its hash and what can be done with it. */
export function AttachmentList({ attachments }: { readonly attachments: readonly VersionView[] }) {
  const t = useT();
  const files = [...Map.groupBy(attachments, (attachment) => attachment.record).values()];
  if (files.length === 0) return <Text c="dimmed">{t('sources.files.none')}</Text>;
  return (
    <ul className={style.files}>
      {files.map((versions) => (
        <File key={versions[0]?.record} versions={versions} />
      ))}
    </ul>
  );
}

/** 64 characters in groups of eight: two people can compare them aloud. */
const grouped = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash;

function File({ versions }: { readonly versions: readonly VersionView[] }) {
  const t = useT();
  const notice = useNotice();
  const lang = useLang();
  const open = useEditor();
  const { logId, readOnly } = useCase();
  const verify = useCommand('attachments.verify');
  const save = useCommand('attachments.save');
  const [verdict, setVerdict] = useState<Given<'attachments.verify'> | null>(null);
  const [previewed, setPreviewed] = useState(false);
  const [version] = versions;
  const body = version === undefined ? null : bodyOf(version, 'attachment');
  if (version === undefined || body === null) return <li>{t('dossier.unreadable')}</li>;
  const { record } = version;
  const { name, hash } = body;
  const check = async () => {
    const answer = await verify.run({ logId, record });
    if (answer !== undefined) setVerdict(answer);
  };
  const saveCopy = async () => {
    const answer = await save.run({ logId, record });
    if (answer?.saved) notice(t('sources.files.saved'), 'warn');
  };
  return (
    <li className={style.file}>
      <Group justify="space-between" gap="sm">
        <Group gap="xs" miw={0}>
          <IconPaperclip size={18} aria-hidden />
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {body.mime} · {formatBytes(body.size, lang)}
          </Text>
          <MarkingBadge marking={version.marking} />
        </Group>
        <Group gap={6}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            aria-label={t('sources.files.verifyOf', { name })}
            loading={verify.running}
            onClick={() => void check()}
          >
            {t('sources.files.verify')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconEye size={16} aria-hidden />}
            aria-label={t('sources.files.previewOf', { name })}
            onClick={() => setPreviewed(true)}
          >
            {t('sources.files.preview')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            aria-label={t('sources.files.saveOf', { name })}
            loading={save.running}
            onClick={() => void saveCopy()}
          >
            {t('sources.files.save')}
          </Button>
          {!readOnly && (
            <Tooltip label={t('sources.files.withdraw')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${t('sources.files.withdraw')}: ${name}`}
                onClick={() =>
                  open({
                    form: 'withdraw',
                    record,
                    base: basesOf(versions),
                    text: t('sources.files.withdrawText', { name }),
                  })
                }
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Group>
      <div className={style.hash}>
        <span>{t('sources.files.hash')}</span>
        <code>{grouped(hash)}</code>
        <CopyButton value={hash}>
          {({ copied, copy }) => (
            <Tooltip label={t(copied ? 'common.copied' : 'common.copy')}>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('sources.files.copyHash', { name })}
                onClick={copy}
              >
                {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
      <div role="status">{verdict !== null && <Verdict verdict={verdict} />}</div>
      {previewed && (
        <AttachmentPreview logId={logId} record={record} name={name} onClose={() => setPreviewed(false)} />
      )}
    </li>
  );
}

function Verdict({ verdict }: { readonly verdict: Given<'attachments.verify'> }) {
  const t = useT();
  if (verdict.intact) {
    return (
      <Notice tone="good" icon={<IconShieldCheck size={20} aria-hidden />}>
        {t('sources.files.intact')}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" icon={<IconShieldX size={20} aria-hidden />}>
      {t(verdict.actual === null ? 'sources.files.missing' : 'sources.files.damaged')}
      {verdict.actual !== null && (
        <div className={style.hash}>
          <code>{grouped(verdict.actual)}</code>
        </div>
      )}
    </Notice>
  );
}
