import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { GraphEdge } from '#shared/graph/model.ts';
import { highestMarking } from '#shared/model/marking.ts';
import { appliesTo, PROPERTIES, propertyOf } from '#shared/model/properties.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { FormDrawer } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { newClaim, readClaim, valueFor } from '../dossier/claimDraft.ts';
import {
  CredibilitySelect,
  FormPart,
  focusFirstError,
  MarkingSelect,
  ReliabilitySelect,
} from '../dossier/forms/fieldsets.tsx';
import { SourcePicker } from '../dossier/forms/SourcePicker.tsx';
import { ValueField } from '../dossier/forms/ValueField.tsx';
import { useNotice } from '../dossier/useNotice.ts';

/** What is said of supplies; the first is what is most often missing. */
const FIRST = 'essential';
const OFFERED = PROPERTIES.filter(
  ({ id, section }) => section === 'supply' && (appliesTo(id, 'supplies') || appliesTo(id, 'dependsOn')),
);

/** One fact about several relations at once, with its source and grade: one change, undone as one. */
export function BulkFactDrawer(props: {
  readonly selection: readonly GraphEdge[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const notice = useNotice();
  const { logId } = useCase();
  const put = useCommand('records.put', { quiet: true });
  const [start] = useState(() =>
    newClaim(FIRST, highestMarking(props.selection.map(({ marking }) => marking))),
  );
  const [draft, setDraft] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const property = propertyOf(draft.property ?? FIRST);
  const fitting = props.selection.filter(({ relation }) => appliesTo(draft.property ?? FIRST, relation));
  const skipped = props.selection.length - fitting.length;
  const errors = submitted && fitting[0] !== undefined ? readClaim(draft, fitting[0].record).errors : {};
  const save = async () => {
    setSubmitted(true);
    const puts = fitting.flatMap(({ record }) => {
      const { body } = readClaim(draft, record);
      return body === undefined
        ? []
        : [{ record: null, type: 'claim' as const, base: [], body: { ...body }, marking: draft.marking }];
    });
    if (puts.length === 0) return focusFirstError();
    if ((await put.run({ logId, action: 'create', puts })) === undefined) return;
    notice(t('chain.bulk.done', { count: puts.length }));
    props.onDone();
  };
  return (
    <FormDrawer
      wide
      opened
      title={t('chain.bulk.title', { count: props.selection.length })}
      onClose={props.onClose}
      onSubmit={() => void save()}
      dirty={draft !== start}
      saving={put.running}
      error={put.error}
    >
      <Text c="dimmed">{t('chain.bulk.text')}</Text>
      <FormPart legend={t('dossier.form.value')}>
        <Select
          label={t('chain.bulk.property')}
          data={OFFERED.map(({ id, label }) => ({ value: id, label: label[lang] }))}
          value={draft.property}
          searchable
          allowDeselect={false}
          onChange={(id) => {
            const next = id === null ? undefined : propertyOf(id);
            if (next) change({ property: next.id, value: valueFor(next, draft.value) });
          }}
        />
        {property !== undefined && (
          <ValueField
            logId={logId}
            property={property}
            draft={draft.value}
            error={errors.value}
            onChange={(part) => setDraft((old) => ({ ...old, value: { ...old.value, ...part } }))}
          />
        )}
        {fitting.length === 0 ? (
          <Text role="alert">{t('chain.bulk.nothing')}</Text>
        ) : (
          skipped > 0 && <Text size="sm">{t('chain.bulk.skip', { count: skipped })}</Text>
        )}
      </FormPart>
      <FormPart legend={t('dossier.form.evidence')}>
        <SourcePicker
          logId={logId}
          value={draft.source}
          marking={draft.marking}
          onChange={(source, reliability) =>
            change(reliability === undefined ? { source } : { source, reliability })
          }
        />
      </FormPart>
      <FormPart legend={t('dossier.form.judgement')}>
        <ReliabilitySelect value={draft.reliability} onChange={(reliability) => change({ reliability })} />
        <CredibilitySelect value={draft.credibility} onChange={(credibility) => change({ credibility })} />
        <MarkingSelect value={draft.marking} onChange={(marking) => change({ marking })} />
      </FormPart>
    </FormDrawer>
  );
}
