import { MultiSelect, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { CERTAINTIES } from '#shared/model/grade.ts';
import type { RecordId } from '#shared/model/ids.ts';
import {
  propertiesFor,
  propertyOf,
  SECTIONS,
  type Section,
  type SubjectKind,
} from '#shared/model/properties.ts';
import { useLang, useT } from '../../../app/language.ts';
import { FormDrawer } from '../../../ui/index.ts';
import { type ClaimDraft, claimToDraft, newClaim, readClaim, valueFor } from '../claimDraft.ts';
import type { ClaimTask } from '../editor.tsx';
import { Notice } from '../Notice.tsx';
import { basesOf, bodyOf } from '../readings.ts';
import { useBasisOptions } from './basis.ts';
import {
  CredibilitySelect,
  FormPart,
  focusFirstError,
  MarkingSelect,
  PeriodFields,
  ReliabilitySelect,
  useFieldError,
} from './fieldsets.tsx';
import { SourcePicker } from './SourcePicker.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import type { DrawerProps } from './types.ts';
import { useRecordForm } from './useRecordForm.ts';
import { ValueField } from './ValueField.tsx';

const startOf = ({ claim, property, section, kind, marking }: ClaimTask): ClaimDraft => {
  const [version] = claim?.versions ?? [];
  const body = version === undefined ? null : bodyOf(version, 'claim');
  if (version !== undefined && body !== null) return claimToDraft(body, version.marking);
  const first =
    section === undefined ? undefined : propertiesFor(kind).find((one) => one.section === section);
  return newClaim(property ?? first?.id ?? null, marking);
};

/** A fact: what is said, by which source, how it is weighed and when it holds. */
export function ClaimForm({ task, ...drawer }: DrawerProps<ClaimTask>) {
  const t = useT();
  const say = useFieldError();
  const [start] = useState(() => startOf(task));
  const [draft, setDraft] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const form = useRecordForm({
    logId: drawer.logId,
    type: 'claim',
    record: task.claim?.record ?? null,
    base: basesOf(task.claim?.versions ?? []),
  });
  const read = readClaim(draft, task.subject);
  const errors = submitted ? read.errors : {};
  const change = (part: Partial<ClaimDraft>) => setDraft((old) => ({ ...old, ...part }));
  const property = draft.property === null ? undefined : propertyOf(draft.property);
  const basis = useBasisOptions(drawer.logId, task, draft.basis);

  const submit = async () => {
    setSubmitted(true);
    if (read.body === undefined) return focusFirstError();
    if ((await form.save(read.body, draft.marking)) !== undefined) drawer.onSaved();
  };

  return (
    <FormDrawer
      wide
      opened={drawer.opened}
      title={t(task.claim === undefined ? 'dossier.form.newFact' : 'dossier.form.editFact')}
      onClose={drawer.onClose}
      onSubmit={() => void submit()}
      dirty={draft !== start}
      saving={form.saving}
      error={form.error}
    >
      <Text c="dimmed">{t('dossier.form.about', { name: task.label })}</Text>
      <StaleNotice logId={drawer.logId} type="claim" form={form} />
      <FormPart legend={t('dossier.form.value')}>
        <PropertySelect
          kind={task.kind}
          value={draft.property}
          error={say(errors.property)}
          onChange={(id) => {
            const chosen = propertyOf(id);
            if (chosen) change({ property: id, value: valueFor(chosen, draft.value) });
          }}
        />
        {property !== undefined && (
          <ValueField
            logId={drawer.logId}
            property={property}
            draft={draft.value}
            error={errors.value}
            onChange={(part) => setDraft((old) => ({ ...old, value: { ...old.value, ...part } }))}
          />
        )}
      </FormPart>
      <FormPart legend={t('dossier.form.evidence')}>
        <Certainty value={draft.certainty} onChange={(certainty) => change({ certainty })} />
        {(draft.certainty === 'inferred' || draft.basis.length > 0) && (
          <MultiSelect
            label={t('dossier.form.basis')}
            placeholder={draft.basis.length === 0 ? t('dossier.form.basisHint') : undefined}
            searchable
            hidePickedOptions
            data={basis}
            value={[...draft.basis]}
            error={say(errors.basis)}
            onChange={(chosen) => change({ basis: chosen as RecordId[] })}
          />
        )}
        <SourcePicker
          logId={drawer.logId}
          value={draft.source}
          marking={draft.marking}
          onChange={(source, reliability) =>
            change(reliability === undefined ? { source } : { source, reliability })
          }
        />
        {draft.source === null && draft.certainty === 'asserted' && (
          <Notice tone="warn" icon={<IconLinkOff size={18} aria-hidden />}>
            {t('dossier.form.noSourceNote')}
          </Notice>
        )}
        <TextInput
          label={t('dossier.form.page')}
          value={draft.page}
          error={say(errors.page)}
          onChange={(event) => change({ page: event.currentTarget.value })}
        />
        <Textarea
          label={t('dossier.form.quote')}
          minRows={2}
          value={draft.quote}
          error={say(errors.quote)}
          onChange={(event) => change({ quote: event.currentTarget.value })}
        />
      </FormPart>
      <FormPart legend={t('dossier.form.judgement')}>
        <ReliabilitySelect value={draft.reliability} onChange={(reliability) => change({ reliability })} />
        <CredibilitySelect value={draft.credibility} onChange={(credibility) => change({ credibility })} />
        <MarkingSelect value={draft.marking} onChange={(marking) => change({ marking })} />
      </FormPart>
      <FormPart legend={t('dossier.form.validity')}>
        <PeriodFields from={draft.validFrom} to={draft.validTo} errors={errors} onChange={change} />
        <Textarea
          label={t('dossier.form.note')}
          minRows={2}
          value={draft.note}
          error={say(errors.note)}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </FormPart>
    </FormDrawer>
  );
}

function Certainty(props: {
  readonly value: ClaimDraft['certainty'];
  readonly onChange: (certainty: ClaimDraft['certainty']) => void;
}) {
  const t = useT();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} id="claim-certainty">
        {t('dossier.form.certainty')}
      </Text>
      <SegmentedControl
        aria-labelledby="claim-certainty"
        fullWidth
        value={props.value}
        data={CERTAINTIES.map((one) => ({ value: one, label: t(`words.certainty.${one}`) }))}
        onChange={(value) => {
          const chosen = CERTAINTIES.find((one) => one === value);
          if (chosen) props.onChange(chosen);
        }}
      />
      <Text size="sm" c="dimmed">
        {t(`model.certaintyMeaning.${props.value}`)}
      </Text>
    </Stack>
  );
}

function PropertySelect(props: {
  readonly kind: SubjectKind;
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (id: string) => void;
}) {
  const t = useT();
  const lang = useLang();
  const { kind } = props;
  const data = useMemo(() => {
    const groups = Map.groupBy(propertiesFor(kind), (property) => property.section);
    return [...groups].map(([section, members]: [Section, ReturnType<typeof propertiesFor>]) => ({
      group: SECTIONS[section][lang],
      items: members.map((property) => ({ value: property.id, label: property.label[lang] })),
    }));
  }, [kind, lang]);
  const hint = props.value === null ? undefined : propertyOf(props.value)?.hint?.[lang];
  return (
    <Select
      label={t('dossier.form.property')}
      placeholder={t('dossier.form.propertyHint')}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      withAsterisk
      searchable
      nothingFoundMessage={t('dossier.form.nothing')}
      data={data}
      value={props.value}
      error={props.error}
      allowDeselect={false}
      data-autofocus={props.value === null || undefined}
      openOnFocus={false}
      onChange={(value) => value && props.onChange(value)}
    />
  );
}
