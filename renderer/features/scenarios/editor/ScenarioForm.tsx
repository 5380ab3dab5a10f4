import { Select, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ScenarioColumn, ScenarioComparison } from '#shared/ipc/scenarios.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { INTERVENTIONS, SCENARIO_KINDS } from '#shared/model/records/scenario.ts';
import { MAX_TEXT } from '#shared/model/value.ts';
import { useLocale, useT } from '../../../app/language.ts';
import { DayInput, FormDrawer, MarkingSelect } from '../../../ui/index.ts';
import { useCase } from '../../caseFrame/CaseContext.ts';
import { FormPart, focusFirstError } from '../../dossier/forms/fieldsets.tsx';
import { StaleNotice } from '../../dossier/forms/StaleNotice.tsx';
import { useRecordForm } from '../../dossier/forms/useRecordForm.ts';
import { basesOf } from '../../dossier/readings.ts';
import { useEntities } from '../../dossier/useWording.ts';
import { bodyOfColumn, type ScenarioBody } from '../scenario.ts';
import {
  OWN,
  type PartyRow,
  partyRow,
  readParty,
  readStep,
  type StepDraft,
  stepDraft,
  withKeys,
} from './draft.ts';
import type { PartyOptions } from './fields.tsx';
import { PartyRows } from './PartyRows.tsx';
import { StepList } from './StepList.tsx';

type Draft = {
  readonly title: string;
  readonly kind: ScenarioBody['kind'];
  readonly basedOn: string | null;
  readonly intervention: ScenarioBody['intervention'] | null;
  readonly day: string | null;
  readonly note: string;
  readonly parties: readonly PartyRow[];
  readonly steps: readonly StepDraft[];
  readonly marking: Marking;
};

const startOf = (body: ScenarioBody | undefined, title: string, marking: Marking, fresh: boolean): Draft => ({
  title,
  kind: body?.kind ?? (fresh ? 'unwantedDeal' : 'other'),
  basedOn: body?.basedOn ?? null,
  intervention: body?.intervention ?? null,
  day: body?.day ?? null,
  note: body?.note ?? '',
  parties: (body?.parties ?? []).map(partyRow),
  steps: (body?.steps ?? []).map((step, i) => stepDraft(i + 1, step)),
  marking,
});

/** Makes a scenario, changes one or copies one; each save is one step that the case's undo takes back. */
export function ScenarioForm(props: {
  readonly comparison: ScenarioComparison;
  readonly column: ScenarioColumn | null;
  readonly copy: boolean;
  readonly onClose: () => void;
}) {
  const { comparison, column, copy } = props;
  const t = useT();
  const { logId, row } = useCase();
  const body = column === null ? undefined : bodyOfColumn(column);
  const [start] = useState(() =>
    startOf(
      body,
      body === undefined ? '' : copy ? t('scenarios.copyOf', { title: body.title }) : body.title,
      column?.versions[0]?.marking ?? row.marking,
      comparison.columns.length === 1,
    ),
  );
  const [draft, setDraft] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const existing = column !== null && !copy;
  const form = useRecordForm({
    logId,
    type: 'scenario',
    record: existing ? ((column.versions[0]?.record as RecordId | undefined) ?? null) : null,
    base: existing ? basesOf(column.versions) : [],
  });
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const options = usePartyOptions(draft.parties);
  const steps = draft.steps.map(readStep);
  const names = draft.parties.map(({ name }) => name);
  const parties = draft.parties.map((one) => readParty(one, names));
  const refused = draft.kind === 'bevStake' && draft.steps.some(({ kind }) => kind === 'debt');
  const titleError = draft.title.trim() === '' ? t('scenarios.form.error.required') : undefined;

  const submit = async () => {
    setSubmitted(true);
    const keyed = withKeys(draft.parties, draft.steps);
    const read = keyed.steps.flatMap((one) => readStep(one).step ?? []);
    const own = keyed.rows.flatMap((one) => readParty(one, names).party ?? []);
    const complete = read.length === steps.length && own.length === parties.length;
    if (titleError || !complete || refused) return focusFirstError();
    const saved = await form.save(
      {
        title: draft.title.trim(),
        kind: draft.kind,
        company: comparison.target.record,
        ...(draft.basedOn === null ? {} : { basedOn: draft.basedOn as RecordId }),
        ...(draft.day === null ? {} : { day: draft.day }),
        ...(draft.intervention == null ? {} : { intervention: draft.intervention }),
        ...(draft.note.trim() === '' ? {} : { note: draft.note }),
        parties: own,
        steps: read,
      },
      draft.marking,
    );
    if (saved !== undefined) props.onClose();
  };

  return (
    <FormDrawer
      opened
      wide
      title={t(existing ? 'scenarios.form.edit' : 'scenarios.form.new')}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={draft !== start}
      saving={form.saving}
      error={form.error}
    >
      <StaleNotice logId={logId} type="scenario" form={form} />
      <TextInput
        label={t('scenarios.form.titleLabel')}
        withAsterisk
        data-autofocus
        maxLength={400}
        value={draft.title}
        error={submitted ? titleError : undefined}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Select
        label={t('scenarios.form.kind')}
        data={SCENARIO_KINDS.map((kind) => ({ value: kind, label: t(`scenarios.kind.${kind}`) }))}
        value={draft.kind}
        allowDeselect={false}
        onChange={(kind) => kind && change({ kind })}
      />
      <Select
        label={t('scenarios.form.basedOn')}
        description={t('scenarios.form.basedOnHelp')}
        placeholder={t('scenarios.form.basedOnNone')}
        data={comparison.columns
          .slice(1)
          .filter(({ id }) => !existing || id !== column.id)
          .map((one) => ({ value: one.id, label: bodyOfColumn(one)?.title ?? '…' }))}
        value={draft.basedOn}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        onChange={(basedOn) => change({ basedOn })}
      />
      <Select
        label={t('scenarios.form.intervention')}
        description={t('scenarios.form.interventionHelp')}
        placeholder={t('scenarios.form.interventionNone')}
        data={INTERVENTIONS.map((one) => ({ value: one, label: t(`scenarios.intervention.${one}`) }))}
        value={draft.intervention ?? null}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        onChange={(intervention) => change({ intervention })}
      />
      <DayInput label={t('scenarios.form.day')} value={draft.day} onChange={(day) => change({ day })} />
      <FormPart legend={t('scenarios.form.steps')}>
        <StepList
          steps={draft.steps}
          errors={submitted ? steps.map(({ errors }) => errors) : []}
          parties={options}
          noDebt={draft.kind === 'bevStake'}
          onChange={(changed) => change({ steps: changed })}
        />
      </FormPart>
      <FormPart legend={t('scenarios.form.parties')}>
        <PartyRows
          rows={draft.parties}
          errors={submitted ? parties.map(({ errors }) => errors) : []}
          options={options}
          onChange={(changed) => change({ parties: changed })}
        />
      </FormPart>
      <MarkingSelect
        label={t('scenarios.form.marking')}
        value={draft.marking}
        onChange={(marking) => change({ marking })}
      />
      <Textarea
        label={t('scenarios.form.note')}
        autosize
        minRows={2}
        maxLength={MAX_TEXT}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </FormDrawer>
  );
}

/** Everybody that a step can name: parties of the case, and those of this scenario. */
function usePartyOptions(own: readonly PartyRow[]): PartyOptions {
  const t = useT();
  const locale = useLocale();
  const { logId } = useCase();
  const { data } = useEntities(logId);
  return useMemo(() => {
    const listed = (data ?? [])
      .filter(({ type }) => type === 'company' || type === 'publicBody' || type === 'person')
      .map(({ record, label }) => ({ value: record as string, label }))
      .sort((a, b) => a.label.localeCompare(b.label, locale));
    const named = own
      .filter(({ name }) => name.trim() !== '')
      .map(({ key, name }) => ({ value: `${OWN}${key}`, label: name }));
    return [
      { group: t('scenarios.form.groupOwn'), items: named },
      { group: t('scenarios.form.groupCase'), items: listed },
    ].filter(({ items }) => items.length > 0);
  }, [data, own, t, locale]);
}
