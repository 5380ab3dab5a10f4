import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { LogId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { hypothesisPlace } from '#shared/threat/places.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { FormDrawer, MarkingSelect } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import type { HypothesisColumn } from './ThreatContext.ts';
import { useHypothesisTitle } from './useHypothesisTitle.ts';

/** A hypothesis: its words, a note, and whether it was dropped. */
export function HypothesisDrawer(props: {
  readonly hypothesis: HypothesisColumn | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { logId, readOnly, row } = useCase();
  const titleOf = useHypothesisTitle();
  const put = useCommand('records.put', { quiet: true });
  const { hypothesis } = props;
  const versions = hypothesis?.versions ?? [];
  const body = versions[0]?.body as BodyOf<'hypothesis'> | undefined;
  const form = useForm({
    initialValues: {
      title: hypothesis ? titleOf(hypothesis) : '',
      note: body?.note ?? '',
      dropped: body?.dropped ?? false,
      marking: versions[0]?.marking ?? row.marking,
    },
    validate: { title: (title) => (title.trim() === '' ? t('threat.ach.hypothesisMissing') : null) },
  });
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const { title, note, dropped, marking } = form.values;
    const standard = hypothesis?.standard;
    const saved = await put.run({
      logId,
      action: versions.length === 0 ? 'create' : versions.length > 1 ? 'resolve' : 'edit',
      puts: [
        {
          record: hypothesis?.record ?? (standard ? hypothesisPlace(logId as LogId, standard) : null),
          type: 'hypothesis',
          base: versions.map(({ digest }) => digest),
          body: {
            ...(standard ? { standard } : {}),
            title,
            ...(note.trim() === '' ? {} : { note }),
            dropped,
          },
          marking,
        },
      ],
    });
    if (saved !== undefined) props.onClose();
  };
  return (
    <FormDrawer
      opened
      title={t(hypothesis ? 'threat.ach.editHypothesis' : 'threat.ach.addHypothesis')}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={put.running}
      error={put.error}
      readOnly={readOnly}
    >
      <TextInput
        label={t('threat.ach.hypothesisTitle')}
        required
        maxLength={400}
        readOnly={readOnly}
        {...form.getInputProps('title')}
      />
      <Textarea
        label={t('threat.ach.note')}
        minRows={3}
        autosize
        readOnly={readOnly}
        {...form.getInputProps('note')}
      />
      {hypothesis !== null && (
        <Checkbox
          label={t('threat.ach.drop')}
          description={t('threat.ach.dropHelp')}
          disabled={readOnly}
          {...form.getInputProps('dropped', { type: 'checkbox' })}
        />
      )}
      <MarkingSelect
        label={t('assessment.markingLabel')}
        value={form.values.marking}
        readOnly={readOnly}
        onChange={(marking) => form.setFieldValue('marking', marking)}
      />
    </FormDrawer>
  );
}
