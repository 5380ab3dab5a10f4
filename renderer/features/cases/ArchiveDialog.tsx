import type { CaseRow } from '#shared/ipc/cases.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import { useCaseBase } from './useCaseBase.ts';

/** Takes a case out of the ordinary list, or brings it back. */
export function ArchiveDialog({ row, onClose }: { readonly row: CaseRow; readonly onClose: () => void }) {
  const t = useT();
  const baseOf = useCaseBase();
  const archive = useCommand('cases.archive');
  const label = row.archived ? t('cases.unarchive') : t('cases.archive');
  const confirm = async () => {
    const base = await baseOf(row.logId);
    if (base !== undefined) await archive.run({ logId: row.logId, base, archived: !row.archived });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={label}
      confirm={label}
      running={archive.running}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {row.archived ? row.title : t('cases.archiveText', { title: row.title })}
    </ConfirmDialog>
  );
}
