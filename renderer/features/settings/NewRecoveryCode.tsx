import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import { EntryError } from '../unlock/EntryError.tsx';
import { RecoveryCode } from '../unlock/RecoveryCode.tsx';

/** Makes a new recovery code after asking for the passphrase, and shows it once. */
export function NewRecoveryCode({ vault }: { readonly vault: string }) {
  const t = useT();
  const make = useCommand('vault.newRecoveryCode', { quiet: true });
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (current === '') return;
    const made = await make.run({ current });
    if (made === undefined) return;
    setCurrent('');
    setCode(made.recoveryCode);
  };
  return (
    <Panel title={t('settings.recoveryTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('settings.recoveryText')}
          </Text>
          <PasswordInput
            label={t('settings.current')}
            autoComplete="off"
            value={current}
            visibilityToggleButtonProps={{ 'aria-label': t('vault.showPassphrase'), tabIndex: 0 }}
            onChange={(event) => {
              setCurrent(event.currentTarget.value);
              make.reset();
            }}
          />
          {make.error && <EntryError error={make.error} />}
          <Button
            type="submit"
            variant="default"
            w="fit-content"
            loading={make.running}
            disabled={current === ''}
          >
            {t('settings.recoveryMake')}
          </Button>
        </Stack>
      </form>
      <Modal
        opened={code !== null}
        onClose={() => {}}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        title={t('vault.code.title')}
        size="lg"
      >
        {code !== null && (
          <RecoveryCode
            vault={vault}
            code={code}
            done={t('vault.code.doneShort')}
            onDone={() => setCode(null)}
          />
        )}
      </Modal>
    </Panel>
  );
}
