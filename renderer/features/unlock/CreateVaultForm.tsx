import { Anchor, Button, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DEPARTMENTS } from '#shared/model/vocabulary.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { EntryError } from './EntryError.tsx';
import { PassphraseStrength, useStrength } from './PassphraseStrength.tsx';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u;

/** Makes a vault. Nothing is sent until the passphrase is strong enough and typed twice the same. */
export function CreateVaultForm(props: {
  readonly taken: readonly string[];
  readonly onCreated: (vault: string, recoveryCode: string) => void;
  readonly onBack?: () => void;
}) {
  const t = useT();
  const create = useCommand('vault.create', { quiet: true });
  const form = useForm({
    initialValues: {
      vault: props.taken.includes(t('vault.defaultName')) ? '' : t('vault.defaultName'),
      name: '',
      department: 'EZ',
      passphrase: '',
      repeat: '',
    },
    validate: {
      vault: (value) =>
        !NAME.test(value.trim())
          ? t('vault.nameWrong')
          : props.taken.includes(value.trim())
            ? t('errors.vaultExists')
            : null,
      name: (value) => (value.trim() === '' ? t('common.required') : null),
      passphrase: (value) => (value === '' ? t('common.required') : null),
      repeat: (value, all) => (value === all.passphrase ? null : t('vault.repeatWrong')),
    },
  });
  const strength = useStrength(form.values.passphrase);

  const submit = form.onSubmit(async ({ vault, name, department, passphrase }) => {
    if (strength !== null && !strength.enough) {
      form.setFieldError('passphrase', t('vault.tooWeak'));
      return;
    }
    const chosen = DEPARTMENTS.find((one) => one === department) ?? 'EZ';
    const made = await create.run({ vault: vault.trim(), name: name.trim(), department: chosen, passphrase });
    if (made !== undefined) props.onCreated(vault.trim(), made.recoveryCode);
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text c="dimmed">{t('vault.createLead')}</Text>
        <TextInput
          label={t('vault.name')}
          description={t('vault.nameHelp')}
          {...form.getInputProps('vault')}
        />
        <TextInput
          label={t('vault.person')}
          description={t('vault.personHelp')}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label={t('vault.department')}
          allowDeselect={false}
          searchable
          data={DEPARTMENTS.map((value) => ({ value, label: t(`words.department.${value}`) }))}
          {...form.getInputProps('department')}
        />
        <Stack gap="xs">
          <PasswordInput
            label={t('vault.passphrase')}
            description={t('vault.passphraseHelp')}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('vault.showPassphrase'), tabIndex: 0 }}
            {...form.getInputProps('passphrase')}
          />
          <PassphraseStrength strength={strength} />
        </Stack>
        <PasswordInput
          label={t('vault.repeat')}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('vault.showPassphrase'), tabIndex: 0 }}
          {...form.getInputProps('repeat')}
        />
        {create.error && <EntryError error={create.error} />}
        <Button type="submit" size="md" loading={create.running}>
          {t('vault.create')}
        </Button>
        <Text size="sm" c="dimmed" role="status" mih={20}>
          {create.running && t('vault.creating')}
        </Text>
        {props.onBack && (
          <Anchor component="button" type="button" ta="left" onClick={props.onBack}>
            {t('vault.backToUnlock')}
          </Anchor>
        )}
      </Stack>
    </form>
  );
}
