import { Group, Select, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { countryText } from '#shared/i18n/codes.ts';
import { swapsOf } from '#shared/neutrality/countries.ts';
import { HOME } from '#shared/neutrality/country-words.ts';
import { type Given, useJobQuery } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { JobState, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import type { Neutral } from './NeutralityView.tsx';
import style from './neutrality.module.css';
import { useSwapText } from './useSwapText.ts';

/** The swap-the-country counterfactual: two countries, and which outcomes differ. */
export function SwapPanel({
  countries,
  day,
}: {
  readonly countries: Neutral['countries'];
  readonly day: string;
}) {
  const t = useT();
  const lang = useLang();
  const [first] = swapsOf(countries);
  const [from, setFrom] = useState(first?.from ?? null);
  const [to, setTo] = useState(first?.to ?? HOME);
  const name = (code: string) => countryText(code, lang);
  const data = countries.map(({ code, count }) => ({
    value: code,
    label: t('neutrality.swap.records', { name: name(code), count }),
  }));
  const targets = countries.some(({ code }) => code === HOME)
    ? data
    : [...data, { value: HOME, label: name(HOME) }];
  return (
    <Panel title={t('neutrality.swap.title')}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('neutrality.swap.lead')}
      </Text>
      {from === null ? (
        <Text>{t('neutrality.swap.noCountries')}</Text>
      ) : (
        <>
          <Group gap="lg">
            <Select
              label={t('neutrality.swap.from')}
              data={data}
              value={from}
              allowDeselect={false}
              searchable
              onChange={(code) => code && setFrom(code)}
            />
            <Select
              label={t('neutrality.swap.to')}
              data={targets}
              value={to}
              allowDeselect={false}
              searchable
              onChange={(code) => code && setTo(code)}
            />
          </Group>
          {from === to ? (
            <Text>{t('neutrality.swap.choose')}</Text>
          ) : (
            <Swapped key={`${from} ${to}`} from={from} to={to} day={day} />
          )}
        </>
      )}
    </Panel>
  );
}

function Swapped(props: { readonly from: string; readonly to: string; readonly day: string }) {
  const { from, to, day } = props;
  const t = useT();
  const { logId, at } = useCase();
  const job = useJobQuery('neutrality.swap', { logId, at, day, swaps: [{ from, to }] });
  const home = from === HOME || to === HOME;
  return (
    <JobState job={job} label={t('neutrality.swap.running')}>
      {({ swaps }) => <Outcome drift={swaps.flatMap(({ drift }) => drift)} home={home} />}
    </JobState>
  );
}

type Drift = Given<'neutrality.swap'>['swaps'][number]['drift'];

function Outcome({ drift, home }: { readonly drift: Drift; readonly home: boolean }) {
  const t = useT();
  const { ofText, outcomeText } = useSwapText();
  if (drift.length === 0)
    return (
      <Text className={style.stand} data-swap="same" fw={600}>
        <IconCircleCheck size={20} aria-hidden />
        {t('neutrality.swap.none')}
      </Text>
    );
  return (
    <div data-swap="differs">
      <Text className={style.stand} fw={600}>
        <IconAlertTriangle size={20} aria-hidden />
        {t('neutrality.swap.some', { count: drift.length })}
      </Text>
      <Text size="sm" mb="sm" maw="80ch">
        {t(home ? 'neutrality.swap.home' : 'neutrality.swap.foreign')}
      </Text>
      <div className={style.scroll}>
        <Table aria-label={t('neutrality.swap.title')} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {(['of', 'was', 'is'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`neutrality.swap.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drift.map(({ of, was, is }) => (
              <Table.Tr key={of}>
                <Table.Th scope="row" fw={500}>
                  {ofText(of)}
                </Table.Th>
                <Table.Td>{outcomeText(of, was)}</Table.Td>
                <Table.Td>{outcomeText(of, is)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
