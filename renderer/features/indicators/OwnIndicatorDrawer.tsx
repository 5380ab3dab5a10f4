import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { FormDrawer } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';

type Draft = {
  title: string;
  question: string;
  reason: string;
  block: 'core' | 'broader';
  anchors: [string, string, string, string, string];
};

/** An id out of the title: letters, digits and hyphens. */
const idOf = (title: string): string =>
  `OWN-${title
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24)}`;

/** Adds an indicator with its reason and a scale in words: both lists of the letter are open (IND-O). */
export function OwnIndicatorDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { logId, row } = useCase();
  const put = useCommand('records.put', { quiet: true });
  const needed = (value: string) => (value.trim() === '' ? t('robustness.own.needed') : null);
  const form = useForm<Draft>({
    initialValues: { title: '', question: '', reason: '', block: 'core', anchors: ['', '', '', '', ''] },
    validate: {
      title: (title) => (/[A-Za-z0-9]/.test(title.normalize('NFD')) ? null : t('robustness.own.needed')),
      question: needed,
      reason: needed,
      anchors: (anchors) => (anchors.some((one) => one.trim() === '') ? t('robustness.own.needed') : null),
    },
  });
  const { title, question, reason, block, anchors } = form.values;
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const body = { id: idOf(title), block, title, question, reason, anchors, interests: [] };
    const saved = await put.run({
      logId,
      action: 'create',
      puts: [{ record: null, type: 'indicatorDefinition', base: [], body, marking: row.marking }],
    });
    if (saved !== undefined) onClose();
  };
  return (
    <FormDrawer
      opened
      wide
      title={t('robustness.own.add')}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={put.running}
      error={put.error}
    >
      <TextInput label={t('robustness.own.title')} required {...form.getInputProps('title')} />
      <Textarea
        label={t('robustness.own.question')}
        required
        minRows={2}
        {...form.getInputProps('question')}
      />
      <Textarea
        label={t('robustness.own.reason')}
        description={t('robustness.own.reasonHelp')}
        required
        minRows={2}
        {...form.getInputProps('reason')}
      />
      <Radio.Group
        label={t('robustness.own.block')}
        description={t('robustness.own.blockHelp')}
        {...form.getInputProps('block')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="core" label={t('assessment.core')} />
          <Radio value="broader" label={t('assessment.broader')} />
        </Stack>
      </Radio.Group>
      {anchors.map((anchor, at) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: the five levels never change places.
          key={at}
          label={t('robustness.own.anchor', { level: at + 1 })}
          required
          value={anchor}
          error={anchor.trim() === '' ? form.errors.anchors : undefined}
          onChange={(event) => form.setFieldValue(`anchors.${at}`, event.currentTarget.value)}
        />
      ))}
    </FormDrawer>
  );
}
