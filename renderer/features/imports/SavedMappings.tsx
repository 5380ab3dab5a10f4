import { Button, Group, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TableMapping } from '#shared/import/table/mapping.ts';
import type { Inspection } from '#shared/ipc/imports.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useNotice } from '../dossier/useNotice.ts';

/** Mappings of earlier files that fit this header, and a name under which this one is kept. */
export function SavedMappings(props: {
  readonly table: NonNullable<Inspection['table']>;
  readonly mapping: TableMapping;
  readonly onMapping: (mapping: TableMapping) => void;
}) {
  const t = useT();
  const notice = useNotice();
  const save = useCommand('imports.saveMapping');
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const { saved } = props.table;
  const used = saved.find(({ mapping }) => JSON.stringify(mapping) === JSON.stringify(props.mapping));
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const done = await save.run({ name: name.trim(), mapping: props.mapping });
    if (done === undefined) return;
    notice(t('imports.table.savedDone', { name: name.trim() }));
    setNaming(false);
  };
  return (
    <Group align="flex-end" gap="sm">
      {saved.length > 0 && (
        <Select
          w={280}
          label={t('imports.table.saved')}
          placeholder={t('imports.table.savedHint')}
          data={saved.map(({ record, name: label }) => ({ value: record, label }))}
          value={used?.record ?? null}
          onChange={(record) => {
            const chosen = saved.find((one) => one.record === record);
            if (chosen !== undefined) props.onMapping(chosen.mapping);
          }}
        />
      )}
      {naming ? (
        <form onSubmit={(event) => void keep(event)}>
          <Group align="flex-end" gap="xs">
            <TextInput
              autoFocus
              label={t('imports.table.saveName')}
              value={name}
              maxLength={400}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" loading={save.running} disabled={name.trim() === ''}>
              {t('common.save')}
            </Button>
            <Button variant="default" onClick={() => setNaming(false)}>
              {t('common.cancel')}
            </Button>
          </Group>
        </form>
      ) : (
        <Button
          variant="default"
          onClick={() => {
            setName(used?.name ?? '');
            setNaming(true);
          }}
        >
          {t('imports.table.save')}
        </Button>
      )}
    </Group>
  );
}
