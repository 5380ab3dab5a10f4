import { Anchor, Table, Text } from '@mantine/core';
import { lightestOption } from '#shared/neutrality/lightest.ts';
import { shareWords } from '#shared/ownership/share-words.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Chip, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import type { Neutral } from './NeutralityView.tsx';
import style from './neutrality.module.css';

const TONE = { certain: 'notMet', possible: 'warn', excluded: 'met' } as const;

/** The options by how far the State steps in, with what each leaves of the control that is to be averted (PUR-18). */
export function OptionsPanel({ options }: { readonly options: Neutral['options'] }) {
  const t = useT();
  const { logId } = useCase();
  const { span } = shareWords(useLang());
  const lightest = lightestOption(options);
  return (
    <Panel title={t('neutrality.options.title')}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('neutrality.options.lead')}
      </Text>
      {options.length === 0 ? (
        <Text size="sm">{t('neutrality.options.none')}</Text>
      ) : (
        <div className={style.scroll}>
          <Table aria-label={t('neutrality.options.title')} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {(['option', 'intervention', 'control', 'votes'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`neutrality.options.column.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {options.map((option) => (
                <Table.Tr key={option.record} data-option={option.intervention ?? 'unset'}>
                  <Table.Th scope="row" fw={500}>
                    <Anchor
                      size="sm"
                      href={hrefOf({ screen: 'case', logId, tab: 'scenarios', record: option.record })}
                    >
                      {option.title}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {t(`scenarios.kind.${option.kind}`)}
                    </Text>
                    {option === lightest && <Chip tone="met">{t('neutrality.options.lightest')}</Chip>}
                  </Table.Th>
                  <Table.Td>
                    {option.intervention
                      ? t(`scenarios.intervention.${option.intervention}`)
                      : t('neutrality.options.unset')}
                  </Table.Td>
                  <Table.Td>
                    <Chip tone={TONE[option.control]}>{t(`neutrality.control.${option.control}`)}</Chip>
                  </Table.Td>
                  <Table.Td>{span(option.votes)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Panel>
  );
}
