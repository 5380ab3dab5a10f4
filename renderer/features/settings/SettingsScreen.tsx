import { SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useLang, useT } from '../../app/language.ts';
import { type AppStatus, useAppStatus, useSaveSettings } from '../../app/status.ts';
import { MarkingSelect, PageHeader, Panel } from '../../ui/index.ts';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { CheckVault } from './CheckVault.tsx';
import { IdentityPanel } from './IdentityPanel.tsx';
import { NewRecoveryCode } from './NewRecoveryCode.tsx';
import style from './settings.module.css';

const MINUTES = [0, 5, 10, 15, 30, 60, 120] as const;

/** Everything about this app and this vault that is not a case. */
export function SettingsScreen() {
  const t = useT();
  const { data: status } = useAppStatus();
  if (status === undefined || status.open === null) return null;
  return (
    <div className={style.page}>
      <PageHeader title={t('settings.title')} />
      <div className={style.columns}>
        <Stack gap="lg">
          <LookPanel settings={status.settings} />
          <IdentityPanel open={status.open} />
          <CheckVault />
        </Stack>
        <Stack gap="lg">
          <ChangePassphrase />
          <NewRecoveryCode vault={status.open.vault} />
          <Text size="sm" c="dimmed">
            {t('settings.about', { version: status.version })}
          </Text>
        </Stack>
      </div>
    </div>
  );
}

function LookPanel({ settings }: { readonly settings: AppStatus['settings'] }) {
  const t = useT();
  const lang = useLang();
  const save = useSaveSettings();
  const languageId = useId();
  const themeId = useId();
  const minutes = MINUTES.some((one) => one === settings.lockAfterMinutes)
    ? MINUTES
    : [...MINUTES, settings.lockAfterMinutes];
  return (
    <Panel title={t('settings.lookTitle')}>
      <Stack gap={4} align="flex-start">
        <Text size="sm" fw={500} id={languageId}>
          {t('common.language')}
        </Text>
        <SegmentedControl
          aria-labelledby={languageId}
          value={lang}
          onChange={(value) => void save({ language: value === 'en' ? 'en' : 'nl' })}
          data={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Text size="sm" c="dimmed">
          {t('settings.languageHelp')}
        </Text>
      </Stack>
      <Stack gap={4} align="flex-start">
        <Text size="sm" fw={500} id={themeId}>
          {t('common.theme')}
        </Text>
        <SegmentedControl
          aria-labelledby={themeId}
          value={settings.theme}
          onChange={(value) => void save({ theme: value === 'light' || value === 'dark' ? value : 'auto' })}
          data={[
            { value: 'auto', label: t('common.themeAuto') },
            { value: 'light', label: t('common.themeLight') },
            { value: 'dark', label: t('common.themeDark') },
          ]}
        />
      </Stack>
      <Select
        label={t('settings.lockLabel')}
        description={t('settings.lockHelp')}
        allowDeselect={false}
        styles={{ wrapper: { maxWidth: 320 } }}
        value={String(settings.lockAfterMinutes)}
        onChange={(value) => void save({ lockAfterMinutes: Number(value ?? 0) })}
        data={minutes.map((count) => ({
          value: String(count),
          label: count === 0 ? t('settings.lockNever') : t('settings.lockMinutes', { count }),
        }))}
      />
      <div className={style.narrow}>
        <MarkingSelect
          label={t('settings.ceilingLabel')}
          description={t('settings.ceilingHelp')}
          value={settings.ceiling}
          onChange={(ceiling) => void save({ ceiling })}
        />
      </div>
    </Panel>
  );
}
