import type { ScenarioColumn } from '#shared/ipc/scenarios.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { bodyOfColumn } from './scenario.ts';

/** Asks once, then withdraws a scenario; the case's undo brings it back. */
export function RemoveDialog(props: { readonly column: ScenarioColumn; readonly onClose: () => void }) {
  const t = useT();
  const { logId } = useCase();
  const { run, running } = useCommand('records.withdraw');
  const { versions } = props.column;
  const [first] = versions;
  const remove = async () => {
    if (first === undefined) return;
    const base = versions.map(({ digest }) => digest);
    await run({ logId, records: [{ record: first.record, base }] });
    props.onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('scenarios.removeTitle')}
      confirm={t('scenarios.actions.remove')}
      danger
      running={running}
      onClose={props.onClose}
      onConfirm={() => void remove()}
    >
      {t('scenarios.removeText', { name: bodyOfColumn(props.column)?.title ?? '' })}
    </ConfirmDialog>
  );
}
