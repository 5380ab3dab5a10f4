import { Anchor, Button, Group, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { EntryError } from './EntryError.tsx';

/** Opens a vault that is there, by passphrase or by recovery code. */
export function UnlockForm(props: {
  readonly vaults: readonly string[];
  readonly onUnlocked: () => void;
  readonly onCreateAnother: () => void;
}) {
  const t = useT();
  const unlock = useCommand('vault.unlock', { quiet: true });
  const [vault, setVault] = useState(props.vaults[0] ?? '');
  const [kind, setKind] = useState<'passphrase' | 'recovery'>('passphrase');
  const [secret, setSecret] = useState('');

  const change = (value: string) => {
    setSecret(value);
    unlock.reset();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (secret === '' || unlock.running) return;
    const credential = kind === 'passphrase' ? { kind, passphrase: secret } : { kind, code: secret.trim() };
    const opened = await unlock.run({ vault, credential });
    if (opened !== undefined) {
      setSecret('');
      props.onUnlocked();
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {props.vaults.length > 1 ? (
          <Select
            label={t('vault.which')}
            data={props.vaults}
            value={vault}
            allowDeselect={false}
            onChange={(value) => {
              setVault(value ?? '');
              unlock.reset();
            }}
          />
        ) : (
          <Text>
            {t('vault.which')}: <strong>{vault}</strong>
          </Text>
        )}
        {kind === 'passphrase' ? (
          <PasswordInput
            key="passphrase"
            label={t('vault.passphrase')}
            value={secret}
            autoFocus
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('vault.showPassphrase'), tabIndex: 0 }}
            onChange={(event) => change(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            key="recovery"
            label={t('vault.recoveryCode')}
            description={t('vault.recoveryHelp')}
            value={secret}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            ff="monospace"
            onChange={(event) => change(event.currentTarget.value)}
          />
        )}
        {unlock.error && <EntryError error={unlock.error} />}
        <Button type="submit" size="md" loading={unlock.running} disabled={secret === ''}>
          {t('vault.unlock')}
        </Button>
        <Text size="sm" c="dimmed" role="status" mih={20}>
          {unlock.running && t('vault.unlocking')}
        </Text>
        <Group justify="space-between">
          <Anchor
            component="button"
            type="button"
            onClick={() => {
              setKind(kind === 'passphrase' ? 'recovery' : 'passphrase');
              change('');
            }}
          >
            {kind === 'passphrase' ? t('vault.withRecovery') : t('vault.withPassphrase')}
          </Anchor>
          <Anchor component="button" type="button" onClick={props.onCreateAnother}>
            {t('vault.anotherVault')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
