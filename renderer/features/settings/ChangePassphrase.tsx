import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import { EntryError } from '../unlock/EntryError.tsx';
import { PassphraseStrength, useStrength } from '../unlock/PassphraseStrength.tsx';

/** Replaces the passphrase; the data itself is not encrypted anew, so this is instant. */
export function ChangePassphrase() {
  const t = useT();
  const change = useCommand('vault.changePassphrase', { quiet: true });
  const [done, setDone] = useState(false);
  const form = useForm({
    initialValues: { current: '', next: '', repeat: '' },
    validate: {
      current: (value) => (value === '' ? t('common.required') : null),
      next: (value) => (value === '' ? t('common.required') : null),
      repeat: (value, all) => (value === all.next ? null : t('vault.repeatWrong')),
    },
  });
  const strength = useStrength(form.values.next);
  const submit = form.onSubmit(async ({ current, next }) => {
    setDone(false);
    if (strength !== null && !strength.enough) {
      form.setFieldError('next', t('vault.tooWeak'));
      return;
    }
    if ((await change.run({ current, next })) === undefined) return;
    form.reset();
    setDone(true);
  });
  const toggle = { 'aria-label': t('vault.showPassphrase'), tabIndex: 0 };
  return (
    <Panel title={t('settings.passphraseTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <PasswordInput
            label={t('settings.current')}
            autoComplete="off"
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label={t('settings.next')}
            description={t('vault.passphraseHelp')}
            autoComplete="off"
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps('next')}
          />
          <PassphraseStrength strength={strength} />
          <PasswordInput
            label={t('settings.repeat')}
            autoComplete="off"
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps('repeat')}
          />
          {change.error && <EntryError error={change.error} />}
          <Text size="sm" role="status" c="var(--wb-met)" fw={600}>
            {done && t('settings.changed')}
          </Text>
          <Button type="submit" w="fit-content" loading={change.running}>
            {t('settings.change')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
