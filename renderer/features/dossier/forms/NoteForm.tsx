import { Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MAX_TEXT } from '#shared/model/value.ts';
import { useT } from '../../../app/language.ts';
import { FormDrawer } from '../../../ui/index.ts';
import type { NoteTask } from '../editor.tsx';
import type { FieldError } from '../fieldError.ts';
import { basesOf, bodyOf } from '../readings.ts';
import { focusFirstError, MarkingSelect, useFieldError } from './fieldsets.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import type { DrawerProps } from './types.ts';
import { useRecordForm } from './useRecordForm.ts';

const textError = (text: string): FieldError | undefined => {
  if (text.trim() === '') return { key: 'dossier.error.required' };
  return text.length > MAX_TEXT ? { key: 'dossier.error.tooLong', params: { max: MAX_TEXT } } : undefined;
};

/** A note about one thing of the case. */
export function NoteForm({ task, ...drawer }: DrawerProps<NoteTask>) {
  const t = useT();
  const say = useFieldError();
  const [start] = useState(() => {
    const body = task.version === undefined ? null : bodyOf(task.version, 'note');
    return {
      title: body?.title ?? '',
      text: body?.text ?? '',
      marking: task.version?.marking ?? task.marking,
    };
  });
  const [draft, setDraft] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const form = useRecordForm({
    logId: drawer.logId,
    type: 'note',
    record: task.version?.record ?? null,
    base: basesOf(task.version === undefined ? [] : [task.version]),
  });
  const error = textError(draft.text);
  const title: FieldError | undefined =
    draft.title.trim().length > 400 ? { key: 'dossier.error.tooLong', params: { max: 400 } } : undefined;

  const submit = async () => {
    setSubmitted(true);
    if (error || title) return focusFirstError();
    const named = draft.title.trim() === '' ? {} : { title: draft.title.trim() };
    const body = { about: task.about, ...named, text: draft.text.trim() };
    if ((await form.save(body, draft.marking)) !== undefined) drawer.onSaved();
  };

  return (
    <FormDrawer
      opened={drawer.opened}
      title={t(task.version === undefined ? 'dossier.form.newNote' : 'dossier.form.editNote')}
      onClose={drawer.onClose}
      onSubmit={() => void submit()}
      dirty={draft !== start}
      saving={form.saving}
      error={form.error}
    >
      <Text c="dimmed">{t('dossier.form.about', { name: task.label })}</Text>
      <StaleNotice logId={drawer.logId} type="note" form={form} />
      <TextInput
        label={t('dossier.form.noteTitle')}
        value={draft.title}
        error={say(submitted ? title : undefined)}
        onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      <Textarea
        label={t('dossier.form.text')}
        withAsterisk
        data-autofocus
        minRows={6}
        value={draft.text}
        error={say(submitted ? error : undefined)}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      <MarkingSelect value={draft.marking} onChange={(marking) => setDraft({ ...draft, marking })} />
    </FormDrawer>
  );
}
