import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Marking } from '#shared/model/marking.ts';
import { DEPARTMENTS } from '#shared/model/vocabulary.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { go } from '../../app/router.ts';
import { FormDrawer, MarkingSelect } from '../../ui/index.ts';
import { type Trigger, TriggerChoice } from './TriggerChoice.tsx';

type Draft = {
  title: string;
  reference: string;
  leadDepartment: (typeof DEPARTMENTS)[number];
  trigger: Trigger;
  triggerText: string;
  companyName: string;
  marking: Marking;
};

/** Asks what a new case is about, and opens it. */
export function NewCaseDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const create = useCommand('cases.create', { quiet: true });
  const form = useForm<Draft>({
    initialValues: {
      title: '',
      reference: '',
      leadDepartment: 'EZ',
      trigger: 'foreseenDeal',
      triggerText: '',
      companyName: '',
      marking: 'depV',
    },
    validate: { title: (value) => (value.trim() === '' ? t('common.required') : null) },
  });
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const { title, reference, leadDepartment, trigger, triggerText, companyName, marking } = form.values;
    const filled = (key: 'reference' | 'triggerText' | 'companyName', text: string) =>
      text.trim() === '' ? {} : { [key]: text.trim() };
    const made = await create.run({
      title: title.trim(),
      leadDepartment,
      trigger,
      marking,
      ...filled('reference', reference),
      ...filled('triggerText', triggerText),
      ...filled('companyName', companyName),
    });
    if (made === undefined) return;
    onClose();
    go({ screen: 'case', logId: made.logId, tab: 'overview' });
  };
  return (
    <FormDrawer
      opened
      title={t('cases.new')}
      submit={t('cases.form.create')}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={create.running}
      error={create.error}
    >
      <TextInput
        label={t('cases.form.title')}
        description={t('cases.form.titleHelp')}
        maxLength={400}
        data-autofocus
        required
        {...form.getInputProps('title')}
      />
      <TriggerChoice
        value={form.values.trigger}
        onChange={(trigger) => form.setFieldValue('trigger', trigger)}
      />
      <Textarea label={t('cases.form.triggerText')} {...form.getInputProps('triggerText')} />
      <TextInput
        label={t('cases.form.company')}
        description={t('cases.form.companyHelp')}
        maxLength={400}
        {...form.getInputProps('companyName')}
      />
      <TextInput label={t('cases.form.reference')} maxLength={60} {...form.getInputProps('reference')} />
      <Select
        label={t('cases.form.department')}
        allowDeselect={false}
        data={DEPARTMENTS.map((value) => ({ value, label: t(`words.department.${value}`) }))}
        {...form.getInputProps('leadDepartment')}
      />
      <MarkingSelect
        label={t('cases.form.marking')}
        value={form.values.marking}
        onChange={(marking) => form.setFieldValue('marking', marking)}
      />
    </FormDrawer>
  );
}
