import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId } from 'react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { leafById, wordingOf } from '#shared/framework/wording.ts';
import type { Marking } from '#shared/model/marking.ts';
import { CONFIDENCES, type Outcome } from '#shared/model/vocabulary.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { FormDrawer, MarkingSelect } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { EvidencePicker } from './EvidencePicker.tsx';
import { LeafGuidance } from './LeafGuidance.tsx';
import { OutcomeChoice } from './OutcomeChoice.tsx';
import { type Assessed, type Version, verdictOf } from './useAssessment.ts';
import { VersionsCompare } from './VersionsCompare.tsx';

type Confidence = (typeof CONFIDENCES)[number];
type Draft = {
  outcome: Outcome;
  argument: string;
  confidence: Confidence | 'none';
  evidence: readonly string[];
  marking: Marking;
};

const draftOf = (version: Version | undefined, marking: Marking): Draft => {
  if (version === undefined)
    return { outcome: 'undetermined', argument: '', confidence: 'none', evidence: [], marking };
  const { outcome, argument, confidence, evidence } = verdictOf(version);
  return { outcome, argument, confidence: confidence ?? 'none', evidence, marking: version.marking };
};

/** One question of the gates in full, to judge it or, looking back, to read it. */
export function LeafDrawer(props: {
  readonly leafId: string;
  readonly assessed: Assessed;
  readonly onClose: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const confidenceId = useId();
  const { logId, readOnly, row } = useCase();
  const judge = useCommand('assessment.judge', { quiet: true });
  const leaf = leafById(BEV_2023, props.leafId);
  const verdict = props.assessed.verdictOn(props.leafId);
  const versions = verdict?.versions ?? [];
  const inConflict = versions.length > 1;
  const form = useForm<Draft>({
    initialValues: draftOf(inConflict ? undefined : versions[0], row.marking),
  });
  if (leaf === undefined) return null;
  const { question } = wordingOf(leaf, props.assessed.assessment.trigger);
  const { outcome, argument, confidence, evidence, marking } = form.values;

  const submit = async () => {
    const saved = await judge.run({
      logId,
      leaf: leaf.id,
      base: versions.map((version) => version.digest),
      outcome,
      argument,
      evidence: [...evidence],
      marking,
      ...(confidence === 'none' ? {} : { confidence }),
    });
    if (saved !== undefined) props.onClose();
  };

  return (
    <FormDrawer
      opened
      wide
      title={leaf.title[lang]}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={judge.running}
      error={judge.error}
      readOnly={readOnly}
      {...(inConflict ? { submit: t('assessment.settle') } : {})}
    >
      <Text fz="lg" fw={600} lh={1.4}>
        {question[lang]}
      </Text>
      <LeafGuidance leaf={leaf} trigger={props.assessed.assessment.trigger} />
      {inConflict && (
        <VersionsCompare
          versions={versions}
          onTake={readOnly ? undefined : (version) => form.setValues(draftOf(version, version.marking))}
        />
      )}
      <OutcomeChoice
        value={outcome}
        readOnly={readOnly}
        onChange={(value) => form.setFieldValue('outcome', value)}
      />
      <Textarea
        label={t('assessment.argumentLabel')}
        description={t('assessment.argumentHelp')}
        minRows={4}
        readOnly={readOnly}
        {...form.getInputProps('argument')}
      />
      <EvidencePicker
        logId={logId}
        value={evidence}
        readOnly={readOnly}
        onChange={(value) => form.setFieldValue('evidence', value)}
      />
      <Stack gap={4} align="flex-start">
        <Text size="sm" fw={500} id={confidenceId}>
          {t('assessment.confidenceLabel')}
        </Text>
        <SegmentedControl
          aria-labelledby={confidenceId}
          value={confidence}
          readOnly={readOnly}
          onChange={(value) =>
            form.setFieldValue('confidence', CONFIDENCES.find((one) => one === value) ?? 'none')
          }
          data={[
            { value: 'none', label: t('assessment.confidenceNone') },
            ...CONFIDENCES.map((value) => ({ value, label: t(`words.confidence.${value}`) })),
          ]}
        />
      </Stack>
      <MarkingSelect
        label={t('assessment.markingLabel')}
        value={marking}
        readOnly={readOnly}
        onChange={(value) => form.setFieldValue('marking', value)}
      />
    </FormDrawer>
  );
}
