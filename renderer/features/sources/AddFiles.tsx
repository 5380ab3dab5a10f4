import { Button, Group, Select } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { MARKINGS, type Marking } from '#shared/model/marking.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useNotice } from '../dossier/useNotice.ts';

/** Takes files into the vault under a marking; those before a failing one stay, the failure is told. */
export function AddFiles(props: {
  readonly logId: string;
  readonly source: string;
  readonly marking: Marking;
}) {
  const t = useT();
  const notice = useNotice();
  const pick = useCommand('files.pick');
  const add = useCommand('attachments.add');
  const [marking, setMarking] = useState(props.marking);
  const { logId, source } = props;
  const take = async () => {
    const files = await pick.run({ purpose: 'attachment' });
    let added = 0;
    for (const { token } of files ?? []) {
      if ((await add.run({ logId, source, token, marking })) === undefined) break;
      added += 1;
    }
    if (added > 0) notice(t('sources.files.added', { count: added }));
  };
  return (
    <Group gap="xs">
      <Select
        size="xs"
        w={220}
        aria-label={t('sources.files.marking')}
        data={MARKINGS.map((one) => ({ value: one, label: t(`words.marking.${one}`) }))}
        value={marking}
        allowDeselect={false}
        onChange={(value) => value && setMarking(value)}
      />
      <Button
        size="xs"
        variant="light"
        leftSection={<IconPaperclip size={16} aria-hidden />}
        loading={pick.running || add.running}
        onClick={() => void take()}
      >
        {t('sources.files.add')}
      </Button>
    </Group>
  );
}
