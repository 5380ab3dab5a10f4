import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '#shared/ipc/exchange.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useNotice } from '../dossier/useNotice.ts';
import { Fingerprint } from './Fingerprint.tsx';

/** The step from a card to trust: a person says that the blocks were compared. Not doing it leaves all as it is. */
export function CompareFingerprint({
  contact,
  onClose,
}: {
  readonly contact: Contact;
  readonly onClose: () => void;
}) {
  const t = useT();
  const notice = useNotice();
  const trust = useCommand('contacts.trust');
  const [compared, setCompared] = useState(false);
  const { name } = contact;
  const confirm = async () => {
    const answer = await trust.run({ record: contact.record, base: contact.digests, trusted: true });
    onClose();
    if (answer !== undefined) {
      notice(t('exchange.compare.trusted', { name }));
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('exchange.compare.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text>{t('exchange.compare.text', { name })}</Text>
        <Text size="sm" c="dimmed">
          {t('exchange.compare.of', { name: `${name} (${contact.department})` })}
        </Text>
        <Fingerprint of={contact.fingerprint} large />
        <Checkbox
          label={t('exchange.compare.done')}
          checked={compared}
          onChange={(event) => setCompared(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('exchange.compare.later')}
          </Button>
          <Button disabled={!compared} loading={trust.running} onClick={() => void confirm()}>
            {t('exchange.compare.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
