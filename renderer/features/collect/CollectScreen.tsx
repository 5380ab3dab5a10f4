import { Checkbox, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { Chip, DateText, EmptyState, PageHeader, Panel, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { type Plan, type PlanRow, stateOf, type TaskRow, taskBody } from './CollectContext.ts';
import style from './collect.module.css';
import { PlanLine } from './PlanLine.tsx';
import { TaskDrawer } from './TaskDrawer.tsx';

/** What would settle the open verdicts, who finds it out, and by when. */
export function CollectScreen() {
  const t = useT();
  const { logId, at } = useCase();
  const day = at.validAt ?? dayOf(new Date().toISOString());
  const query = useQueryCall('collect.get', { logId, at, day }, { keep: true });
  return (
    <>
      <PageHeader title={t('collect.title')} lead={t('collect.lead')} />
      <QueryState query={query}>{(plan) => <Shown plan={plan} day={day} />}</QueryState>
    </>
  );
}

type Opened = { readonly row: PlanRow; readonly title: string };

function Shown({ plan, day }: { readonly plan: Plan; readonly day: string }) {
  const t = useT();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const rows = plan.items.filter(({ task }) => !onlyOpen || stateOf(task, day) !== 'done');
  return (
    <div className={style.stack}>
      {plan.items.length === 0 ? (
        <EmptyState title={t('collect.none')} text={t('collect.noneText')} />
      ) : (
        <Panel
          title={t('collect.list')}
          actions={
            <Checkbox
              label={t('collect.onlyOpen')}
              checked={onlyOpen}
              onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
            />
          }
        >
          <div className={style.scroll}>
            <Table aria-label={t('collect.list')} verticalSpacing="xs" className={style.plan}>
              <Table.Thead>
                <Table.Tr>
                  {(['item', 'effect', 'who', 'due', 'state', 'action'] as const).map((column) => (
                    <Table.Th key={column} scope="col" data-column={column}>
                      {t(`collect.column.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <PlanLine key={row.key} row={row} day={day} onOpen={(title) => setOpened({ row, title })} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </Panel>
      )}
      {plan.settled.length > 0 && <Settled tasks={plan.settled} />}
      {opened !== null && (
        <TaskDrawer
          key={opened.row.key}
          item={opened.row.key}
          title={opened.title}
          task={opened.row.task}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

function Settled({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const t = useT();
  return (
    <Panel title={t('collect.settled.title')}>
      <Text size="sm" c="dimmed">
        {t('collect.settled.lead')}
      </Text>
      <ul className={style.settled}>
        {tasks.map((task) => {
          const body = taskBody(task);
          return (
            body && (
              <li key={task.record}>
                {body.title} · {body.who}
                {body.due && (
                  <>
                    {' '}
                    · <DateText date={body.due} />
                  </>
                )}{' '}
                {body.done && <Chip tone="met">{t('collect.state.done')}</Chip>}
              </li>
            )
          );
        })}
      </ul>
    </Panel>
  );
}
