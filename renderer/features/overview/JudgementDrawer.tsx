import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useId } from 'react';
import type { OpDigest, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { CONFIDENCES, type Outcome } from '#shared/model/vocabulary.ts';
import { useT } from '../../app/language.ts';
import { FormDrawer } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { GroundsFields } from './GroundsFields.tsx';
import { OutcomeChoice } from './OutcomeChoice.tsx';
import { type Version, verdictOf } from './useAssessment.ts';
import { VersionsCompare } from './VersionsCompare.tsx';

type Confidence = (typeof CONFIDENCES)[number];
type Draft = {
  outcome: Outcome;
  argument: string;
  confidence: Confidence | 'none';
  evidence: readonly string[];
  marking: Marking;
};

/** A judgement as the commands take it: what was seen (`base`), and what is said now. */
export type Judged = {
  readonly base: OpDigest[];
  readonly outcome: Outcome;
  readonly argument: string;
  readonly confidence?: Confidence;
  readonly evidence: RecordId[];
  readonly marking: Marking;
};

const draftOf = (version: Version | undefined, marking: Marking): Draft => {
  if (version === undefined)
    return { outcome: 'undetermined', argument: '', confidence: 'none', evidence: [], marking };
  const { outcome, argument, confidence, evidence } = verdictOf(version);
  return { outcome, argument, confidence: confidence ?? 'none', evidence, marking: version.marking };
};

/**
 * One question with an outcome, an argument, evidence and how sure it is: to judge it or, looking back, to read it.
 * `versions` are the live ones; with more than one the drawer settles the conflict.
 */
export function JudgementDrawer(props: {
  readonly title: string;
  readonly question: string;
  readonly versions: readonly Version[];
  readonly children?: ReactNode;
  readonly onClose: () => void;
  /** Saves; undefined means that it failed and `error` says why. */
  readonly onSave: (judged: Judged) => Promise<unknown>;
  readonly saving: boolean;
  readonly error: unknown;
}) {
  const t = useT();
  const confidenceId = useId();
  const { readOnly, row } = useCase();
  const { versions } = props;
  const inConflict = versions.length > 1;
  const form = useForm<Draft>({
    initialValues: draftOf(inConflict ? undefined : versions[0], row.marking),
  });
  const { outcome, argument, confidence, evidence, marking } = form.values;
  const submit = async () => {
    const saved = await props.onSave({
      base: versions.map(({ digest }) => digest),
      outcome,
      argument,
      evidence: [...evidence] as RecordId[],
      marking,
      ...(confidence === 'none' ? {} : { confidence }),
    });
    if (saved !== undefined) props.onClose();
  };
  return (
    <FormDrawer
      opened
      wide
      title={props.title}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={props.saving}
      error={props.error}
      readOnly={readOnly}
      {...(inConflict ? { submit: t('assessment.settle') } : {})}
    >
      <Text fz="lg" fw={600} lh={1.4}>
        {props.question}
      </Text>
      {props.children}
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
      <GroundsFields
        form={form}
        reason={{
          field: 'argument',
          label: t('assessment.argumentLabel'),
          description: t('assessment.argumentHelp'),
          minRows: 4,
        }}
      >
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
      </GroundsFields>
    </FormDrawer>
  );
}
