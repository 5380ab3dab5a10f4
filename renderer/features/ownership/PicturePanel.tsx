import { Button, Loader, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useEditor } from '../dossier/editor.tsx';
import { OwnershipChart } from './chart/OwnershipChart.tsx';
import { DaySlider } from './DaySlider.tsx';
import { InterestTable } from './InterestTable.tsx';
import { useStudy } from './OwnershipContext.ts';

/** All interests around the company, as a chart or as the table that says the same. */
export function PicturePanel({ busy }: { readonly busy: boolean }) {
  const { picture, words } = useStudy();
  const { readOnly } = useCase();
  const open = useEditor();
  const { t } = words;
  const [view, setView] = useState('chart');
  return (
    <Panel
      title={t('ownership.view.title')}
      actions={
        <>
          {!readOnly && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() =>
                open({
                  form: 'relation',
                  from: picture.target.record,
                  label: picture.target.label,
                  marking: picture.target.marking,
                  direction: 'in',
                })
              }
            >
              {t('ownership.interest.add')}
            </Button>
          )}
          {busy && <Loader size="xs" role="status" aria-label={t('ownership.view.updating')} />}
          <SegmentedControl
            size="xs"
            aria-label={t('ownership.view.as')}
            value={view}
            onChange={setView}
            data={[
              { value: 'chart', label: t('ownership.view.chart') },
              { value: 'table', label: t('ownership.view.table') },
            ]}
          />
        </>
      }
    >
      {view === 'chart' ? <OwnershipChart /> : <InterestTable />}
      <DaySlider />
    </Panel>
  );
}
