import { Checkbox, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { DayInput, FormDrawer, MarkingSelect } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type TaskRow, taskBody } from './CollectContext.ts';

/** Who finds one thing out, by when, and whether it is done. */
export function TaskDrawer(props: {
  readonly item: string;
  readonly title: string;
  readonly task: TaskRow | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { logId, readOnly, row: caseRow } = useCase();
  const assign = useCommand('collect.assign', { quiet: true });
  const body = taskBody(props.task);
  const versions = props.task?.versions ?? [];
  const form = useForm({
    initialValues: {
      who: body?.who ?? '',
      due: (body?.due ?? null) as string | null,
      done: body?.done ?? false,
      note: body?.note ?? '',
      marking: versions[0]?.marking ?? caseRow.marking,
    },
    validate: { who: (who) => (who.trim() === '' ? t('collect.drawer.whoMissing') : null) },
  });
  const { who, due, done, note, marking } = form.values;
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const saved = await assign.run({
      logId,
      item: props.item,
      title: props.title.slice(0, 400),
      who,
      ...(due ? { due } : {}),
      done,
      ...(note.trim() ? { note } : {}),
      base: versions.map(({ digest }) => digest),
      marking,
    });
    if (saved !== undefined) props.onClose();
  };
  return (
    <FormDrawer
      opened
      title={t('collect.drawer.title')}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={assign.running}
      error={assign.error}
      readOnly={readOnly}
    >
      <Text fz="lg" fw={600} lh={1.4}>
        {props.title}
      </Text>
      {versions.length > 1 && (
        <Text size="sm">
          {t('collect.state.conflict')}:{' '}
          {versions.map(({ author, body: said }) => `${author.name}: ${String(said.who)}`).join('; ')}
        </Text>
      )}
      <TextInput
        label={t('collect.drawer.who')}
        description={t('collect.drawer.whoHelp')}
        required
        maxLength={200}
        {...form.getInputProps('who')}
      />
      <DayInput
        label={t('collect.drawer.due')}
        value={due}
        onChange={(day) => form.setFieldValue('due', day)}
      />
      <Checkbox
        label={t('collect.drawer.done')}
        checked={done}
        onChange={(event) => form.setFieldValue('done', event.currentTarget.checked)}
      />
      <Textarea label={t('collect.drawer.note')} autosize minRows={2} {...form.getInputProps('note')} />
      <MarkingSelect
        label={t('assessment.markingLabel')}
        value={marking}
        onChange={(value) => form.setFieldValue('marking', value)}
      />
    </FormDrawer>
  );
}
