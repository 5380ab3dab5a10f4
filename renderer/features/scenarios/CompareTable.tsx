import { SegmentedControl, Table, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowsVertical, IconArrowUpRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ScenarioComparison } from '#shared/ipc/scenarios.ts';
import type { Cell } from '#shared/scenario/table/rows.ts';
import { MAIN_SECTIONS, type Section, sectionsOf } from '#shared/scenario/table.ts';
import { useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import { bodyOfColumn } from './scenario.ts';
import style from './scenarios.module.css';
import { useSpeech } from './words.ts';

/** All of it side by side: a column for the facts and each scenario, changes with a sign and a word. */
export function CompareTable({ comparison }: { readonly comparison: ScenarioComparison }) {
  const t = useT();
  const words = useSpeech(comparison);
  const [shown, setShown] = useState('main');
  const sections = useMemo(() => sectionsOf(comparison, words), [comparison, words]);
  return (
    <Panel
      title={t('scenarios.table.title')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('scenarios.table.show')}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'main', label: t('scenarios.table.main') },
            { value: 'all', label: t('scenarios.table.all') },
          ]}
        />
      }
    >
      <Text size="sm" c="dimmed">
        {t('scenarios.table.lead')}
      </Text>
      {/* biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no set of fields. */}
      <div
        role="group"
        className={style.scroll}
        aria-label={t('scenarios.table.lead')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <Table className={style.table} verticalSpacing={6} aria-label={t('scenarios.table.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={style.stub}>
                {t('scenarios.table.row')}
              </Table.Th>
              {comparison.columns.map((column, place) => {
                const body = bodyOfColumn(column);
                return (
                  <Table.Th key={column.id} scope="col" className={style.column}>
                    {place > 0 && (
                      <span className={style.number} aria-hidden>
                        {place}
                      </span>
                    )}
                    {body?.title ?? t('scenarios.facts')}
                  </Table.Th>
                );
              })}
            </Table.Tr>
          </Table.Thead>
          {sections
            .filter(({ key }) => shown === 'all' || MAIN_SECTIONS.includes(key))
            .map((section) => (
              <SectionRows key={section.key} section={section} columns={comparison.columns.length} />
            ))}
        </Table>
      </div>
      <Text size="sm" c="dimmed">
        {t('scenarios.decisionsNote')} {t('scenarios.crossingsNote')}
      </Text>
    </Panel>
  );
}

const NOTED = ['simple', 'twoThirds', 'threeQuarters', 'nineTenths'] as const;

function SectionRows({ section, columns }: { readonly section: Section; readonly columns: number }) {
  const t = useT();
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th colSpan={columns + 1} scope="colgroup" className={style.section}>
          {t(`scenarios.section.${section.key}`)}
        </Table.Th>
      </Table.Tr>
      {section.rows.map(({ key, label, cells }) => {
        const noted = section.key === 'block' ? NOTED.find((one) => one === key) : undefined;
        return (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={500} className={style.stub}>
              {label}
              {noted && (
                <Text size="sm" c="dimmed" fw={400}>
                  {t(`scenarios.decisionSource.${noted}`)}
                </Text>
              )}
            </Table.Th>
            {cells.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column.
              <Table.Td key={place} data-change={cell.change === 'same' ? undefined : cell.change}>
                <CellText cell={cell} />
              </Table.Td>
            ))}
          </Table.Tr>
        );
      })}
    </Table.Tbody>
  );
}

const SIGN = { up: IconArrowUpRight, down: IconArrowDownRight, open: IconArrowsVertical } as const;

function CellText({ cell: { lines, change } }: { readonly cell: Cell }) {
  const t = useT();
  const Sign = change === undefined || change === 'same' ? undefined : SIGN[change];
  if (lines.length === 0) return <span className={style.nothing}>{t('scenarios.table.none')}</span>;
  return (
    <>
      {lines.map((line, place) => (
        <div key={line}>
          {line}
          {place === 0 && Sign && change !== undefined && change !== 'same' && (
            <span className={style.sign}>
              <Sign size={15} stroke={2.2} aria-hidden />
              <span className="wb-hidden">{t(`scenarios.table.${change}`)}</span>
            </span>
          )}
        </div>
      ))}
    </>
  );
}
