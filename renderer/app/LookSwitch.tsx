import { ActionIcon, Group, SegmentedControl, Tooltip } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { Settings } from '#shared/ipc/vault.ts';
import { useLang, useT } from './language.ts';
import { useAppStatus, useSaveSettings } from './status.ts';

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const ICON = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

/** Language and theme within reach, also before a vault is open. */
export function LookSwitch() {
  const t = useT();
  const lang = useLang();
  const save = useSaveSettings();
  const theme: Settings['theme'] = useAppStatus().data?.settings.theme ?? 'auto';
  const names = {
    auto: t('common.themeAuto'),
    light: t('common.themeLight'),
    dark: t('common.themeDark'),
  };
  const Icon = ICON[theme];
  const label = `${t('common.theme')}: ${names[theme]}`;
  return (
    <Group gap="xs" className="wb-no-print">
      <SegmentedControl
        size="xs"
        aria-label={t('common.language')}
        value={lang}
        onChange={(value) => void save({ language: value === 'en' ? 'en' : 'nl' })}
        data={[
          { value: 'nl', label: 'Nederlands' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Tooltip label={label}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={label}
          onClick={() => void save({ theme: NEXT[theme] })}
        >
          <Icon size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
