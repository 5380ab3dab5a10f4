import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId } from 'react';
import type { Indicator } from '#shared/framework/pack.ts';
import type { Marking } from '#shared/model/marking.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { FormDrawer } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { GroundsFields } from '../overview/GroundsFields.tsx';
import { type Rating, ratingOf } from '../overview/useAssessment.ts';
import { type LevelDraft, LevelFields, levelOf, rangeChecks } from './LevelFields.tsx';

const HORIZONS = ['short', 'medium', 'long'] as const;
type Draft = LevelDraft & {
  horizon: (typeof HORIZONS)[number];
  argument: string;
  wouldChange: string;
  evidence: readonly string[];
  marking: Marking;
};

const draftOf = (rating: Rating | undefined, marking: Marking): Draft => {
  const version = rating?.versions[0];
  if (version === undefined)
    return {
      level: 'unknown',
      low: '',
      high: '',
      horizon: 'medium',
      argument: '',
      wouldChange: '',
      evidence: [],
      marking,
    };
  const body = ratingOf(version);
  return {
    level: String(body.level),
    low: String(body.low ?? ''),
    high: String(body.high ?? ''),
    horizon: body.horizon ?? 'medium',
    argument: body.argument,
    wouldChange: body.wouldChange ?? '',
    evidence: body.evidence,
    marking: version.marking,
  };
};

/** One's own rating of an indicator. A range is asked only where there is a level. */
export function RatingDrawer(props: {
  readonly indicator: Indicator;
  readonly own: Rating | undefined;
  readonly onClose: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const horizonId = useId();
  const { logId, row } = useCase();
  const rate = useCommand('assessment.rate', { quiet: true });
  const form = useForm<Draft>({
    initialValues: draftOf(props.own, row.marking),
    validate: {
      argument: (value) => (value.trim() === '' ? t('assessment.argumentNeeded') : null),
      ...rangeChecks(t),
    },
  });
  const { indicator } = props;
  const { horizon, evidence, marking } = form.values;

  const submit = async () => {
    if (form.validate().hasErrors) return;
    const { argument, wouldChange } = form.values;
    const saved = await rate.run({
      logId,
      indicator: indicator.id,
      base: (props.own?.versions ?? []).map((version) => version.digest),
      ...levelOf(form.values),
      horizon,
      argument: argument.trim(),
      ...(wouldChange.trim() === '' ? {} : { wouldChange: wouldChange.trim() }),
      evidence: [...evidence],
      marking,
    });
    if (saved !== undefined) props.onClose();
  };

  return (
    <FormDrawer
      opened
      wide
      title={indicator.title[lang]}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={rate.running}
      error={rate.error}
    >
      <Text>{indicator.question[lang]}</Text>
      <LevelFields indicator={indicator} form={form} />
      <Stack gap={4} align="flex-start">
        <Text size="sm" fw={500} id={horizonId}>
          {t('assessment.horizonLabel')}
        </Text>
        <SegmentedControl
          aria-labelledby={horizonId}
          value={horizon}
          onChange={(value) =>
            form.setFieldValue('horizon', HORIZONS.find((one) => one === value) ?? 'medium')
          }
          data={HORIZONS.map((value) => ({ value, label: t(`words.horizon.${value}`) }))}
        />
      </Stack>
      <GroundsFields
        form={form}
        reason={{
          field: 'argument',
          label: t('assessment.argumentLabel'),
          description: t('assessment.argumentHelp'),
        }}
        more={
          <Textarea
            label={t('assessment.wouldChange')}
            description={t('assessment.wouldChangeHelp')}
            {...form.getInputProps('wouldChange')}
          />
        }
      />
    </FormDrawer>
  );
}
