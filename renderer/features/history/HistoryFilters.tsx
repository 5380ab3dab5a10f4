import { Button, Group, Select, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { INTENT_ACTIONS } from '#shared/log/change.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { DayInput, useRecordName } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import type { Filters } from './useHistory.ts';

/** Whose steps, which kind, and from when to when. An empty field filters nothing. */
export function HistoryFilters(props: {
  readonly filters: Filters;
  readonly authors: readonly { readonly key: string; readonly name: string; readonly department: string }[];
  readonly onChange: (filters: Filters) => void;
  readonly record: string | undefined;
  readonly onClearRecord: () => void;
}) {
  const t = useT();
  const { filters } = props;
  const set = (patch: { readonly [Key in keyof Filters]: string | null }) => {
    const merged = { ...filters, ...patch };
    props.onChange(Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)));
  };
  const clear = { 'aria-label': t('common.clear') };
  return (
    <Group role="search" aria-label={t('history.filterLabel')} align="flex-end" gap="sm">
      <Select
        label={t('history.author')}
        placeholder={t('history.anyone')}
        clearable
        clearButtonProps={clear}
        w={240}
        data={props.authors.map(({ key, name, department }) => ({
          value: key,
          label: `${name} (${department})`,
        }))}
        value={filters.author ?? null}
        onChange={(author) => set({ author })}
      />
      <Select
        label={t('history.kind')}
        placeholder={t('history.anyKind')}
        clearable
        clearButtonProps={clear}
        w={200}
        data={INTENT_ACTIONS.map((value) => ({ value, label: t(`history.action.${value}`) }))}
        value={filters.action ?? null}
        onChange={(action) => set({ action })}
      />
      <DayInput
        label={t('history.from')}
        width={190}
        value={filters.from ?? null}
        max={filters.to}
        onChange={(from) => set({ from })}
      />
      <DayInput
        label={t('history.to')}
        width={190}
        value={filters.to ?? null}
        min={filters.from}
        onChange={(to) => set({ to })}
      />
      {props.record !== undefined && <OfRecord record={props.record} onClear={props.onClearRecord} />}
    </Group>
  );
}

function OfRecord({ record, onClear }: { readonly record: string; readonly onClear: () => void }) {
  const t = useT();
  const nameOf = useRecordName();
  const { logId } = useCase();
  const found = useQueryCall('records.get', { logId, record });
  const version = found.data?.[0];
  const label = ['name', 'title', 'property', 'leaf', 'indicator', 'kind']
    .map((member) => version?.body[member])
    .find((text) => typeof text === 'string');
  return (
    <Group gap="xs" w="100%">
      <Text size="sm">
        {version !== undefined && typeof label === 'string'
          ? t('history.ofRecord', { name: nameOf({ type: version.type, label }) })
          : t('history.ofRecordUnknown')}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconX size={14} aria-hidden />}
        onClick={onClear}
      >
        {t('history.clearRecord')}
      </Button>
    </Group>
  );
}
