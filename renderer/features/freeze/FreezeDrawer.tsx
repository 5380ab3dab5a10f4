import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Marking } from '#shared/model/marking.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { DayInput, FormDrawer, MarkingSelect } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';

type Draft = { title: string; day: string | null; note: string; reason: string; marking: Marking };

/** Freezes what is known now, under a name; what is passed by needs a reason. */
export function FreezeDrawer(props: { readonly blocked: boolean; readonly onClose: () => void }) {
  const t = useT();
  const { logId, row } = useCase();
  const make = useCommand('freeze.make', { quiet: true });
  const form = useForm<Draft>({
    initialValues: {
      title: '',
      day: dayOf(new Date().toISOString()),
      note: '',
      reason: '',
      marking: row.marking,
    },
    validate: {
      title: (title) => (title.trim() === '' ? t('freeze.form.nameMissing') : null),
      reason: (reason) => (props.blocked && reason.trim() === '' ? t('freeze.form.reasonMissing') : null),
    },
  });
  const submit = async () => {
    const { title, day, note, reason, marking } = form.values;
    if (form.validate().hasErrors || day === null) return;
    const made = await make.run({
      logId,
      title: title.trim(),
      day,
      marking,
      ...(note.trim() === '' ? {} : { note }),
      ...(reason.trim() === '' ? {} : { reason }),
    });
    if (made !== undefined) props.onClose();
  };
  return (
    <FormDrawer
      opened
      title={t('freeze.form.title')}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={make.running}
      error={make.error}
      submit={t('freeze.ready.make')}
    >
      <TextInput
        label={t('freeze.form.name')}
        placeholder={t('freeze.form.namePlaceholder')}
        required
        {...form.getInputProps('title')}
      />
      <DayInput
        label={t('freeze.form.day')}
        value={form.values.day}
        onChange={(day) => form.setFieldValue('day', day)}
      />
      <Textarea label={t('freeze.form.note')} minRows={2} {...form.getInputProps('note')} />
      {props.blocked && (
        <Textarea
          label={t('freeze.form.reason')}
          description={t('freeze.form.reasonHelp')}
          required
          minRows={3}
          {...form.getInputProps('reason')}
        />
      )}
      <MarkingSelect
        label={t('assessment.markingLabel')}
        value={form.values.marking}
        onChange={(marking) => form.setFieldValue('marking', marking)}
      />
    </FormDrawer>
  );
}
