import { Table } from '@mantine/core';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { leafById } from '#shared/framework/wording.ts';
import type { Lang } from '#shared/i18n/index.ts';
import { CATALOGUE } from '#shared/instruments/catalogue.ts';
import type { FrozenView } from '#shared/ipc/freeze.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import { useLang, useT } from '../../app/language.ts';
import { useOutcomeText } from './outcomes.ts';

/** Outcomes that differ between two evaluations of a case, with both. */
export function DriftTable(props: {
  readonly drift: FrozenView['drift'];
  readonly label: string;
  readonly was: string;
  readonly is: string;
}) {
  const t = useT();
  const lang = useLang();
  const outcome = useOutcomeText();
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
              {partText(of, lang)}
            </Table.Th>
            <Table.Td>{outcome(of, was)}</Table.Td>
            <Table.Td>{outcome(of, is)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What an outcome is of, by the name that the packs give it. */
export function partText(of: string, lang: Lang): string {
  const [, id = of] = of.split(' ');
  const indicator = BEV_2023.indicators.find((one) => one.id === id)?.title[lang];
  const rung = [...CATALOGUE.instruments, ...CATALOGUE.measures].find((one) => one.id === id)?.title[lang];
  const law = NL_LAW.items.find((one) => one.id === id)?.short[lang];
  const named = leafById(BEV_2023, id)?.title[lang] ?? indicator ?? rung ?? law;
  return named === undefined ? id : `${named} (${id})`;
}
