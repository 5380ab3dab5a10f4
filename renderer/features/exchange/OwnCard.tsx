import { Button, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconId } from '@tabler/icons-react';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useAppStatus } from '../../app/status.ts';
import { Panel } from '../../ui/index.ts';
import { useNotice } from '../dossier/useNotice.ts';
import { Fingerprint } from './Fingerprint.tsx';

/** Who we are to others: name, organisation and the fingerprint to read out. */
export function OwnCard() {
  const t = useT();
  const notice = useNotice();
  const status = useAppStatus();
  const save = useCommand('contacts.saveCard');
  const identity = status.data?.open?.identity;
  if (identity === undefined) return null;
  const saveCard = async () => {
    const answer = await save.run({});
    if (answer?.saved) notice(t('exchange.card.saved'));
  };
  return (
    <Panel title={t('exchange.card.title')}>
      <Text c="dimmed">{t('exchange.card.lead')}</Text>
      <Text fw={600}>
        {identity.name} ({identity.department})
      </Text>
      <div>
        <Text size="sm" c="dimmed">
          {t('exchange.card.fingerprint')}
        </Text>
        <Fingerprint of={identity.fingerprint} />
      </div>
      <Group gap="xs">
        <Button
          leftSection={<IconId size={16} aria-hidden />}
          loading={save.running}
          onClick={() => void saveCard()}
        >
          {t('exchange.card.save')}
        </Button>
        <CopyButton value={identity.fingerprint}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'common.copied' : 'exchange.card.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Panel>
  );
}
