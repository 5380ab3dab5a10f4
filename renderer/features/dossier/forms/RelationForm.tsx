import { SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { RELATION_KINDS } from '#shared/model/vocabulary.ts';
import { useT } from '../../../app/language.ts';
import { FormDrawer } from '../../../ui/index.ts';
import type { RelationTask } from '../editor.tsx';
import type { FieldError } from '../fieldError.ts';
import { readPeriod } from '../period.ts';
import { basesOf, bodyOf } from '../readings.ts';
import { useEntities } from '../useWording.ts';
import { FormPart, focusFirstError, MarkingSelect, PeriodFields, useFieldError } from './fieldsets.tsx';
import { PartySelect } from './PartySelect.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import type { DrawerProps } from './types.ts';
import { useRecordForm } from './useRecordForm.ts';

type Draft = {
  readonly direction: 'out' | 'in';
  readonly kind: BodyOf<'relation'>['kind'];
  readonly other: RecordId | null;
  readonly label: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly marking: Marking;
};

const startOf = ({ relation, marking, direction = 'out' }: RelationTask): Draft => {
  const [version] = relation?.versions ?? [];
  const body = version === undefined ? null : bodyOf(version, 'relation');
  const empty: Draft = {
    direction,
    kind: 'owns',
    other: null,
    label: '',
    validFrom: '',
    validTo: '',
    marking,
  };
  if (relation === undefined || version === undefined || body === null) return empty;
  return {
    ...empty,
    direction: relation.direction,
    kind: body.kind,
    other: relation.other.record,
    label: body.label ?? '',
    validFrom: body.validFrom ?? '',
    validTo: body.validTo ?? '',
    marking: version.marking,
  };
};

/** A relation says that two parties have to do with each other; its size and rights are facts about it. */
export function RelationForm({ task, ...drawer }: DrawerProps<RelationTask>) {
  const t = useT();
  const say = useFieldError();
  const [start] = useState(() => startOf(task));
  const [draft, setDraft] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const { data } = useEntities(drawer.logId);
  const form = useRecordForm({
    logId: drawer.logId,
    type: 'relation',
    record: task.relation?.record ?? null,
    base: basesOf(task.relation?.versions ?? []),
  });
  const period = readPeriod(draft.validFrom, draft.validTo);
  const missing: FieldError | undefined = draft.other === null ? { key: 'dossier.error.other' } : undefined;
  const label: FieldError | undefined =
    draft.label.trim().length > 400 ? { key: 'dossier.error.tooLong', params: { max: 400 } } : undefined;
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));

  const submit = async () => {
    setSubmitted(true);
    if (draft.other === null || label || Object.keys(period.errors).length > 0) return focusFirstError();
    const [from, to] = draft.direction === 'out' ? [task.from, draft.other] : [draft.other, task.from];
    const body = {
      kind: draft.kind,
      from,
      to,
      ...(draft.label.trim() === '' ? {} : { label: draft.label.trim() }),
      ...(period.validFrom === undefined ? {} : { validFrom: period.validFrom }),
      ...(period.validTo === undefined ? {} : { validTo: period.validTo }),
    };
    const saved = await form.save(body, draft.marking);
    if (saved !== undefined) drawer.onSaved(task.relation === undefined ? saved : undefined);
  };

  return (
    <FormDrawer
      opened={drawer.opened}
      title={t(task.relation === undefined ? 'dossier.form.newRelation' : 'dossier.form.editRelation')}
      onClose={drawer.onClose}
      onSubmit={() => void submit()}
      dirty={draft !== start}
      saving={form.saving}
      error={form.error}
    >
      <Text c="dimmed">{t('dossier.form.about', { name: task.label })}</Text>
      <StaleNotice logId={drawer.logId} type="relation" form={form} />
      <Select
        label={t('dossier.form.relationKind')}
        data={RELATION_KINDS.map((kind) => ({ value: kind, label: t(`model.relation.${kind}`) }))}
        value={draft.kind}
        allowDeselect={false}
        searchable
        data-autofocus
        onChange={(kind) => kind && change({ kind })}
      />
      <Stack gap={4}>
        <Text size="sm" fw={600} id="relation-direction">
          {t('dossier.form.direction')}
        </Text>
        <SegmentedControl
          aria-labelledby="relation-direction"
          orientation="vertical"
          value={draft.direction}
          data={[
            { value: 'out', label: `${task.label} ${t(`words.relationKind.${draft.kind}`)} …` },
            { value: 'in', label: `${task.label} ${t(`words.relationKindIn.${draft.kind}`)} …` },
          ]}
          onChange={(value) => change({ direction: value === 'in' ? 'in' : 'out' })}
        />
      </Stack>
      <PartySelect
        label={t('dossier.form.other')}
        parties={data ?? []}
        without={task.from}
        value={draft.other}
        error={say(submitted ? missing : undefined)}
        onChange={(other) => change({ other })}
      />
      <TextInput
        label={t('dossier.form.label')}
        value={draft.label}
        error={say(submitted ? label : undefined)}
        onChange={(event) => change({ label: event.currentTarget.value })}
      />
      <FormPart legend={t('dossier.form.validity')}>
        <PeriodFields
          from={draft.validFrom}
          to={draft.validTo}
          errors={submitted ? period.errors : {}}
          onChange={change}
        />
      </FormPart>
      <MarkingSelect value={draft.marking} onChange={(marking) => change({ marking })} />
    </FormDrawer>
  );
}
