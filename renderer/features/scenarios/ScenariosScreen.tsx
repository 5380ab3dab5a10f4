import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconArrowsSplit, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { ScenarioColumn, ScenarioComparison } from '#shared/ipc/scenarios.ts';
import { useQueryCall } from '../../api/index.ts';
import { useLocale, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { EmptyState, PageHeader, partialDateText, QueryState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { ChartPanel } from './ChartPanel.tsx';
import { CompareTable } from './CompareTable.tsx';
import { ScenarioForm } from './editor/ScenarioForm.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { VerdictCards } from './VerdictCards.tsx';

/** What is open beside the comparison. */
export type Task =
  | { readonly kind: 'edit'; readonly column: ScenarioColumn | null }
  | { readonly kind: 'copy'; readonly column: ScenarioColumn }
  | { readonly kind: 'remove'; readonly column: ScenarioColumn };

/** The company as it is beside each scenario: the unwanted deal, the alternatives, the stake of the State (PUR-11). */
export function ScenariosScreen({ record }: TabProps) {
  const t = useT();
  const { logId, at, versions } = useCase();
  const company = versions[0]?.body.company;
  const day = at.validAt ?? dayOf(new Date().toISOString());
  const query = useQueryCall(
    'scenarios.compare',
    { logId, day, at },
    { keep: true, enabled: typeof company === 'string' },
  );
  if (typeof company !== 'string' || query.error?.code === 'notFound') {
    return (
      <>
        <PageHeader title={t('scenarios.title')} />
        <EmptyState
          title={t('scenarios.noCompany')}
          text={t('scenarios.noCompanyText')}
          icon={<IconArrowsSplit size={28} stroke={1.5} />}
        >
          <Anchor href={hrefOf({ screen: 'case', logId, tab: 'overview' })}>{t('cases.tab.overview')}</Anchor>
        </EmptyState>
      </>
    );
  }
  return (
    <QueryState query={query}>
      {(comparison) => <Shown comparison={comparison} highlighted={record} />}
    </QueryState>
  );
}

function Shown(props: { readonly comparison: ScenarioComparison; readonly highlighted: string | undefined }) {
  const { comparison } = props;
  const t = useT();
  const locale = useLocale();
  const { logId, readOnly } = useCase();
  const [task, setTask] = useState<Task | null>(null);
  const opener = useRef<Element | null>(null);
  const open = (next: Task) => {
    opener.current = document.activeElement;
    setTask(next);
  };
  const close = () => {
    setTask(null);
    const before = opener.current;
    // After the drawer has let go of the focus.
    if (before instanceof HTMLElement) setTimeout(() => before.focus());
  };
  const { label: name } = comparison.target;
  const [facts, ...scenarios] = comparison.columns;
  const add = !readOnly && (
    <Button
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => open({ kind: 'edit', column: null })}
    >
      {t('scenarios.new')}
    </Button>
  );
  const shares = facts !== undefined && facts.holders.length > 0;
  return (
    <div>
      <PageHeader title={t('scenarios.title')} lead={t('scenarios.lead', { name })} actions={add}>
        <Text size="sm" c="dimmed">
          {t('scenarios.leadDay', { day: partialDateText(locale, comparison.day) })}
        </Text>
      </PageHeader>
      <Stack gap="lg">
        {!shares && (
          <Text>
            {t('scenarios.noShares', { name })}{' '}
            <Anchor
              href={hrefOf({ screen: 'case', logId, tab: 'dossier', record: comparison.target.record })}
            >
              {t('scenarios.toDossier')}
            </Anchor>
          </Text>
        )}
        {scenarios.length === 0 && (
          <EmptyState
            title={t('scenarios.noneTitle')}
            text={t('scenarios.noneText')}
            icon={<IconArrowsSplit size={28} stroke={1.5} />}
          />
        )}
        <VerdictCards comparison={comparison} highlighted={props.highlighted} onTask={open} />
        {scenarios.length > 0 && (
          <>
            <ChartPanel comparison={comparison} />
            <CompareTable comparison={comparison} />
          </>
        )}
      </Stack>
      {task?.kind === 'remove' && <RemoveDialog column={task.column} onClose={close} />}
      {(task?.kind === 'edit' || task?.kind === 'copy') && (
        <ScenarioForm
          key={task.column?.id ?? 'new'}
          comparison={comparison}
          column={task.column}
          copy={task.kind === 'copy'}
          onClose={close}
        />
      )}
    </div>
  );
}
