import { Alert, Select, Table, Text } from '@mantine/core';
import type { LogId } from '#shared/model/ids.ts';
import { YARDSTICK_IDS, type YardstickId } from '#shared/model/records/threat.ts';
import { knownYardstick, percentText } from '#shared/threat/likelihood.ts';
import { yardstickPlace } from '#shared/threat/places.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useThreat } from './ThreatContext.ts';
import style from './threat.module.css';

/** The one yardstick of the case with its words, and why there is no total. */
export function YardstickPanel() {
  const t = useT();
  const lang = useLang();
  const { logId, readOnly, row } = useCase();
  const { id, standard, versions } = useThreat().threat.yardstick;
  const put = useCommand('records.put');
  const known = knownYardstick(id);
  const choose = (yardstick: YardstickId) =>
    void put.run({
      logId,
      action: versions.length === 0 ? 'create' : versions.length > 1 ? 'resolve' : 'edit',
      puts: [
        {
          record: yardstickPlace(logId as LogId),
          type: 'yardstick',
          base: versions.map(({ digest }) => digest),
          body: { yardstick },
          marking: versions[0]?.marking ?? row.marking,
        },
      ],
    });
  return (
    <Panel title={t('threat.yardstick.title')}>
      <Select
        label={t('threat.yardstick.label')}
        allowDeselect={false}
        readOnly={readOnly || put.running}
        value={id}
        data={YARDSTICK_IDS.map((value) => ({ value, label: t(`threat.yardstick.name.${value}`) }))}
        onChange={(value) =>
          value !== null && (value !== id || versions.length > 1) && choose(value as YardstickId)
        }
      />
      {standard && (
        <Text size="sm" c="dimmed">
          {t('threat.yardstick.standard')}
        </Text>
      )}
      {known.construct && <Text size="sm">{t('threat.yardstick.construct')}</Text>}
      {versions.length > 1 && (
        <Alert color="yellow" variant="outline">
          {t('threat.yardstick.conflict')}
        </Alert>
      )}
      <Table aria-label={t('threat.yardstick.title')} verticalSpacing={3} className={style.terms}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('threat.yardstick.term')}</Table.Th>
            <Table.Th scope="col">{t('threat.yardstick.bounds')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {known.terms.map((term) => (
            <Table.Tr key={term.id}>
              <Table.Td>{term[lang]}</Table.Td>
              <Table.Td>{percentText({ min: term.from, max: term.to })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
