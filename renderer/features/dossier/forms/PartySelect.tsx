import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { EntityRow } from '#shared/ipc/dossier.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { ENTITY_TYPES } from '#shared/model/records.ts';
import { useT } from '../../../app/language.ts';

/** Chooses a party or thing of the case by typing part of its name; thousands are searched, fifty are shown. */
export function PartySelect(props: {
  readonly label: string;
  readonly parties: readonly EntityRow[];
  readonly value: RecordId | null;
  readonly error?: string | undefined;
  readonly without?: RecordId;
  readonly onChange: (record: RecordId) => void;
}) {
  const t = useT();
  const { parties, without } = props;
  const data = useMemo(
    () =>
      ENTITY_TYPES.map((type) => ({
        group: t(`words.typeMany.${type}`),
        items: parties
          .filter((party) => party.type === type && party.record !== without)
          .map((party) => ({ value: party.record as string, label: party.label })),
      })).filter(({ items }) => items.length > 0),
    [parties, without, t],
  );
  return (
    <Select
      label={props.label}
      placeholder={t('dossier.form.otherHint')}
      withAsterisk
      searchable
      limit={50}
      nothingFoundMessage={t('dossier.form.nothing')}
      data={data}
      value={props.value}
      error={props.error}
      allowDeselect={false}
      onChange={(value) => {
        const chosen = parties.find((party) => party.record === value);
        if (chosen) props.onChange(chosen.record);
      }}
    />
  );
}
