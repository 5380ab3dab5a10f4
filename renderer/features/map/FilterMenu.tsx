import { Button, MultiSelect, Popover, Stack, Switch } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { EDGE_KINDS, type EdgeKind, FLOW_KINDS } from '#shared/graph/model.ts';
import { countryText } from '#shared/i18n/codes.ts';
import type { CardType, MapModel } from '#shared/map/model.ts';
import { ALL, type MapFilter } from '#shared/map/visible.ts';
import { useLang, useT } from '../../app/language.ts';

const FLOWS = EDGE_KINDS.filter((kind) => FLOW_KINDS.has(kind));
const isFlow = (kinds: readonly EdgeKind[]): boolean =>
  kinds.length === FLOWS.length && kinds.every((kind) => FLOW_KINDS.has(kind));

/** What a map shows at first: the chain alone, or all where there is no chain. */
export const chainOnly = (model: MapModel): MapFilter =>
  model.links.some(({ flow }) => flow) ? { ...ALL, kinds: FLOWS } : ALL;

const distinct = (values: readonly (string | undefined)[]): string[] =>
  [...new Set(values.flatMap((value) => value ?? []))].sort();

/** Which cards and links are shown. */
export function FilterMenu(props: {
  readonly model: MapModel;
  readonly filter: MapFilter;
  readonly onFilter: (filter: MapFilter) => void;
}) {
  const { model, filter, onFilter } = props;
  const t = useT();
  const lang = useLang();
  const has = useMemo(
    () => ({
      types: [...new Set(model.cards.map(({ type }) => type))],
      kinds: EDGE_KINDS.filter((kind) => model.links.some((link) => link.kind === kind)),
      countries: distinct(model.cards.map(({ country }) => country)),
      sectors: distinct(model.cards.map(({ sector }) => sector)),
    }),
    [model],
  );
  const flow = isFlow(filter.kinds);
  const active =
    Number(filter.types.length > 0) +
    Number(filter.kinds.length > 0) +
    Number(filter.countries.length > 0) +
    Number(filter.sectors.length > 0) +
    Number(filter.unsureOnly);
  return (
    <Popover position="bottom-start" shadow="md" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconFilter size={16} aria-hidden />}>
          {active === 0 ? t('map.filter.title') : t('map.filter.active', { count: active })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Switch
            label={t('map.filter.flow')}
            description={t('map.filter.flowHelp')}
            checked={flow}
            onChange={(event) => onFilter({ ...filter, kinds: event.currentTarget.checked ? FLOWS : [] })}
          />
          <MultiSelect
            label={t('map.filter.kinds')}
            data={has.kinds.map((kind) => ({ value: kind, label: t(`chain.edgeKind.${kind}`) }))}
            value={flow ? [] : [...filter.kinds]}
            clearable
            comboboxProps={{ withinPortal: false }}
            onChange={(kinds) => onFilter({ ...filter, kinds: kinds as EdgeKind[] })}
          />
          <MultiSelect
            label={t('map.filter.types')}
            data={has.types.map((type) => ({ value: type, label: t(`map.type.${type}`) }))}
            value={[...filter.types]}
            clearable
            comboboxProps={{ withinPortal: false }}
            onChange={(types) => onFilter({ ...filter, types: types as CardType[] })}
          />
          {has.countries.length > 1 && (
            <MultiSelect
              label={t('map.filter.countries')}
              data={has.countries.map((code) => ({ value: code, label: countryText(code, lang) }))}
              value={[...filter.countries]}
              searchable
              clearable
              comboboxProps={{ withinPortal: false }}
              onChange={(countries) => onFilter({ ...filter, countries })}
            />
          )}
          {has.sectors.length > 1 && (
            <MultiSelect
              label={t('map.filter.sectors')}
              data={has.sectors}
              value={[...filter.sectors]}
              searchable
              clearable
              comboboxProps={{ withinPortal: false }}
              onChange={(sectors) => onFilter({ ...filter, sectors })}
            />
          )}
          <Switch
            label={t('map.filter.unsure')}
            description={t('map.filter.unsureHelp')}
            checked={filter.unsureOnly}
            onChange={(event) => onFilter({ ...filter, unsureOnly: event.currentTarget.checked })}
          />
          <Switch
            label={t('map.filter.loose')}
            checked={!filter.linkedOnly}
            onChange={(event) => onFilter({ ...filter, linkedOnly: !event.currentTarget.checked })}
          />
          <Button variant="subtle" size="compact-sm" onClick={() => onFilter(ALL)}>
            {t('map.filter.clear')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
