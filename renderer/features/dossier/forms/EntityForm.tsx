import { Checkbox, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { countryText } from '#shared/i18n/codes.ts';
import type { Marking } from '#shared/model/marking.ts';
import { type BodyOf, ENTITY_TYPES, type EntityType } from '#shared/model/records.ts';
import { MAX_TEXT } from '#shared/model/value.ts';
import { ORGANISATION_FORMS, PUBLIC_BODY_LEVELS } from '#shared/model/vocabulary.ts';
import { useLang, useT } from '../../../app/language.ts';
import { FormDrawer } from '../../../ui/index.ts';
import type { EntityTask } from '../editor.tsx';
import type { FieldError } from '../fieldError.ts';
import { basesOf, bodyOf } from '../readings.ts';
import { focusFirstError, MarkingSelect, useFieldError } from './fieldsets.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import type { DrawerProps } from './types.ts';
import { useRecordForm } from './useRecordForm.ts';

type Draft = {
  readonly type: EntityType;
  readonly name: string;
  readonly form: BodyOf<'company'>['form'];
  readonly level: BodyOf<'publicBody'>['level'];
  readonly country: string;
  readonly vital: boolean;
  readonly place: string;
  readonly note: string;
  readonly marking: Marking;
};

const EMPTY: Draft = {
  type: 'company',
  name: '',
  form: 'company',
  level: 'agency',
  country: '',
  vital: false,
  place: '',
  note: '',
  marking: 'open',
};

const startOf = ({ versions, type, marking }: EntityTask): Draft => {
  const [version] = versions ?? [];
  const body = version === undefined || type === undefined ? null : bodyOf(version, type);
  if (version === undefined || type === undefined || body === null) return { ...EMPTY, marking };
  return { ...EMPTY, ...body, type, marking: version.marking };
};

const hasCountry = (type: EntityType) => type === 'company' || type === 'publicBody' || type === 'site';

const bodyFrom = (draft: Draft): BodyOf<EntityType> => {
  const name = draft.name.trim();
  const note = draft.note.trim() === '' ? {} : { note: draft.note };
  const country = draft.country.trim() === '' ? {} : { country: draft.country.trim().toUpperCase() };
  switch (draft.type) {
    case 'company':
      return { name, form: draft.form, ...country, ...note };
    case 'publicBody':
      return { name, level: draft.level, ...country, ...note };
    case 'process':
      return { name, vital: draft.vital, ...note };
    case 'site':
      return {
        name,
        ...country,
        ...(draft.place.trim() === '' ? {} : { place: draft.place.trim() }),
        ...note,
      };
    default:
      return { name, ...note };
  }
};

const check = (draft: Draft): Partial<Record<keyof Draft, FieldError>> => {
  const errors: Partial<Record<keyof Draft, FieldError>> = {};
  const name = draft.name.trim();
  if (name === '') errors.name = { key: 'dossier.error.required' };
  if (name.length > 400) errors.name = { key: 'dossier.error.tooLong', params: { max: 400 } };
  if (draft.note.length > MAX_TEXT) errors.note = { key: 'dossier.error.tooLong', params: { max: MAX_TEXT } };
  if (draft.place.trim().length > 200) errors.place = { key: 'dossier.error.tooLong', params: { max: 200 } };
  if (hasCountry(draft.type) && !/^([A-Za-z]{2})?$/.test(draft.country.trim())) {
    errors.country = { key: 'dossier.error.country' };
  }
  return errors;
};

/** What identifies a party or thing; what is said of it is in facts. */
export function EntityForm({ task, ...drawer }: DrawerProps<EntityTask>) {
  const t = useT();
  const lang = useLang();
  const say = useFieldError();
  const [start] = useState(() => startOf(task));
  const [draft, setDraft] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const existing = task.record !== undefined;
  const form = useRecordForm({
    logId: drawer.logId,
    type: draft.type,
    record: task.record ?? null,
    base: basesOf(task.versions ?? []),
  });
  const found = check(draft);
  const errors = submitted ? found : {};
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const country = draft.country.trim().toUpperCase();

  const submit = async () => {
    setSubmitted(true);
    if (Object.keys(found).length > 0) return focusFirstError();
    const record = await form.save(bodyFrom(draft), draft.marking);
    if (record !== undefined) drawer.onSaved(existing ? undefined : record);
  };

  return (
    <FormDrawer
      opened={drawer.opened}
      title={t(existing ? 'dossier.form.editEntity' : 'dossier.form.newEntity')}
      onClose={drawer.onClose}
      onSubmit={() => void submit()}
      dirty={draft !== start}
      saving={form.saving}
      error={form.error}
    >
      <StaleNotice logId={drawer.logId} type={draft.type} form={form} />
      {existing ? (
        <Text c="dimmed">{t(`words.type.${draft.type}`)}</Text>
      ) : (
        <Select
          label={t('dossier.form.type')}
          data={ENTITY_TYPES.map((type) => ({ value: type, label: t(`words.type.${type}`) }))}
          value={draft.type}
          allowDeselect={false}
          onChange={(type) => type && change({ type })}
        />
      )}
      <TextInput
        label={t('dossier.form.name')}
        withAsterisk
        data-autofocus
        value={draft.name}
        error={say(errors.name)}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {draft.type === 'company' && (
        <Select
          label={t('dossier.form.form')}
          data={ORGANISATION_FORMS.map((one) => ({ value: one, label: t(`words.organisationForm.${one}`) }))}
          value={draft.form}
          allowDeselect={false}
          onChange={(value) => value && change({ form: value })}
        />
      )}
      {draft.type === 'publicBody' && (
        <Select
          label={t('dossier.form.level')}
          data={PUBLIC_BODY_LEVELS.map((one) => ({ value: one, label: t(`words.publicBodyLevel.${one}`) }))}
          value={draft.level}
          allowDeselect={false}
          onChange={(level) => level && change({ level })}
        />
      )}
      {hasCountry(draft.type) && (
        <TextInput
          label={t('dossier.form.country')}
          maxLength={2}
          value={draft.country}
          error={say(errors.country)}
          description={/^[A-Z]{2}$/.test(country) ? countryText(country, lang) : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => change({ country: event.currentTarget.value })}
        />
      )}
      {draft.type === 'site' && (
        <TextInput
          label={t('dossier.form.place')}
          value={draft.place}
          error={say(errors.place)}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
      )}
      {draft.type === 'process' && (
        <Checkbox
          label={t('dossier.form.vital')}
          checked={draft.vital}
          onChange={(event) => change({ vital: event.currentTarget.checked })}
        />
      )}
      <MarkingSelect value={draft.marking} onChange={(marking) => change({ marking })} />
      <Textarea
        label={t('dossier.form.note')}
        value={draft.note}
        error={say(errors.note)}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </FormDrawer>
  );
}
