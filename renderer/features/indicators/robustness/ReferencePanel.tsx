import { Button, Select, Table, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../../api/index.ts';
import { useLang, useLocale, useT } from '../../../app/language.ts';
import { FormDrawer, Panel } from '../../../ui/index.ts';
import { useCase } from '../../caseFrame/CaseContext.ts';
import { useAssessment } from '../../overview/useAssessment.ts';
import style from '../indicators.module.css';
import type { Robust } from './RobustnessSection.tsx';

/** The case among reference profiles: how often each comes first under all weightings. */
export function ReferencePanel({ ranking }: { readonly ranking: Robust['ranking'] }) {
  const t = useT();
  const locale = useLocale();
  const { readOnly } = useCase();
  const [adding, setAdding] = useState(false);
  const percent = (share: number | null | undefined) =>
    share === null || share === undefined
      ? '–'
      : share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Panel
      title={t('robustness.references.title')}
      actions={
        !readOnly && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('robustness.references.add')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t('robustness.references.lead')}
      </Text>
      {ranking.length === 0 ? (
        <Text>{t('robustness.references.none')}</Text>
      ) : (
        <div className={style.scrollX}>
          <Table aria-label={t('robustness.references.title')} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('robustness.references.column')}</Table.Th>
                {ranking.map(({ name }, rank) => (
                  <Table.Th key={name} scope="col">
                    {t('robustness.references.first', { rank: rank + 1 })}
                  </Table.Th>
                ))}
                <Table.Th scope="col">{t('robustness.references.confidence')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {ranking.map(({ name, own, ranks, confidence }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" fw={own ? 650 : 500}>
                    {own ? t('robustness.references.own') : name}
                  </Table.Th>
                  {ranks.map((share, rank) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the places of a ranking are its keys.
                    <Table.Td key={rank}>{percent(share)}</Table.Td>
                  ))}
                  <Table.Td>{percent(confidence)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {adding && <ReferenceDrawer onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function ReferenceDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const lang = useLang();
  const { logId, row } = useCase();
  const put = useCommand('records.put', { quiet: true });
  const form = useForm<{ name: string; note: string; levels: Record<string, string> }>({
    initialValues: { name: '', note: '', levels: {} },
    validate: {
      name: (name) => (name.trim() === '' ? t('robustness.references.nameMissing') : null),
    },
  });
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const { name, note, levels } = form.values;
    const saved = await put.run({
      logId,
      action: 'create',
      puts: [
        {
          record: null,
          type: 'referenceProfile',
          base: [],
          body: {
            name: name.trim(),
            ...(note.trim() === '' ? {} : { note }),
            levels: Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, Number(level)])),
          },
          marking: row.marking,
        },
      ],
    });
    if (saved !== undefined) onClose();
  };
  const { levels } = form.values;
  const { assessed } = useAssessment();
  return (
    <FormDrawer
      opened
      title={t('robustness.references.add')}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={put.running}
      error={put.error}
    >
      <TextInput label={t('robustness.references.name')} required {...form.getInputProps('name')} />
      <Textarea label={t('robustness.references.note')} minRows={2} {...form.getInputProps('note')} />
      {(assessed?.indicators ?? []).map(({ id, title }) => (
        <Select
          key={id}
          label={title[lang]}
          data={['1', '2', '3', '4', '5']}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          value={levels[id] ?? null}
          onChange={(level) => {
            const { [id]: _, ...rest } = levels;
            form.setFieldValue('levels', level === null ? rest : { ...rest, [id]: level });
          }}
        />
      ))}
    </FormDrawer>
  );
}
