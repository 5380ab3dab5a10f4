import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CaseRow } from '#shared/ipc/cases.ts';
import { errorText, useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useCaseBase } from './useCaseBase.ts';

/** Gives a case another title. */
export function RenameDialog({ row, onClose }: { readonly row: CaseRow; readonly onClose: () => void }) {
  const t = useT();
  const baseOf = useCaseBase();
  const rename = useCommand('cases.rename', { quiet: true });
  const [title, setTitle] = useState<string>(row.title);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    const base = await baseOf(row.logId);
    if (base === undefined) return;
    if (await rename.run({ logId: row.logId, base, title: title.trim() })) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('cases.renameTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('cases.form.title')}
            value={title}
            maxLength={400}
            data-autofocus
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={
              title.trim() === ''
                ? t('common.required')
                : rename.error !== null
                  ? errorText(t, rename.error)
                  : undefined
            }
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={rename.running}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
