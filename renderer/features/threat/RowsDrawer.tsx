import { Text } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { FormDrawer } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { EvidencePicker } from '../overview/EvidencePicker.tsx';

/** Chooses facts and sources that become rows; each takes the highest marking of the case and of itself. */
export function RowsDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { logId, row } = useCase();
  const add = useCommand('threat.addRows', { quiet: true });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [checked, setChecked] = useState(false);
  const submit = async () => {
    setChecked(true);
    if (chosen.length === 0) return;
    const saved = await add.run({ logId, evidence: [...chosen] as RecordId[], marking: row.marking });
    if (saved !== undefined) onClose();
  };
  return (
    <FormDrawer
      opened
      title={t('threat.ach.addRows')}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={chosen.length > 0}
      saving={add.running}
      error={add.error}
    >
      <Text size="sm" c="dimmed">
        {t('threat.ach.addRowsHelp')}
      </Text>
      {checked && chosen.length === 0 && (
        <Text size="sm" role="alert" c="var(--wb-not-met)">
          {t('threat.ach.nothingChosen')}
        </Text>
      )}
      <EvidencePicker logId={logId} value={chosen} readOnly={false} onChange={setChosen} />
    </FormDrawer>
  );
}
