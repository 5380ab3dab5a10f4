import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Marking } from '#shared/model/marking.ts';
import { useT } from '../../app/language.ts';
import { MarkingSelect } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { EvidencePicker } from './EvidencePicker.tsx';

type Grounds = { readonly evidence: readonly string[]; readonly marking: Marking };

type GroundsForm<Reason extends string> = {
  readonly values: Grounds;
  readonly getInputProps: (field: Reason) => object;
  readonly setFieldValue: (field: keyof Grounds, value: never) => void;
};

/**
 * What every judgement rests on: the reason in words, the evidence, and how it is marked. A case that is looked back at
 * is only read.
 */
export function GroundsFields<Reason extends string>(props: {
  readonly form: GroundsForm<Reason>;
  readonly reason: {
    readonly field: Reason;
    readonly label: string;
    readonly description?: string;
    readonly required?: boolean;
    readonly minRows?: number;
  };
  /** More in words, between the reason and the evidence. */
  readonly more?: ReactNode;
  /** What stands between the evidence and its marking. */
  readonly children?: ReactNode;
}) {
  const t = useT();
  const { logId, readOnly } = useCase();
  const { form, more, children } = props;
  const { field, ...worded } = props.reason;
  return (
    <>
      <Textarea {...worded} readOnly={readOnly} {...form.getInputProps(field)} />
      {more}
      <EvidencePicker
        logId={logId}
        value={form.values.evidence}
        readOnly={readOnly}
        onChange={(value) => form.setFieldValue('evidence', value as never)}
      />
      {children}
      <MarkingSelect
        label={t('assessment.markingLabel')}
        value={form.values.marking}
        readOnly={readOnly}
        onChange={(value) => form.setFieldValue('marking', value as never)}
      />
    </>
  );
}
