import { Alert, Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { INTERESTS } from '#shared/instruments/catalogue.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { IN_TIME, RUNG_GROUNDS, RUNG_VERDICTS } from '#shared/model/records/last-resort.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { ChoiceField, FormDrawer } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { GroundsFields } from '../overview/GroundsFields.tsx';
import { isInstrument, type RungRow, rungOf, verdictOn } from './LadderContext.ts';
import { RungFacts } from './RungFacts.tsx';

type Draft = {
  verdict: (typeof RUNG_VERDICTS)[number];
  ground: (typeof RUNG_GROUNDS)[number] | 'none';
  covers: string[];
  inTime: (typeof IN_TIME)[number];
  residual: string;
  reason: string;
  evidence: readonly string[];
  marking: Marking;
};

/** A new verdict starts from what the catalogue says the instrument covers. */
function draftOf(rungs: readonly RungRow[], marking: Marking): Draft {
  const [only, ...others] = rungs;
  const body = only && others.length === 0 ? verdictOn(only) : undefined;
  const { verdict, ground, covers, inTime, residual, reason, evidence } = body ?? {};
  return {
    verdict: verdict ?? 'undetermined',
    ground: ground ?? 'none',
    covers: [...(covers ?? (only && others.length === 0 ? rungOf(only.id).covers : []))],
    inTime: inTime ?? 'unknown',
    residual: residual ?? '',
    reason: reason ?? '',
    evidence: evidence ?? [],
    marking: (only?.judged?.versions.length === 1 && only.judged.versions[0]?.marking) || marking,
  };
}

/** Judges one rung, or several alike, with a reason. */
export function RungDrawer(props: {
  readonly rungs: readonly RungRow[];
  readonly onClose: (saved: boolean) => void;
}) {
  const { rungs } = props;
  const t = useT();
  const lang = useLang();
  const { logId, readOnly, row } = useCase();
  const judge = useCommand('instruments.judge', { quiet: true });
  const form = useForm<Draft>({ initialValues: draftOf(rungs, row.marking) });
  const { verdict, ground, covers, inTime, residual, reason, evidence, marking } = form.values;
  const [only, ...others] = rungs;
  const single = only && others.length === 0 ? only : undefined;
  const submit = async () => {
    const saved = await judge.run({
      logId,
      rungs: rungs.map(({ id, judged }) => ({
        instrument: id,
        base: (judged?.versions ?? []).map(({ digest }) => digest),
      })),
      verdict,
      ...(ground === 'none' ? {} : { ground }),
      covers: INTERESTS.filter((interest) => covers.includes(interest)),
      inTime,
      ...(residual.trim() === '' ? {} : { residual }),
      reason,
      evidence: [...evidence] as RecordId[],
      marking,
    });
    if (saved !== undefined) props.onClose(true);
  };
  return (
    <FormDrawer
      opened
      wide
      title={single ? t('instruments.drawer.one') : t('instruments.drawer.many', { count: rungs.length })}
      onClose={() => props.onClose(false)}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={judge.running}
      error={judge.error}
      readOnly={readOnly}
    >
      <Text fz="lg" fw={600} lh={1.4}>
        {rungs.map(({ id }) => rungOf(id).title[lang]).join('; ')}
      </Text>
      {single && isInstrument(rungOf(single.id)) && <RungFacts rung={single} />}
      {rungs.some(({ gap }) => gap === 'conflict') && (
        <Alert color="yellow" variant="outline">
          {t('instruments.drawer.conflict')}
        </Alert>
      )}
      <ChoiceField
        label={t('instruments.drawer.verdict')}
        value={verdict}
        values={RUNG_VERDICTS}
        word={(one) => t(`instruments.verdict.${one}`)}
        onChange={(one) => form.setFieldValue('verdict', one)}
      />
      <ChoiceField
        label={t('instruments.drawer.ground')}
        value={ground}
        values={['none', ...RUNG_GROUNDS] as const}
        word={(one) => (one === 'none' ? t('instruments.drawer.groundNone') : t(`instruments.ground.${one}`))}
        onChange={(one) => form.setFieldValue('ground', one)}
      />
      <Checkbox.Group
        label={t('instruments.drawer.covers')}
        value={covers}
        onChange={(value) => form.setFieldValue('covers', value)}
      >
        <Stack gap={6} mt={6}>
          {INTERESTS.map((interest) => (
            <Checkbox key={interest} value={interest} label={t(`instruments.interest.${interest}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <ChoiceField
        label={t('instruments.drawer.inTime')}
        value={inTime}
        values={IN_TIME}
        word={(one) => t(`instruments.inTime.${one}`)}
        onChange={(one) => form.setFieldValue('inTime', one)}
      />
      <GroundsFields
        form={form}
        reason={{
          field: 'reason',
          label: t('instruments.drawer.reason'),
          description: t('instruments.drawer.reasonHelp'),
        }}
        more={
          <Textarea
            label={t('instruments.drawer.residual')}
            minRows={2}
            readOnly={readOnly}
            {...form.getInputProps('residual')}
          />
        }
      />
    </FormDrawer>
  );
}
