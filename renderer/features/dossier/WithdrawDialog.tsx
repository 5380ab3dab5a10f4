import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import type { WithdrawTask } from './editor.tsx';
import { useNotice } from './useNotice.ts';

/** Asks once, then withdraws. When somebody changed the record meanwhile nothing happens and the notice says so. */
export function WithdrawDialog(props: {
  readonly task: WithdrawTask;
  readonly logId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  const notice = useNotice();
  const { run, running } = useCommand('records.withdraw');
  const { task, logId } = props;
  const withdraw = async () => {
    const done = await run({ logId, records: [{ record: task.record, base: [...task.base] }] });
    props.onClose();
    if (done === undefined) return;
    notice(t('dossier.withdraw.done'));
    task.onDone?.();
  };
  return (
    <ConfirmDialog
      opened={props.opened}
      title={t('dossier.withdraw.title')}
      confirm={t('dossier.withdraw.confirm')}
      danger
      running={running}
      onClose={props.onClose}
      onConfirm={() => void withdraw()}
    >
      {task.text}
    </ConfirmDialog>
  );
}
