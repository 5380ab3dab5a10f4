import { Fieldset, Group, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { CREDIBILITIES, type Credibility, RELIABILITIES, type Reliability } from '#shared/model/grade.ts';
import type { Marking } from '#shared/model/marking.ts';
import { useT } from '../../../app/language.ts';
import { MarkingSelect as Choice } from '../../../ui/index.ts';
import type { FieldError } from '../fieldError.ts';
import type { PeriodErrors } from '../period.ts';
import style from './forms.module.css';

/** An error of a field in words. */
export const useFieldError = (): ((error: FieldError | undefined) => string | undefined) => {
  const t = useT();
  return (error) => (error === undefined ? undefined : t(error.key, error.params));
};

/** Brings the focus to the first field that needs attention, once it is drawn as such. */
export const focusFirstError = (): void => {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus();
  });
};

export function FormPart({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <div className={style.frame}>
      <Fieldset legend={legend} className={style.part} variant="unstyled">
        {children}
      </Fieldset>
    </div>
  );
}

export function MarkingSelect(props: {
  readonly value: Marking;
  readonly onChange: (marking: Marking) => void;
}) {
  const t = useT();
  return <Choice label={t('dossier.form.marking')} value={props.value} onChange={props.onChange} />;
}

export function ReliabilitySelect(props: {
  readonly value: Reliability;
  readonly onChange: (reliability: Reliability) => void;
}) {
  const t = useT();
  return (
    <Select
      label={t('dossier.form.reliability')}
      data={RELIABILITIES.map((grade) => ({
        value: grade,
        label: `${grade}: ${t(`words.reliability.${grade}`)}`,
      }))}
      value={props.value}
      allowDeselect={false}
      onChange={(value) => value && props.onChange(value)}
    />
  );
}

export function CredibilitySelect(props: {
  readonly value: Credibility;
  readonly onChange: (credibility: Credibility) => void;
}) {
  const t = useT();
  return (
    <Select
      label={t('dossier.form.credibility')}
      data={CREDIBILITIES.map((grade) => ({
        value: grade,
        label: `${grade}: ${t(`words.credibility.${grade}`)}`,
      }))}
      value={props.value}
      allowDeselect={false}
      onChange={(value) => value && props.onChange(value)}
    />
  );
}

/** Both ends of the time in which something holds; an empty end is open. */
export function PeriodFields(props: {
  readonly from: string;
  readonly to: string;
  readonly errors: PeriodErrors;
  readonly onChange: (part: { validFrom: string } | { validTo: string }) => void;
}) {
  const t = useT();
  const say = useFieldError();
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('dossier.form.validFrom')}
        description={t('dossier.form.dateHint')}
        value={props.from}
        error={say(props.errors.validFrom)}
        onChange={(event) => props.onChange({ validFrom: event.currentTarget.value })}
      />
      <TextInput
        label={t('dossier.form.validTo')}
        description={t('dossier.form.dateHint')}
        value={props.to}
        error={say(props.errors.validTo)}
        onChange={(event) => props.onChange({ validTo: event.currentTarget.value })}
      />
    </Group>
  );
}
