import { Checkbox, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useLang, useT } from '../../../app/language.ts';
import type { FieldError } from '../../dossier/fieldError.ts';
import { useFieldError } from '../../dossier/forms/fieldsets.tsx';
import style from '../scenarios.module.css';
import type { FieldDraft, QuantityDraft } from './draft.ts';
import type { FieldSpec } from './spec.ts';

export type PartyOptions = readonly {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}[];

const KINDS = ['exact', 'range', 'unknown'] as const;

/** A number, a range or "unknown", with the kind chosen beside it. */
export function QuantityField(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly value: QuantityDraft;
  readonly error?: FieldError | undefined;
  readonly required: boolean;
  readonly onChange: (value: QuantityDraft) => void;
}) {
  const t = useT();
  const say = useFieldError();
  const lang = useLang();
  const { value, label } = props;
  const separators =
    lang === 'nl'
      ? { decimalSeparator: ',', thousandSeparator: '.' }
      : { decimalSeparator: '.', thousandSeparator: ',' };
  const number = (member: 'value' | 'min' | 'max', text: string, error: FieldError | undefined) => (
    <NumberInput
      key={member}
      {...separators}
      label={text}
      description={member === 'value' ? props.help : undefined}
      withAsterisk={props.required}
      hideControls
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value[member]}
      error={say(error)}
      onChange={(typed) => props.onChange({ ...value, [member]: typed })}
    />
  );
  return (
    <div className={style.pair}>
      {value.kind === 'exact' ? (
        number('value', label, props.error)
      ) : value.kind === 'range' ? (
        <Stack gap={6}>
          {number('min', t('scenarios.form.min', { label }), undefined)}
          {number('max', t('scenarios.form.max', { label }), props.error)}
        </Stack>
      ) : (
        <TextInput label={label} value={t('scenarios.form.quantity.unknown')} readOnly disabled />
      )}
      <Select
        label={<span className="wb-hidden">{t('scenarios.form.quantityOf', { label })}</span>}
        aria-label={t('scenarios.form.quantityOf', { label })}
        data={KINDS.map((kind) => ({ value: kind, label: t(`scenarios.form.quantity.${kind}`) }))}
        value={value.kind}
        allowDeselect={false}
        onChange={(kind) => kind && props.onChange({ ...value, kind })}
      />
    </div>
  );
}

/** Chooses somebody of the case or of the scenario by typing part of the name. */
export function PartyField(props: {
  readonly label: string;
  readonly options: PartyOptions;
  readonly value: string | null;
  readonly error?: FieldError | undefined;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly onChange: (value: string | null) => void;
}) {
  const t = useT();
  const say = useFieldError();
  return (
    <Select
      label={props.label}
      withAsterisk={props.required ?? true}
      searchable
      limit={60}
      maxDropdownHeight={320}
      nothingFoundMessage={t('common.nothingFound')}
      data={props.options.map(({ group, items }) => ({ group, items: [...items] }))}
      value={props.value}
      error={say(props.error)}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      clearable={props.required === false}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      allowDeselect={props.required === false}
      onChange={props.onChange}
    />
  );
}

/** The field of a step that a specification describes. */
export function StepField(props: {
  readonly spec: FieldSpec;
  readonly value: FieldDraft | undefined;
  readonly error: FieldError | undefined;
  readonly parties: PartyOptions;
  readonly onChange: (value: FieldDraft) => void;
}) {
  const t = useT();
  const say = useFieldError();
  const { spec, value, error, onChange } = props;
  const label = t(spec.label);
  const help = spec.help === undefined ? undefined : t(spec.help);
  switch (spec.type) {
    case 'party':
      return (
        <PartyField
          label={label}
          options={props.parties}
          value={value as string | null}
          error={error}
          onChange={onChange}
        />
      );
    case 'quantity':
      return (
        <QuantityField
          label={label}
          help={help}
          value={value as QuantityDraft}
          error={error}
          required={!spec.optional}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          data={spec.choices.map(([code, text]) => ({ value: code, label: t(text) }))}
          value={String(value)}
          error={say(error)}
          allowDeselect={false}
          onChange={(code) => code !== null && onChange(code)}
        />
      );
    case 'yesNo':
      return (
        <Checkbox
          label={label}
          description={help}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={label}
          description={help}
          hideControls
          allowDecimal={false}
          value={value as number | string}
          error={say(error)}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextInput
          label={label}
          description={help}
          value={String(value ?? '')}
          error={say(error)}
          maxLength={spec.type === 'text' ? (spec.path === 'shareClass' ? 100 : 400) : 10}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
