import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useLang, useT } from '../../../app/language.ts';
import style from '../indicators.module.css';
import type { Settings } from './RobustnessSection.tsx';
import { useIndicatorName } from './useIndicatorName.ts';

const numberOf = (value: number | string, otherwise: number): number =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : otherwise;

/** Ranges of the weights, the majority and the seed: everything that the study depends on besides the ratings. */
export function StudySettings(props: {
  readonly indicators: readonly string[];
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
}) {
  const t = useT();
  const lang = useLang();
  const nameOf = useIndicatorName();
  const [draft, setDraft] = useState(props.settings);
  const decimal = lang === 'nl' ? ',' : '.';
  const weights = draft.weights ?? {};
  const setWeight = (id: string, end: 'min' | 'max', value: number | string) => {
    const own = weights[id] ?? { min: 0, max: 1 };
    setDraft({
      ...draft,
      weights: { ...weights, [id]: { ...own, [end]: numberOf(value, end === 'min' ? 0 : 1) } },
    });
  };
  const weight = (id: string, end: 'min' | 'max') => (
    <NumberInput
      label={t(end === 'min' ? 'robustness.study.column.weightMin' : 'robustness.study.column.weightMax')}
      min={0}
      max={1}
      step={0.05}
      decimalScale={2}
      decimalSeparator={decimal}
      hideControls
      value={weights[id]?.[end] ?? (end === 'min' ? 0 : 1)}
      onChange={(value) => setWeight(id, end, value)}
    />
  );
  return (
    <details className={style.sub}>
      <summary>{t('robustness.study.settings')}</summary>
      <Stack gap="sm" mt="sm">
        {props.indicators.map((id) => (
          <fieldset key={id} className={style.weights}>
            <legend>{nameOf(id)}</legend>
            {weight(id, 'min')}
            {weight(id, 'max')}
          </fieldset>
        ))}
        <Group align="flex-end">
          <NumberInput
            label={t('robustness.study.cut')}
            min={0.5}
            max={1}
            step={0.05}
            decimalScale={2}
            decimalSeparator={decimal}
            hideControls
            value={draft.cut ?? 0.7}
            onChange={(value) => setDraft({ ...draft, cut: Math.max(0.5, numberOf(value, 0.7)) })}
          />
          <NumberInput
            label={t('robustness.study.seed')}
            min={0}
            max={4_294_967_295}
            allowDecimal={false}
            hideControls
            value={draft.seed ?? 1}
            onChange={(value) => setDraft({ ...draft, seed: typeof value === 'number' ? value : 1 })}
          />
          <Button variant="default" onClick={() => props.onSettings(draft)}>
            {t('robustness.study.again')}
          </Button>
        </Group>
      </Stack>
    </details>
  );
}
