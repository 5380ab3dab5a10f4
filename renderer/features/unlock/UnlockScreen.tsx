import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../../app/language.ts';
import { CreateVaultForm } from './CreateVaultForm.tsx';
import { EntryLayout } from './EntryLayout.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** The way in: makes the first vault, or opens one. */
export function UnlockScreen(props: {
  readonly vaults: readonly string[];
  readonly locked: 'demand' | 'idle' | 'sleep' | null;
  readonly onCreated: (vault: string, recoveryCode: string) => void;
  readonly onUnlocked: () => void;
}) {
  const t = useT();
  const [another, setAnother] = useState(false);
  const first = props.vaults.length === 0;
  const why = {
    demand: t('vault.lockedDemand'),
    idle: t('vault.lockedIdle'),
    sleep: t('vault.lockedSleep'),
  };
  return (
    <EntryLayout title={first || another ? t('vault.createTitle') : t('vault.unlockTitle')}>
      {props.locked !== null && !another && (
        <Alert role="status" bg="var(--wb-accent-soft)" icon={<IconLock aria-hidden />} c="inherit">
          {why[props.locked]}
        </Alert>
      )}
      {first || another ? (
        <CreateVaultForm
          taken={props.vaults}
          onCreated={props.onCreated}
          {...(first ? {} : { onBack: () => setAnother(false) })}
        />
      ) : (
        <UnlockForm
          vaults={props.vaults}
          onUnlocked={props.onUnlocked}
          onCreateAnother={() => setAnother(true)}
        />
      )}
    </EntryLayout>
  );
}
