import { Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldQuestion, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Contact } from '#shared/ipc/exchange.ts';
import { useCommand, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { Chip, ConfirmDialog, Panel, QueryState } from '../../ui/index.ts';
import { useNotice } from '../dossier/useNotice.ts';
import { CompareFingerprint } from './CompareFingerprint.tsx';
import style from './exchange.module.css';
import { Fingerprint } from './Fingerprint.tsx';
import { refusalText } from './refusal.ts';

/** Whom we exchange with. A card is added untrusted; trust comes from comparing fingerprints, person to person. */
export function Contacts() {
  const t = useT();
  const notice = useNotice();
  const query = useQueryCall('contacts.list', {});
  const pick = useCommand('files.pick');
  const add = useCommand('contacts.add', { quiet: true });
  const [comparing, setComparing] = useState<Contact | null>(null);
  const [doubted, setDoubted] = useState<Contact | null>(null);
  const addCard = async () => {
    add.reset();
    const [file] = (await pick.run({ purpose: 'contact' })) ?? [];
    if (file === undefined) return;
    const answer = await add.run({ token: file.token, trusted: false });
    if (answer === undefined) return;
    notice(t('exchange.contacts.added'));
    if (!answer.contact.trusted) setComparing(answer.contact);
  };
  return (
    <Panel
      title={t('exchange.contacts.title')}
      actions={
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          loading={pick.running || add.running}
          onClick={() => void addCard()}
        >
          {t('exchange.contacts.add')}
        </Button>
      }
    >
      <Text c="dimmed">{t('exchange.contacts.lead')}</Text>
      {add.error && (
        <Text role="alert" c="var(--mantine-color-error)">
          {refusalText(t, add.error)}
        </Text>
      )}
      <QueryState query={query}>
        {(contacts) =>
          contacts.length === 0 ? (
            <Text>{t('exchange.contacts.none')}</Text>
          ) : (
            <ul className={style.findings}>
              {contacts.map((contact) => (
                <ContactLine
                  key={contact.record}
                  contact={contact}
                  onCompare={() => setComparing(contact)}
                  onDoubt={() => setDoubted(contact)}
                />
              ))}
            </ul>
          )
        }
      </QueryState>
      {comparing !== null && <CompareFingerprint contact={comparing} onClose={() => setComparing(null)} />}
      {doubted !== null && <Untrust contact={doubted} onClose={() => setDoubted(null)} />}
    </Panel>
  );
}

function ContactLine(props: {
  readonly contact: Contact;
  readonly onCompare: () => void;
  readonly onDoubt: () => void;
}) {
  const t = useT();
  const { contact } = props;
  return (
    <li className={style.finding}>
      <div className={style.findingMain}>
        <Group gap="xs">
          <Text fw={600}>
            {contact.name} ({contact.department})
          </Text>
          {contact.trusted ? (
            <Chip tone="met" icon={<IconShieldCheck size={14} aria-hidden />}>
              {t('exchange.contacts.trusted')}
            </Chip>
          ) : (
            <Chip tone="warn" icon={<IconShieldQuestion size={14} aria-hidden />}>
              {t('exchange.contacts.untrusted')}
            </Chip>
          )}
        </Group>
        <Fingerprint of={contact.fingerprint} />
      </div>
      {contact.trusted ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('exchange.contacts.untrustOf', { name: contact.name })}
          onClick={props.onDoubt}
        >
          {t('exchange.contacts.untrust')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('exchange.contacts.trustOf', { name: contact.name })}
          onClick={props.onCompare}
        >
          {t('exchange.contacts.trust')}
        </Button>
      )}
    </li>
  );
}

function Untrust({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const t = useT();
  const trust = useCommand('contacts.trust');
  const confirm = async () => {
    await trust.run({ record: contact.record, base: contact.digests, trusted: false });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('exchange.contacts.untrust')}
      confirm={t('exchange.contacts.untrust')}
      running={trust.running}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      {t('exchange.contacts.untrustText', { name: contact.name })}
    </ConfirmDialog>
  );
}
