import { Table } from '@mantine/core';
import { outcomeText, partText } from '#shared/freeze/wording.ts';
import type { FrozenView } from '#shared/ipc/freeze.ts';
import { useLang, useT } from '../../app/language.ts';

/** Outcomes that differ between two evaluations of a case, with both. */
export function DriftTable(props: {
  readonly drift: FrozenView['drift'];
  readonly label: string;
  readonly was: string;
  readonly is: string;
}) {
  const t = useT();
  const lang = useLang();
  return (
    <Table aria-label={props.label} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('freeze.list.of')}</Table.Th>
          <Table.Th scope="col">{props.was}</Table.Th>
          <Table.Th scope="col">{props.is}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.drift.map(({ of, was, is }) => (
          <Table.Tr key={of}>
            <Table.Th scope="row" fw={500}>
              {partText(t, of, lang)}
            </Table.Th>
            <Table.Td>{outcomeText(t, of, was)}</Table.Td>
            <Table.Td>{outcomeText(t, of, is)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
