import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Marking } from '#shared/model/marking.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { CASE_STATUSES, DEPARTMENTS } from '#shared/model/vocabulary.ts';
import { useCommand, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { FormDrawer, MarkingSelect } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type Trigger, TriggerChoice } from '../cases/TriggerChoice.tsx';

type Draft = {
  title: string;
  reference: string;
  status: string;
  leadDepartment: string;
  trigger: Trigger;
  triggerText: string;
  company: string | null;
  assessedPart: string;
  exceptionality: string;
  marking: Marking;
};

const filled = (fields: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, text]) => {
      const trimmed = text?.trim() ?? '';
      return trimmed === '' ? [] : [[key, trimmed]];
    }),
  );

/** Edits the case's own record. Saving over several live versions settles them. */
export function CaseFactsDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { versions, logId } = useCase();
  const entities = useQueryCall('dossier.entities', { logId });
  const save = useCommand('records.put', { quiet: true });
  const [live] = versions;
  const body = live?.body as BodyOf<'case'>;
  const form = useForm<Draft>({
    initialValues: {
      title: body.title,
      reference: body.reference ?? '',
      status: body.status,
      leadDepartment: body.leadDepartment,
      trigger: body.trigger,
      triggerText: body.triggerText ?? '',
      company: body.company ?? null,
      assessedPart: body.assessedPart ?? '',
      exceptionality: body.exceptionality ?? '',
      marking: live?.marking ?? 'open',
    },
    validate: { title: (value) => (value.trim() === '' ? t('common.required') : null) },
  });
  const companies = (entities.data ?? []).filter(({ type }) => type === 'company');

  const submit = async () => {
    if (live === undefined || form.validate().hasErrors) return;
    const { reference, triggerText, company, assessedPart, exceptionality, marking, ...rest } = form.values;
    const saved = await save.run({
      logId,
      action: versions.length > 1 ? 'resolve' : 'edit',
      puts: [
        {
          record: live.record,
          type: 'case',
          base: versions.map((version) => version.digest),
          body: {
            ...rest,
            title: rest.title.trim(),
            archived: body.archived,
            ...filled({ reference, triggerText, company, assessedPart, exceptionality }),
          },
          marking,
        },
      ],
    });
    if (saved !== undefined) onClose();
  };

  return (
    <FormDrawer
      opened
      title={t('assessment.factsEdit')}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={save.running}
      error={save.error}
    >
      <TextInput label={t('cases.form.title')} maxLength={400} required {...form.getInputProps('title')} />
      <TextInput label={t('cases.form.reference')} maxLength={60} {...form.getInputProps('reference')} />
      <Select
        label={t('assessment.status')}
        allowDeselect={false}
        data={CASE_STATUSES.map((value) => ({ value, label: t(`words.status.${value}`) }))}
        {...form.getInputProps('status')}
      />
      <Select
        label={t('cases.form.department')}
        allowDeselect={false}
        data={DEPARTMENTS.map((value) => ({ value, label: t(`words.department.${value}`) }))}
        {...form.getInputProps('leadDepartment')}
      />
      <Select
        label={t('assessment.company')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        nothingFoundMessage={t('common.nothingFound')}
        data={companies.map(({ record, label }) => ({ value: record, label }))}
        {...form.getInputProps('company')}
      />
      <TriggerChoice
        value={form.values.trigger}
        onChange={(trigger) => form.setFieldValue('trigger', trigger)}
      />
      <Textarea label={t('cases.form.triggerText')} {...form.getInputProps('triggerText')} />
      <Textarea label={t('assessment.assessedPart')} {...form.getInputProps('assessedPart')} />
      <Textarea label={t('assessment.exceptionality')} {...form.getInputProps('exceptionality')} />
      <MarkingSelect
        label={t('cases.form.marking')}
        value={form.values.marking}
        onChange={(marking) => form.setFieldValue('marking', marking)}
      />
    </FormDrawer>
  );
}
