import { Loader, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../ui/index.ts';
import { OwnershipChart } from './chart/OwnershipChart.tsx';
import { InterestTable } from './InterestTable.tsx';
import { useStudy } from './OwnershipContext.ts';

/** All interests around the company, as a chart or as the table that says the same. */
export function PicturePanel({ busy }: { readonly busy: boolean }) {
  const { words } = useStudy();
  const { t } = words;
  const [view, setView] = useState('chart');
  return (
    <Panel
      title={t('ownership.view.title')}
      actions={
        <>
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
    </Panel>
  );
}
