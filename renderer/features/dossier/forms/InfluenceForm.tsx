import { Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  CONTROL_CHANNELS,
  INFLUENCE_CHANNELS,
  INFLUENCE_WORDINGS,
  PROBABILITY_TERMS,
} from '#shared/model/records/influence.ts';
import { CONFIDENCES } from '#shared/model/vocabulary.ts';
import { TERM_WORDS } from '#shared/ownership/influence.ts';
import { useLang, useT } from '../../../app/language.ts';
import { FormDrawer } from '../../../ui/index.ts';
import { EvidencePicker } from '../../overview/EvidencePicker.tsx';
import type { InfluenceTask } from '../editor.tsx';
import { type InfluenceDraft, readInfluence, startOfInfluence } from '../influenceDraft.ts';
import { basesOf } from '../readings.ts';
import { useEntities } from '../useWording.ts';
import {
  CredibilitySelect,
  FormPart,
  focusFirstError,
  MarkingSelect,
  PeriodFields,
  ReliabilitySelect,
  useFieldError,
} from './fieldsets.tsx';
import { PartySelect } from './PartySelect.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import type { DrawerProps } from './types.ts';
import { useRecordForm } from './useRecordForm.ts';

/** What ties a party to a state actor; how probable it is and how sure we are of that are asked apart (CON-2). */
export function InfluenceForm({ task, ...drawer }: DrawerProps<InfluenceTask>) {
  const t = useT();
  const lang = useLang();
  const say = useFieldError();
  const [start] = useState(() => startOfInfluence(task));
  const [draft, setDraft] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const { data } = useEntities(drawer.logId);
  const parties = (data ?? []).filter(({ type }) => ['company', 'person', 'publicBody'].includes(type));
  const form = useRecordForm({
    logId: drawer.logId,
    type: 'influence',
    record: task.versions?.[0]?.record ?? null,
    base: basesOf(task.versions ?? []),
  });
  const read = readInfluence(draft);
  const errors = submitted ? read.errors : {};
  const change = (part: Partial<InfluenceDraft>) => setDraft((old) => ({ ...old, ...part }));
  const submit = async () => {
    setSubmitted(true);
    if (read.body === undefined) return focusFirstError();
    if ((await form.save(read.body, draft.marking)) !== undefined) drawer.onSaved();
  };
  return (
    <FormDrawer
      opened={drawer.opened}
      title={t(task.versions === undefined ? 'influence.add' : 'influence.edit')}
      onClose={drawer.onClose}
      onSubmit={() => void submit()}
      dirty={draft !== start}
      saving={form.saving}
      error={form.error}
    >
      <StaleNotice logId={drawer.logId} type="influence" form={form} />
      <PartySelect
        label={t('influence.actor')}
        parties={parties}
        value={draft.actor}
        error={say(errors.actor)}
        onChange={(actor) => change({ actor })}
      />
      <PartySelect
        label={t('influence.whom')}
        parties={parties}
        value={draft.party}
        error={say(errors.party)}
        onChange={(party) => change({ party })}
      />
      <Select
        label={t('influence.channelLabel')}
        data={INFLUENCE_CHANNELS.map((value) => ({ value, label: t(`influence.channel.${value}`) }))}
        value={draft.channel}
        allowDeselect={false}
        onChange={(channel) =>
          channel && change({ channel, grip: CONTROL_CHANNELS.includes(channel) ? draft.grip : 'influence' })
        }
      />
      <Select
        label={t('influence.wordingLabel')}
        description={t('influence.wordingHelp')}
        data={INFLUENCE_WORDINGS.map((value) => ({ value, label: t(`influence.wording.${value}`) }))}
        value={draft.wording}
        allowDeselect={false}
        onChange={(wording) => wording && change({ wording })}
      />
      <Choice label={t('influence.gripLabel')} help={t('influence.gripHelp')}>
        <SegmentedControl
          aria-label={t('influence.gripLabel')}
          value={draft.grip}
          data={(['influence', 'control'] as const).map((value) => ({
            value,
            label: t(`influence.grip.${value}`),
            disabled: value === 'control' && !CONTROL_CHANNELS.includes(draft.channel),
          }))}
          onChange={(grip) => change({ grip: grip === 'control' ? 'control' : 'influence' })}
        />
      </Choice>
      <EvidencePicker
        logId={drawer.logId}
        value={draft.evidence}
        onChange={(evidence) => change({ evidence: evidence as InfluenceDraft['evidence'] })}
        readOnly={false}
      />
      <Group grow align="flex-start">
        <ReliabilitySelect value={draft.reliability} onChange={(reliability) => change({ reliability })} />
        <CredibilitySelect value={draft.credibility} onChange={(credibility) => change({ credibility })} />
      </Group>
      <FormPart legend={t('influence.probabilityLabel')}>
        <SegmentedControl
          aria-label={t('influence.probabilityAs')}
          value={draft.probability}
          data={(['none', 'term', 'range'] as const).map((value) => ({
            value,
            label: t(`influence.probabilityKind.${value}`),
          }))}
          onChange={(value) =>
            change({ probability: value === 'term' || value === 'range' ? value : 'none' })
          }
        />
        {draft.probability === 'term' && (
          <Select
            label={t('influence.probabilityTerm')}
            data={PROBABILITY_TERMS.map((value) => ({
              value,
              label: TERM_WORDS.find(({ id }) => id === value)?.[lang] ?? value,
            }))}
            value={draft.term}
            allowDeselect={false}
            onChange={(term) => term && change({ term })}
          />
        )}
        {draft.probability === 'range' && (
          <Group grow align="flex-start">
            <TextInput
              label={t('influence.probabilityMin')}
              inputMode="decimal"
              value={draft.min}
              error={say(errors.range)}
              onChange={(event) => change({ min: event.currentTarget.value })}
            />
            <TextInput
              label={t('influence.probabilityMax')}
              inputMode="decimal"
              value={draft.max}
              onChange={(event) => change({ max: event.currentTarget.value })}
            />
          </Group>
        )}
      </FormPart>
      <Select
        label={t('influence.confidenceLabel')}
        data={CONFIDENCES.map((value) => ({ value, label: t(`words.confidence.${value}`) }))}
        placeholder={t('influence.confidenceNone')}
        value={draft.confidence}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        onChange={(confidence) => change({ confidence })}
      />
      <Textarea
        label={t('dossier.form.note')}
        value={draft.note}
        autosize
        minRows={2}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <FormPart legend={t('dossier.form.validity')}>
        <PeriodFields
          from={draft.validFrom}
          to={draft.validTo}
          errors={submitted ? read.period : {}}
          onChange={change}
        />
      </FormPart>
      <MarkingSelect value={draft.marking} onChange={(marking) => change({ marking })} />
    </FormDrawer>
  );
}

function Choice(props: {
  readonly label: string;
  readonly help: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={600}>
        {props.label}
      </Text>
      {props.children}
      <Text size="sm" c="dimmed">
        {props.help}
      </Text>
    </Stack>
  );
}
