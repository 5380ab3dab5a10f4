import { Anchor, Button, Checkbox, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconPackageImport, IconShieldX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { BundlePreview } from '#shared/ipc/exchange.ts';
import { type Given, useCommand, useJob } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { JobProgress, Panel } from '../../ui/index.ts';
import { Notice } from '../dossier/Notice.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { refusalOf, refusalText } from './refusal.ts';

type Picked = Given<'files.pick'>[number];

/** Takes a bundle in three steps: choose (and open), look, merge. Nothing is written before the last. */
export function Receive() {
  const t = useT();
  const pick = useCommand('files.pick');
  const open = useJob('bundle.preview', { quiet: true });
  const merge = useCommand('bundle.merge', { quiet: true });
  const [file, setFile] = useState<Picked | null>(null);
  const [preview, setPreview] = useState<BundlePreview | null>(null);
  const [accepted, setAccepted] = useState(false);
  const [merged, setMerged] = useState<Given<'bundle.merge'> | null>(null);
  const reason = refusalOf(open.error);
  const locked = preview === null && (reason === 'needsPassphrase' || reason === 'wrongPassphrase');

  const look = async (picked: Picked, passphrase?: string) => {
    const answer = await open.run({
      token: picked.token,
      ...(passphrase === undefined ? {} : { passphrase }),
    });
    if (answer !== undefined) setPreview(answer);
  };
  const choose = async () => {
    const [picked] = (await pick.run({ purpose: 'bundle' })) ?? [];
    if (picked === undefined) return;
    setPreview(null);
    setMerged(null);
    setAccepted(false);
    merge.reset();
    setFile(picked);
    await look(picked);
  };
  const take = async () => {
    if (preview === null) return;
    const answer = await merge.run({
      token: preview.token,
      trustSender: !preview.sender.trusted && accepted,
    });
    if (answer === undefined) return;
    setMerged(answer);
    setPreview(null);
    setFile(null);
  };
  const failure = merge.error ?? (locked || preview !== null || file === null ? null : open.error);

  return (
    <Panel title={t('exchange.receive.title')}>
      <Stack gap="sm">
        <Text c="dimmed">{t('exchange.receive.lead')}</Text>
        {file !== null && (
          <Text size="sm" fw={600}>
            {t('exchange.receive.file', { name: file.name })}
          </Text>
        )}
        {locked && !open.running && file !== null && (
          <Unlock wrong={reason === 'wrongPassphrase'} onOpen={(passphrase) => void look(file, passphrase)} />
        )}
        {open.running && (
          <JobProgress
            label={t('exchange.receive.running')}
            progress={open.progress}
            onCancel={open.cancel}
          />
        )}
        {failure !== null && failure.code !== 'cancelled' && !open.running && (
          <Notice
            role="alert"
            tone="bad"
            icon={<IconShieldX size={20} aria-hidden />}
            title={t('exchange.receive.refused')}
          >
            {refusalText(t, failure)}
          </Notice>
        )}
        {preview !== null && !open.running && (
          <>
            <PreviewCard preview={preview} />
            {!preview.sender.trusted && (
              <Checkbox
                label={t('exchange.receive.accept')}
                checked={accepted}
                onChange={(event) => setAccepted(event.currentTarget.checked)}
              />
            )}
          </>
        )}
        <div role="status">{merged !== null && <Merged merged={merged} />}</div>
        <Group gap="xs">
          {preview !== null && !open.running && (
            <Button
              leftSection={<IconPackageImport size={16} aria-hidden />}
              disabled={!preview.sender.trusted && !accepted}
              loading={merge.running}
              onClick={() => void take()}
            >
              {t('exchange.receive.merge')}
            </Button>
          )}
          {!open.running && (
            <Button
              variant={file === null ? 'filled' : 'default'}
              loading={pick.running}
              onClick={() => void choose()}
            >
              {t(file === null ? 'exchange.receive.pick' : 'exchange.receive.another')}
            </Button>
          )}
        </Group>
      </Stack>
    </Panel>
  );
}

function Unlock(props: { readonly wrong: boolean; readonly onOpen: (passphrase: string) => void }) {
  const t = useT();
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') props.onOpen(passphrase);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <PasswordInput
          label={t('exchange.receive.passphrase')}
          description={t('exchange.receive.needsPassphrase')}
          autoComplete="off"
          autoFocus
          value={passphrase}
          error={props.wrong ? t('exchange.refusal.wrongPassphrase') : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('vault.showPassphrase') }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" disabled={passphrase === ''}>
            {t('exchange.receive.open')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Merged({ merged }: { readonly merged: Given<'bundle.merge'> }) {
  const t = useT();
  return (
    <Notice tone="good" icon={<IconCircleCheck size={20} aria-hidden />}>
      <Text size="sm">{t('exchange.receive.merged', { count: merged.newChanges })}</Text>
      {merged.conflicts > 0 && (
        <Text size="sm">{t('exchange.receive.mergedConflicts', { count: merged.conflicts })}</Text>
      )}
      <Anchor fz="sm" href={hrefOf({ screen: 'case', logId: merged.logId, tab: 'exchange' })}>
        {t('exchange.receive.toCase')}
      </Anchor>
    </Notice>
  );
}
