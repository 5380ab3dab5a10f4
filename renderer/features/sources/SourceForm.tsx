import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Tlp } from '#shared/model/marking.ts';
import { SOURCE_KINDS } from '#shared/model/vocabulary.ts';
import { useT } from '../../app/language.ts';
import { FormDrawer } from '../../ui/index.ts';
import type { SourceTask } from '../dossier/editor.tsx';
import {
  focusFirstError,
  MarkingSelect,
  ReliabilitySelect,
  useFieldError,
} from '../dossier/forms/fieldsets.tsx';
import { StaleNotice } from '../dossier/forms/StaleNotice.tsx';
import type { DrawerProps } from '../dossier/forms/types.ts';
import { useRecordForm } from '../dossier/forms/useRecordForm.ts';
import { basesOf, bodyOf } from '../dossier/readings.ts';
import { emptySource, readSource, type SourceDraft, sourceToDraft } from './sourceDraft.ts';

/** A source: what it is, where it was found and how reliable it is. */
export function SourceForm({ task, ...drawer }: DrawerProps<SourceTask>) {
  const t = useT();
  const [start] = useState(() => {
    const [version] = task.versions ?? [];
    const body = version === undefined ? null : bodyOf(version, 'source');
    return {
      ...(body === null ? emptySource : sourceToDraft(body)),
      marking: version?.marking ?? task.marking,
    };
  });
  const [draft, setDraft] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const form = useRecordForm({
    logId: drawer.logId,
    type: 'source',
    record: task.record ?? null,
    base: basesOf(task.versions ?? []),
  });
  const read = readSource(draft);
  const submit = async () => {
    setSubmitted(true);
    if (read.body === undefined) return focusFirstError();
    const record = await form.save(read.body, draft.marking);
    if (record !== undefined) drawer.onSaved(task.record === undefined ? record : undefined);
  };
  return (
    <FormDrawer
      opened={drawer.opened}
      title={t(task.record === undefined ? 'sources.form.new' : 'sources.form.edit')}
      onClose={drawer.onClose}
      onSubmit={() => void submit()}
      dirty={draft !== start}
      saving={form.saving}
      error={form.error}
    >
      <StaleNotice logId={drawer.logId} type="source" form={form} />
      <SourceFields
        draft={draft}
        errors={submitted ? read.errors : {}}
        onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
      />
      <MarkingSelect value={draft.marking} onChange={(marking) => setDraft({ ...draft, marking })} />
    </FormDrawer>
  );
}

function SourceFields(props: {
  readonly draft: SourceDraft;
  readonly errors: ReturnType<typeof readSource>['errors'];
  readonly onChange: (part: Partial<SourceDraft>) => void;
}) {
  const t = useT();
  const say = useFieldError();
  const { draft, errors, onChange } = props;
  const text = (
    field: 'title' | 'author' | 'publisher' | 'published' | 'retrieved' | 'location' | 'language',
  ) => ({
    label: t(`sources.form.${field}`),
    value: draft[field],
    error: say(errors[field]),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...text('title')} withAsterisk data-autofocus />
      <Select
        label={t('sources.form.kind')}
        data={SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`words.sourceKind.${kind}`) }))}
        value={draft.kind}
        allowDeselect={false}
        onChange={(kind) => kind && onChange({ kind })}
      />
      <Group grow align="flex-start">
        <TextInput {...text('author')} />
        <TextInput {...text('publisher')} />
      </Group>
      <Group grow align="flex-start">
        <TextInput {...text('published')} description={t('dossier.form.dateHint')} />
        <TextInput {...text('retrieved')} description={t('sources.form.retrievedHint')} />
      </Group>
      <TextInput {...text('location')} description={t('sources.page.locationHelp')} />
      <ReliabilitySelect value={draft.reliability} onChange={(reliability) => onChange({ reliability })} />
      <Group grow align="flex-start">
        <Select
          label={t('sources.form.tlp')}
          placeholder={t('sources.form.noTlp')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={Tlp.options.map((tlp) => ({
            value: tlp,
            label: `${t(`words.tlp.${tlp}`)}: ${t(`model.tlpMeaning.${tlp}`)}`,
          }))}
          value={draft.tlp}
          onChange={(tlp) => onChange({ tlp })}
        />
        <TextInput {...text('language')} maxLength={2} />
      </Group>
      <Textarea
        label={t('sources.form.note')}
        value={draft.note}
        error={say(errors.note)}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}
