import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { type CheckItem, GAMING_CHECKS, TRADECRAFT_CHECKS } from '#shared/model/records/challenge.ts';
import { useT } from '../../app/language.ts';
import { AuthorText, Chip, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type CheckList, checkBody, useChallenged } from './ChallengeContext.ts';
import { CheckDrawer } from './CheckDrawer.tsx';
import style from './challenge.module.css';

const ITEMS: Readonly<Record<CheckList, readonly CheckItem[]>> = {
  gaming: GAMING_CHECKS,
  tradecraft: TRADECRAFT_CHECKS,
};

/** A list of questions with their answers and reasons. */
export function ChecksPanel({ list }: { readonly list: CheckList }) {
  const t = useT();
  const [item, setItem] = useState<CheckItem | null>(null);
  return (
    <Panel title={t(`challenge.${list}.title`)}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t(`challenge.${list}.lead`)}
      </Text>
      <div className={style.scroll}>
        <Table aria-label={t(`challenge.${list}.title`)} verticalSpacing="xs" className={style.checks}>
          <Table.Thead>
            <Table.Tr>
              {(['question', 'result', 'reason', 'by', 'action'] as const).map((column) => (
                <Table.Th key={column} scope="col" data-column={column}>
                  {t(`challenge.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ITEMS[list].map((one) => (
              <CheckLine key={one} item={one} list={list} onAnswer={() => setItem(one)} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {item !== null && <CheckDrawer key={item} item={item} onClose={() => setItem(null)} />}
    </Panel>
  );
}

function CheckLine(props: {
  readonly item: CheckItem;
  readonly list: CheckList;
  readonly onAnswer: () => void;
}) {
  const t = useT();
  const { readOnly } = useCase();
  const { checks } = useChallenged();
  const row = checks.find(({ item }) => item === props.item);
  const body = row && checkBody(row);
  const [version] = row?.versions ?? [];
  const question = t(`challenge.item.${props.item}`);
  return (
    <Table.Tr data-check={props.item}>
      <Table.Th scope="row" fw={500}>
        {question}
      </Table.Th>
      <Table.Td>
        {row === undefined || body === undefined ? (
          <Text size="sm" c="dimmed">
            {t('challenge.notAnswered')}
          </Text>
        ) : (
          <Chip tone={row.answered && body.result === 'clear' ? 'neutral' : 'warn'}>
            {row.versions.length > 1
              ? t('challenge.conflict')
              : t(`challenge.result.${props.list}.${body.result}`)}
          </Chip>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{body?.reason}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{version && <AuthorText author={version.author} />}</Text>
      </Table.Td>
      <Table.Td>
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('challenge.answer')}: ${question}`}
            onClick={props.onAnswer}
          >
            {t('challenge.answer')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
