import { Alert, Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { Pane } from '#shared/model/records/threat.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { CONFIDENCES } from '#shared/model/vocabulary.ts';
import type { CriterionId } from '#shared/threat/criteria.ts';
import { likelihoodText } from '#shared/threat/likelihood.ts';
import { criterionPlace } from '#shared/threat/places.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { AuthorText, ChoiceField, FormDrawer, MarkingSelect } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { EvidencePicker } from '../overview/EvidencePicker.tsx';
import { LikelihoodField, likelihoodDraft, likelihoodOf } from './LikelihoodField.tsx';
import { LintedTextarea } from './LintedTextarea.tsx';
import { type Appraised, useThreat } from './ThreatContext.ts';

/** What the drawer is opened for: an appraisal that is there, a criterion that has none yet, or a new one. */
export type Opened = {
  readonly pane: Pane;
  readonly criterion?: CriterionId;
  readonly appraised?: Appraised;
};

const CONFIDENCE = ['none', ...CONFIDENCES] as const;

const draftOf = (body: BodyOf<'appraisal'> | undefined, marking: Marking) => ({
  statement: body?.statement ?? '',
  likelihood: likelihoodDraft(body?.likelihood),
  confidence: body?.confidence ?? ('none' as const),
  argument: body?.argument ?? '',
  alternatives: body?.alternatives ?? '',
  assumptions: body?.assumptions ?? '',
  evidence: (body?.evidence ?? []) as readonly string[],
  marking,
});
type Draft = Omit<ReturnType<typeof draftOf>, 'confidence'> & {
  confidence: (typeof CONFIDENCE)[number];
};

/** One appraisal: statement, likelihood, confidence apart from it, argument, what else it could be, what is assumed. */
export function AppraisalDrawer({
  opened,
  onClose,
}: {
  readonly opened: Opened;
  readonly onClose: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const { logId, readOnly, row } = useCase();
  const { yardstick } = useThreat().threat;
  const put = useCommand('records.put', { quiet: true });
  const [checked, setChecked] = useState(false);
  const { pane, criterion, appraised } = opened;
  const versions = appraised?.versions ?? [];
  const inConflict = versions.length > 1;
  const bodyAt = (k: number) => versions[k]?.body as BodyOf<'appraisal'> | undefined;
  const form = useForm<Draft>({
    initialValues: draftOf(inConflict ? undefined : bodyAt(0), versions[0]?.marking ?? row.marking),
  });
  const { statement, likelihood, confidence, evidence, marking, ...texts } = form.values;
  const submit = async () => {
    const said = likelihoodOf(likelihood);
    setChecked(true);
    if (statement.trim() === '' || said === undefined) return;
    const saved = await put.run({
      logId,
      action: versions.length === 0 ? 'create' : inConflict ? 'resolve' : 'edit',
      puts: [
        {
          record: appraised?.record ?? (criterion ? criterionPlace(logId as LogId, criterion) : null),
          type: 'appraisal',
          base: versions.map(({ digest }) => digest),
          body: {
            pane,
            ...(criterion ? { criterion } : {}),
            statement,
            likelihood: said,
            ...(confidence === 'none' ? {} : { confidence }),
            argument: texts.argument,
            ...(texts.alternatives.trim() === '' ? {} : { alternatives: texts.alternatives }),
            ...(texts.assumptions.trim() === '' ? {} : { assumptions: texts.assumptions }),
            evidence: [...evidence] as RecordId[],
          },
          marking,
        },
      ],
    });
    if (saved !== undefined) onClose();
  };
  const text = (field: 'argument' | 'alternatives' | 'assumptions', description: string) => (
    <LintedTextarea
      yardstick={yardstick.id}
      label={t(`threat.field.${field}`)}
      description={description}
      minRows={3}
      readOnly={readOnly}
      {...form.getInputProps(field)}
      value={texts[field]}
    />
  );
  return (
    <FormDrawer
      opened
      wide
      title={t(`threat.drawer.${inConflict ? 'settle' : appraised ? 'edit' : 'add'}`)}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={put.running}
      error={put.error}
      readOnly={readOnly}
    >
      <Text size="sm" c="dimmed">
        {t(`threat.pane.${pane}`)}
      </Text>
      {criterion && (
        <Text fz="lg" fw={600}>
          {t(`threat.criterion.${criterion}`)}
        </Text>
      )}
      {inConflict && (
        <Alert
          color="yellow"
          variant="outline"
          title={t('threat.drawer.versions', { count: versions.length })}
        >
          <Stack gap="sm">
            {versions.map((version, k) => {
              const body = bodyAt(k) as BodyOf<'appraisal'>;
              return (
                <div key={version.digest}>
                  <Text size="sm" fw={600}>
                    <AuthorText author={version.author} />
                  </Text>
                  <Text size="sm">
                    {body.statement} {likelihoodText(body.likelihood, lang)}
                  </Text>
                  {!readOnly && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => form.setValues(draftOf(body, version.marking))}
                    >
                      {t('threat.drawer.take')}
                    </Button>
                  )}
                </div>
              );
            })}
          </Stack>
        </Alert>
      )}
      <LintedTextarea
        yardstick={yardstick.id}
        label={t('threat.field.statement')}
        description={t('threat.field.statementHelp')}
        required
        minRows={2}
        readOnly={readOnly}
        {...form.getInputProps('statement')}
        value={statement}
        error={checked && statement.trim() === '' && t('threat.statementMissing')}
      />
      <LikelihoodField
        value={likelihood}
        yardstick={yardstick.id}
        checked={checked}
        readOnly={readOnly}
        onChange={(value) => form.setFieldValue('likelihood', value)}
      />
      <ChoiceField
        label={t('assessment.confidenceLabel')}
        value={confidence}
        values={CONFIDENCE}
        word={(one) => (one === 'none' ? t('assessment.confidenceNone') : t(`words.confidence.${one}`))}
        readOnly={readOnly}
        onChange={(one) => form.setFieldValue('confidence', one)}
      />
      {text('argument', t('assessment.argumentHelp'))}
      <EvidencePicker
        logId={logId}
        value={evidence}
        readOnly={readOnly}
        onChange={(value) => form.setFieldValue('evidence', value)}
      />
      {text('alternatives', t('threat.field.alternativesHelp'))}
      {text('assumptions', t('threat.field.assumptionsHelp'))}
      <MarkingSelect
        label={t('assessment.markingLabel')}
        value={marking}
        readOnly={readOnly}
        onChange={(value) => form.setFieldValue('marking', value)}
      />
    </FormDrawer>
  );
}
