import { Anchor, Button, Table, Text } from '@mantine/core';
import { useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Chip, DateText } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type PlanRow, stateOf, taskBody } from './CollectContext.ts';
import { usePlanWords } from './usePlanWords.ts';

const TONE = { free: 'neutral', open: 'neutral', late: 'warn', done: 'met', conflict: 'warn' } as const;

/** One item of the plan: what it is, what it is for, and its task. */
export function PlanLine(props: {
  readonly row: PlanRow;
  readonly day: string;
  readonly onOpen: (title: string) => void;
}) {
  const t = useT();
  const { logId, readOnly } = useCase();
  const { titleOf, nameOf, hrefFor } = usePlanWords();
  const { row, day } = props;
  const body = taskBody(row.task);
  const title = titleOf(row);
  const state = stateOf(row.task, day);
  const rest = row.touches.filter((id) => !row.settles.includes(id));
  const list = (ids: readonly string[]) => ids.map(nameOf).join(', ');
  return (
    <Table.Tr data-item={row.key} data-state={state}>
      <Table.Th scope="row" fw={500}>
        <Anchor fz="sm" href={hrefFor(row) ?? hrefOf({ screen: 'case', logId, tab: 'law' })}>
          {title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t(`collect.kind.${row.kind}`)}
          {row.kind === 'leaf' && ` · ${t(`assessment.reason.${row.reason}`)}`}
        </Text>
      </Table.Th>
      <Table.Td>
        {row.settles.length > 0 && <Text size="sm">{t('collect.settles', { list: list(row.settles) })}</Text>}
        {rest.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('collect.touches', { list: list(rest) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{body?.who}</Table.Td>
      <Table.Td>{body?.due && <DateText date={body.due} />}</Table.Td>
      <Table.Td>
        <Chip tone={TONE[state]}>{t(`collect.state.${state}`)}</Chip>
      </Table.Td>
      <Table.Td>
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t(row.task ? 'collect.change' : 'collect.assign')}: ${title}`}
            onClick={() => props.onOpen(title)}
          >
            {t(row.task ? 'collect.change' : 'collect.assign')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
