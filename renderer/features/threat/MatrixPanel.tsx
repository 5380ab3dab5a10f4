import { Alert, Button, Group, Text } from '@mantine/core';
import { IconBulb, IconInfoCircle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocale, useT } from '../../app/language.ts';
import { EmptyState, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { DroppedNote } from './DroppedNote.tsx';
import { HypothesisDrawer } from './HypothesisDrawer.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import { RowDrawer } from './RowDrawer.tsx';
import { RowsDrawer } from './RowsDrawer.tsx';
import { type HypothesisColumn, type MatrixLine, useThreat } from './ThreatContext.ts';
import { useHypothesisTitle } from './useHypothesisTitle.ts';

type Opened =
  | { readonly what: 'rows' }
  | { readonly what: 'row'; readonly row: MatrixLine | null }
  | { readonly what: 'hypothesis'; readonly hypothesis: HypothesisColumn | null };

/** Analysis of competing hypotheses on condition 2: an aid that shows what tells them apart, never the outcome. */
export function MatrixPanel() {
  const t = useT();
  const { readOnly } = useCase();
  const { threat } = useThreat();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  return (
    <Panel
      title={t('threat.ach.title')}
      actions={
        !readOnly && (
          <Group gap="xs">
            <Button
              size="xs"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => setOpened({ what: 'rows' })}
            >
              {t('threat.ach.addRows')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setOpened({ what: 'row', row: null })}>
              {t('threat.ach.addText')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => setOpened({ what: 'hypothesis', hypothesis: null })}
            >
              {t('threat.ach.addHypothesis')}
            </Button>
          </Group>
        )
      }
    >
      <Text size="sm" maw="80ch">
        {t('threat.ach.lead')}
      </Text>
      <Alert variant="outline" icon={<IconInfoCircle aria-hidden />} color="gray">
        {t('threat.ach.aid')}
      </Alert>
      <DroppedNote />
      {threat.rows.length === 0 ? (
        <EmptyState
          title={t('threat.ach.emptyTitle')}
          text={t('threat.ach.emptyText')}
          icon={<IconBulb size={28} stroke={1.5} />}
        />
      ) : (
        <>
          <Standing />
          <MatrixGrid
            onRow={(row) => setOpened({ what: 'row', row })}
            onHypothesis={(hypothesis) => setOpened({ what: 'hypothesis', hypothesis })}
          />
        </>
      )}
      {opened?.what === 'rows' && <RowsDrawer onClose={close} />}
      {opened?.what === 'row' && (
        <RowDrawer key={opened.row?.record ?? 'new'} row={opened.row} onClose={close} />
      )}
      {opened?.what === 'hypothesis' && (
        <HypothesisDrawer
          key={opened.hypothesis?.key ?? 'new'}
          hypothesis={opened.hypothesis}
          onClose={close}
        />
      )}
    </Panel>
  );
}

/** What the matrix says, in words, before the matrix itself. */
function Standing() {
  const t = useT();
  const locale = useLocale();
  const { threat } = useThreat();
  const titleOf = useHypothesisTitle();
  const [first] = threat.ranking;
  const column = first === undefined ? undefined : threat.hypotheses[first];
  const telling = threat.rows.filter((row) => row.diagnosticity === 'some').length;
  const number = new Intl.NumberFormat(locale);
  return (
    <Text size="sm" fw={600} data-testid="least-contradicted">
      {column ? t('threat.ach.least', { title: titleOf(column) }) : t('threat.ach.noRank')}.{' '}
      {t('threat.ach.mostTold', {
        count: number.format(telling),
        all: number.format(threat.rows.length),
      })}
    </Text>
  );
}
