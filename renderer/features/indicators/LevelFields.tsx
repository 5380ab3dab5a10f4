import { Group, Radio, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { Indicator } from '#shared/framework/pack.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { useLang, useT } from '../../app/language.ts';

const BOUNDS = ['1', '2', '3', '4', '5'];
const isLevel = (level: string): boolean => BOUNDS.includes(level);

/** A level as the form holds it; bounds are empty where none was given. */
export type LevelDraft = { level: string; low: string; high: string };

/** Checks that the level lies within its range. */
export const rangeChecks = (t: Translate) => ({
  low: (value: string, { level }: LevelDraft) =>
    isLevel(level) && value !== '' && value > level ? t('assessment.rangeWrong') : null,
  high: (value: string, { level }: LevelDraft) =>
    isLevel(level) && value !== '' && value < level ? t('assessment.rangeWrong') : null,
});

/** The level as a record holds it; a range belongs to a level alone. */
export const levelOf = ({ level, low, high }: LevelDraft) => ({
  level: isLevel(level)
    ? Number(level)
    : level === 'notApplicable'
      ? ('notApplicable' as const)
      : ('unknown' as const),
  ...(isLevel(level) && low !== '' ? { low: Number(low) } : {}),
  ...(isLevel(level) && high !== '' ? { high: Number(high) } : {}),
});

type LevelForm = {
  readonly values: LevelDraft;
  readonly errors: { readonly [field: string]: ReactNode };
  readonly setFieldValue: (field: keyof LevelDraft, value: string) => void;
};

/** The scale of an indicator with its anchors, and the range around the level. `say` changes words before they are shown. */
export function LevelFields(props: {
  readonly indicator: Indicator;
  readonly form: LevelForm;
  readonly say?: (text: string) => string;
}) {
  const t = useT();
  const lang = useLang();
  const { indicator, form, say = (text) => text } = props;
  const { level } = form.values;
  const bound = (field: 'low' | 'high') => (
    <Select
      label={t(field === 'low' ? 'assessment.lowLabel' : 'assessment.highLabel')}
      data={BOUNDS}
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      value={form.values[field] === '' ? null : form.values[field]}
      error={form.errors[field]}
      onChange={(value) => form.setFieldValue(field, value ?? '')}
    />
  );
  return (
    <>
      <Radio.Group
        label={t('assessment.levelLabel')}
        description={BEV_2023.constructLabel[lang]}
        value={level}
        error={form.errors.level}
        onChange={(value) => form.setFieldValue('level', value)}
      >
        <Stack gap="xs" mt="xs">
          {indicator.scale.map(({ level: step, anchor }) => (
            <Radio key={step} value={String(step)} label={`${step}. ${say(anchor[lang])}`} />
          ))}
          <Radio value="unknown" label={t('assessment.unknown')} description={t('assessment.unknownText')} />
          <Radio
            value="notApplicable"
            label={t('assessment.notApplicable')}
            description={t('assessment.notApplicableText')}
          />
        </Stack>
      </Radio.Group>
      {isLevel(level) && (
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            {t('assessment.rangeHelp')}
          </Text>
          <Group grow align="flex-start">
            {bound('low')}
            {bound('high')}
          </Group>
        </div>
      )}
    </>
  );
}
