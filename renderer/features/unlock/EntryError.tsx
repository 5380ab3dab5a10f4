import { Alert } from '@mantine/core';
import {
  IconAlertTriangle,
  IconClockUp,
  IconDatabaseX,
  IconKeyOff,
  IconLockAccess,
  IconShieldX,
} from '@tabler/icons-react';
import { type CallError, errorText } from '../../api/index.ts';
import { useT } from '../../app/language.ts';

/** Failures at the door that must never be taken for one another (architecture, section 5). */
const KNOWN = {
  wrongCredential: { icon: IconKeyOff, color: 'yellow' },
  vaultDamaged: { icon: IconDatabaseX, color: 'red' },
  vaultHeaderTampered: { icon: IconShieldX, color: 'red' },
  vaultRolledBack: { icon: IconShieldX, color: 'red' },
  vaultFromFuture: { icon: IconClockUp, color: 'rijks' },
  vaultInUse: { icon: IconLockAccess, color: 'yellow' },
  vaultMissing: { icon: IconDatabaseX, color: 'yellow' },
  migrationFailed: { icon: IconDatabaseX, color: 'red' },
  other: { icon: IconAlertTriangle, color: 'red' },
} as const;

const isKnown = (code: string): code is keyof typeof KNOWN => Object.hasOwn(KNOWN, code);

export function EntryError({ error }: { readonly error: CallError }) {
  const t = useT();
  const code = isKnown(error.code) ? error.code : 'other';
  const { icon: Icon, color } = KNOWN[code];
  return (
    <Alert
      role="alert"
      variant="outline"
      color={color}
      icon={<Icon aria-hidden />}
      title={t(`vault.errorTitle.${code}`)}
      data-code={error.code}
      styles={{
        title: { color: 'var(--mantine-color-text)' },
        message: { color: 'var(--mantine-color-text)' },
      }}
    >
      {errorText(t, error)}
    </Alert>
  );
}
