import { Table } from '@mantine/core';
import { useT } from '../../../app/language.ts';
import type { Robust } from './RobustnessSection.tsx';

type Study = NonNullable<Robust['study']>;

/** The shares of the classes as a table. */
export function ShareTable(props: {
  readonly classes: Study['classes'];
  readonly percent: (share: number) => string;
}) {
  const t = useT();
  return (
    <Table aria-label={t('robustness.study.classes')} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('robustness.study.column.concern')}</Table.Th>
          <Table.Th scope="col">{t('robustness.study.column.share')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.classes.map(({ concern, share }) => (
          <Table.Tr key={concern}>
            <Table.Th scope="row" fw={500}>
              {t(`robustness.study.concern.${concern}`)}
            </Table.Th>
            <Table.Td>{props.percent(share)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The bars of the tornado as a table. */
export function TornadoTable(props: {
  readonly study: Study;
  readonly nameOf: (indicator: string) => string;
  readonly number: (value: number) => string;
}) {
  const t = useT();
  return (
    <Table aria-label={t('robustness.study.tornado')} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {(['indicator', 'low', 'high'] as const).map((column) => (
            <Table.Th key={column} scope="col">
              {t(`robustness.study.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.study.tornado.map(({ indicator, low, high }) => (
          <Table.Tr key={indicator}>
            <Table.Th scope="row" fw={500}>
              {props.nameOf(indicator)}
            </Table.Th>
            <Table.Td>{props.number(low)}</Table.Td>
            <Table.Td>{props.number(high)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
