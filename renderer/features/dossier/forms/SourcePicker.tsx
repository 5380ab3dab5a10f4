import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reliability } from '#shared/model/grade.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { SOURCE_KINDS } from '#shared/model/vocabulary.ts';
import { errorText, useCommand, useQueryCall } from '../../../api/index.ts';
import { useT } from '../../../app/language.ts';
import { emptySource, readSource } from '../../sources/sourceDraft.ts';
import { bodyOf } from '../readings.ts';
import { useSourceRefs } from '../useWording.ts';
import { ReliabilitySelect, useFieldError } from './fieldsets.tsx';
import style from './forms.module.css';

type Props = {
  readonly logId: string;
  readonly value: RecordId | null;
  readonly marking: Marking;
  /** `reliability` is what the source itself is graded, for the fact to start from. */
  readonly onChange: (source: RecordId | null, reliability?: Reliability) => void;
};

/** Chooses a source of the case, or writes down a new one on the spot without leaving the fact. */
export function SourcePicker(props: Props) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  // Coming back from a new source the focus goes to the choice that it became.
  const [returned, setReturned] = useState(false);
  const back = () => {
    setAdding(false);
    setReturned(true);
  };
  const sources = useSourceRefs(props.logId);
  const { data } = useQueryCall('sources.list', { logId: props.logId, at: {} });
  const reliabilityOf = (record: string | null) => {
    const version = data?.sources.find((row) => row.record === record)?.versions[0];
    return version === undefined ? undefined : bodyOf(version, 'source')?.reliability;
  };
  if (adding) {
    return (
      <NewSource
        {...props}
        onBack={back}
        onMade={(record, reliability) => {
          back();
          props.onChange(record, reliability);
        }}
      />
    );
  }
  return (
    <Group align="flex-end" wrap="nowrap">
      <Select
        flex={1}
        autoFocus={returned}
        openOnFocus={false}
        label={t('dossier.form.source')}
        placeholder={t('dossier.form.sourceHint')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        limit={50}
        nothingFoundMessage={t('dossier.form.nothing')}
        data={sources.map(({ record, label }) => ({ value: record as string, label }))}
        value={props.value}
        onChange={(value) => {
          const chosen = sources.find(({ record }) => record === value);
          props.onChange(chosen?.record ?? null, reliabilityOf(value));
        }}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        {t('dossier.form.newSource')}
      </Button>
    </Group>
  );
}

function NewSource(
  props: Props & {
    readonly onBack: () => void;
    readonly onMade: (record: RecordId, reliability: Reliability) => void;
  },
) {
  const t = useT();
  const say = useFieldError();
  const { run, running, error } = useCommand('records.put', { quiet: true });
  const [draft, setDraft] = useState(emptySource);
  const [submitted, setSubmitted] = useState(false);
  const read = readSource(draft);
  const errors = submitted ? read.errors : {};
  const make = async () => {
    setSubmitted(true);
    if (read.body === undefined) return;
    const body = { ...read.body };
    const put = { record: null, type: 'source' as const, base: [], body, marking: props.marking };
    const made = await run({ logId: props.logId, action: 'create', puts: [put] });
    const [record] = made?.records ?? [];
    if (record !== undefined) props.onMade(record, read.body.reliability);
  };
  return (
    <fieldset className={style.inset} aria-label={t('dossier.form.newSource')}>
      <TextInput
        label={t('dossier.form.sourceTitle')}
        withAsterisk
        autoFocus
        value={draft.title}
        error={say(errors.title) ?? (error === null ? undefined : errorText(t, error))}
        onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Select
          label={t('sources.form.kind')}
          data={SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`words.sourceKind.${kind}`) }))}
          value={draft.kind}
          allowDeselect={false}
          onChange={(kind) => kind && setDraft({ ...draft, kind })}
        />
        <TextInput
          label={t('sources.form.published')}
          placeholder="2024-03"
          value={draft.published}
          error={say(errors.published)}
          onChange={(event) => setDraft({ ...draft, published: event.currentTarget.value })}
        />
      </Group>
      <ReliabilitySelect
        value={draft.reliability}
        onChange={(reliability) => setDraft({ ...draft, reliability })}
      />
      <Group gap="xs">
        <Button size="xs" loading={running} onClick={() => void make()}>
          {t('sources.form.make')}
        </Button>
        <Button size="xs" variant="default" onClick={props.onBack}>
          {t('dossier.form.chooseSource')}
        </Button>
      </Group>
    </fieldset>
  );
}
