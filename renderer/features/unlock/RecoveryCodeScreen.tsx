import { useT } from '../../app/language.ts';
import { EntryLayout } from './EntryLayout.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';

/** Last step of making a vault. */
export function RecoveryCodeScreen(props: {
  readonly vault: string;
  readonly code: string;
  readonly onDone: () => void;
}) {
  const t = useT();
  return (
    <EntryLayout title={t('vault.code.title')}>
      <RecoveryCode {...props} done={t('vault.code.done')} />
    </EntryLayout>
  );
}
