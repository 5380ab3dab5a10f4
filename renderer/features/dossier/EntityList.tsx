import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { EntityRow } from '#shared/ipc/dossier.ts';
import { ENTITY_TYPES, type EntityType } from '#shared/model/records.ts';
import { useLocale, useT } from '../../app/language.ts';
import { DuplicatesLink } from '../identity/DuplicatesLink.tsx';
import style from './EntityList.module.css';
import { EntityOptions } from './EntityOptions.tsx';

const plain = (text: string, locale: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale);

/** Case's company first, then by name as a reader of this language expects. */
const inOrder = (rows: readonly EntityRow[], company: string | undefined, locale: string): EntityRow[] => {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return [...rows].sort(
    (a, b) =>
      Number(b.record === company) - Number(a.record === company) || collator.compare(a.label, b.label),
  );
};

/** Everything in the dossier by name, to search, narrow down and walk through by keyboard. */
export function EntityList(props: {
  readonly rows: readonly EntityRow[];
  readonly company: string | undefined;
  readonly selected: string | undefined;
  readonly readOnly: boolean;
  readonly onSelect: (record: string) => void;
  readonly onNew: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const [text, setText] = useState('');
  const [type, setType] = useState<EntityType | null>(null);
  const [only, setOnly] = useState(false);
  const sorted = useMemo(
    () => inOrder(props.rows, props.company, locale),
    [props.rows, props.company, locale],
  );
  const shown = useMemo(() => {
    const words = plain(text, locale).split(/\s+/).filter(Boolean);
    return sorted.filter((row) => {
      if (type !== null && row.type !== type) return false;
      if (only && row.unsourced === 0 && !row.conflict) return false;
      const name = plain(row.label, locale);
      return words.every((word) => name.includes(word));
    });
  }, [sorted, text, type, only, locale]);
  const present = ENTITY_TYPES.filter((one) => props.rows.some((row) => row.type === one));

  return (
    <section className={style.panel} aria-label={t('dossier.list.title')}>
      <Stack gap="xs" className={style.tools}>
        <TextInput
          aria-label={t('dossier.list.search')}
          placeholder={t('dossier.list.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          aria-label={t('dossier.list.filter')}
          placeholder={t('dossier.list.allTypes')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={present.map((one) => ({ value: one, label: t(`words.typeMany.${one}`) }))}
          value={type}
          onChange={setType}
        />
        <Checkbox
          size="sm"
          label={t('dossier.list.only')}
          checked={only}
          onChange={(event) => setOnly(event.currentTarget.checked)}
        />
        <DuplicatesLink />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {shown.length === sorted.length
              ? t('dossier.list.count', { count: sorted.length })
              : t('dossier.list.shown', { shown: shown.length, count: sorted.length })}
          </Text>
          {!props.readOnly && (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={props.onNew}
            >
              {t('common.add')}
            </Button>
          )}
        </Group>
      </Stack>
      {shown.length === 0 ? (
        <Text c="dimmed" ta="center" py="xl" px="md">
          {t('common.nothingFound')}
        </Text>
      ) : (
        <EntityOptions
          rows={shown}
          company={props.company}
          selected={props.selected}
          onSelect={props.onSelect}
        />
      )}
    </section>
  );
}
