import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import type { Likelihood, YardstickId } from '#shared/model/records/threat.ts';
import { knownYardstick, percentText } from '#shared/threat/likelihood.ts';
import { useLang, useT } from '../../app/language.ts';
import { ChoiceField } from '../../ui/index.ts';

/** A likelihood while it is filled in; per cents as they stand in the fields. */
export type LikelihoodDraft = {
  readonly kind: Likelihood['kind'];
  readonly term: string | null;
  readonly min: number | string;
  readonly max: number | string;
};

export function likelihoodDraft(likelihood: Likelihood | undefined): LikelihoodDraft {
  const empty = { kind: 'term' as const, term: null, min: '', max: '' };
  if (likelihood === undefined) return empty;
  const { kind } = likelihood;
  if (kind === 'term') return { ...empty, term: `${likelihood.yardstick} ${likelihood.term}` };
  if (kind === 'unknown') return { ...empty, kind };
  return { ...empty, kind, min: Math.round(likelihood.min * 100), max: Math.round(likelihood.max * 100) };
}

/** The likelihood that the fields hold; undefined while they hold none. */
export function likelihoodOf({ kind, term, min, max }: LikelihoodDraft): Likelihood | undefined {
  if (kind === 'unknown') return { kind };
  if (kind === 'term') {
    const [yardstick, id] = term?.split(' ') ?? [];
    return yardstick && id ? { kind, yardstick: yardstick as YardstickId, term: id } : undefined;
  }
  const [low, high] = [Number(min) / 100, Number(max) / 100];
  const good = min !== '' && max !== '' && low >= 0 && low <= high && high <= 1;
  return good ? { kind, min: low, max: high } : undefined;
}

/** How likely: a word of the case's yardstick, bounds, or not to be said. */
export function LikelihoodField(props: {
  readonly value: LikelihoodDraft;
  readonly yardstick: YardstickId;
  readonly onChange: (value: LikelihoodDraft) => void;
  readonly readOnly: boolean;
  /** Says what is missing, after somebody tried to save. */
  readonly checked: boolean;
}) {
  const t = useT();
  const lang = useLang();
  const { value, yardstick, readOnly } = props;
  const set = (change: Partial<LikelihoodDraft>) => props.onChange({ ...value, ...change });
  const wrong = props.checked && likelihoodOf(value) === undefined;
  const [own] = value.term?.split(' ') ?? [];
  // A word of another yardstick stays in sight until somebody chooses anew.
  const scales = own !== undefined && own !== yardstick ? [yardstick, own as YardstickId] : [yardstick];
  return (
    <Stack gap="xs">
      <ChoiceField
        label={t('threat.likelihood.label')}
        description={t('threat.likelihood.help')}
        value={value.kind}
        values={['term', 'range', 'unknown'] as const}
        word={(kind) => t(`threat.likelihood.by.${kind}`)}
        readOnly={readOnly}
        onChange={(kind) => set({ kind })}
      />
      {value.kind === 'term' && (
        <Select
          label={t('threat.likelihood.term')}
          readOnly={readOnly}
          value={value.term}
          error={wrong && t('threat.likelihood.termMissing')}
          data={scales.map((scale) => ({
            group: t(`threat.yardstick.name.${scale}`),
            items: knownYardstick(scale).terms.map((term) => ({
              value: `${scale} ${term.id}`,
              label: `${term[lang]} (${percentText({ min: term.from, max: term.to })})`,
            })),
          }))}
          onChange={(term) => set({ term })}
        />
      )}
      {value.kind === 'range' && (
        <Group grow align="flex-start">
          {(['min', 'max'] as const).map((end) => (
            <NumberInput
              key={end}
              label={t(`threat.likelihood.${end}`)}
              min={0}
              max={100}
              readOnly={readOnly}
              value={value[end]}
              error={wrong && t('threat.likelihood.wrong')}
              onChange={(number) => set({ [end]: number })}
            />
          ))}
        </Group>
      )}
      {value.kind === 'unknown' && <Text size="sm">{t('threat.likelihood.unknownText')}</Text>}
    </Stack>
  );
}
