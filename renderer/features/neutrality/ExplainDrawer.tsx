import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { BodyOf } from '#shared/model/records.ts';
import { useCommand, useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { FormDrawer, LongTextBlock } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { ratingOf, useAssessment } from '../overview/useAssessment.ts';
import { type MaskedRow, useMaskedText } from './useMaskedText.ts';

/** Asks why the open level is another than the masked one, with both arguments in sight. */
export function ExplainDrawer({ row, onClose }: { readonly row: MaskedRow; readonly onClose: () => void }) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  const { levelText } = useMaskedText();
  const { assessed } = useAssessment();
  const { data } = useQueryCall('neutrality.masked', { logId }, { keep: true });
  const explain = useCommand('neutrality.explain', { quiet: true });
  const form = useForm({
    initialValues: { reason: row.reason ?? '' },
    validate: { reason: (value) => (value.trim() === '' ? t('neutrality.masked.reasonNeeded') : null) },
  });
  const versions = data?.ratings.find(({ record }) => record === row.record)?.versions ?? [];
  const open = assessed?.judged.ratings.find(
    ({ indicator, rater }) => indicator === row.indicator && rater === row.rater,
  )?.versions[0];
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const saved = await explain.run({
      logId,
      indicator: row.indicator,
      base: versions.map(({ digest }) => digest),
      reason: form.values.reason.trim(),
    });
    if (saved !== undefined) onClose();
  };
  const said = [
    { term: t('neutrality.masked.maskedArgument'), body: versions[0]?.body as BodyOf<'maskedRating'> },
    { term: t('neutrality.masked.openArgument'), body: open && ratingOf(open) },
  ];
  return (
    <FormDrawer
      opened
      title={t('neutrality.masked.explainTitle', {
        title: assessed?.indicators.find(({ id }) => id === row.indicator)?.title[lang] ?? row.indicator,
      })}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={explain.running}
      error={explain.error}
    >
      <Text>
        {t('neutrality.masked.explainLead', {
          masked: levelText(row.masked).toLowerCase(),
          open: levelText(row.open).toLowerCase(),
        })}
      </Text>
      {said.map(({ term, body }) => (
        <div key={term}>
          <Text size="sm" fw={600}>
            {term}
          </Text>
          <LongTextBlock>{body?.argument ?? ''}</LongTextBlock>
        </div>
      ))}
      <Textarea
        label={t('neutrality.masked.reason')}
        description={t('neutrality.masked.reasonHelp')}
        required
        autosize
        minRows={3}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
