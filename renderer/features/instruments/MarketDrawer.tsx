import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { MARKET_RESPONSES, MARKET_TIES } from '#shared/model/records/last-resort.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { DayInput, FormDrawer, MarkingSelect } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { PartySelect } from '../dossier/forms/PartySelect.tsx';
import { useEntities } from '../dossier/useWording.ts';
import { EvidencePicker } from '../overview/EvidencePicker.tsx';
import { type Approached, contactOf } from './LadderContext.ts';

type Draft = {
  name: string;
  party: RecordId | null;
  approached: string | null;
  by: string;
  terms: string;
  amount: number | string;
  response: (typeof MARKET_RESPONSES)[number];
  answered: string | null;
  reason: string;
  ties: (typeof MARKET_TIES)[number];
  tiesNote: string;
  evidence: readonly string[];
  marking: Marking;
};

function draftOf(approached: Approached | null, marking: Marking): Draft {
  const body = approached ? contactOf(approached) : undefined;
  return {
    name: body?.name ?? '',
    party: body?.party ?? null,
    approached: body?.approached ?? null,
    by: body?.by ?? '',
    terms: body?.terms ?? '',
    amount: body?.amount ?? '',
    response: body?.response ?? 'pending',
    answered: body?.answered ?? null,
    reason: body?.reason ?? '',
    ties: body?.ties ?? 'notChecked',
    tiesNote: body?.tiesNote ?? '',
    evidence: body?.evidence ?? [],
    marking: approached?.versions[0]?.marking ?? marking,
  };
}

/** What is left open is left out: an empty field is not a value. */
const bodyOf = ({ marking: _, ...draft }: Draft) =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null && value !== ''));

/** One party that was asked for finance: when, by whom, on which terms, with what answer. */
export function MarketDrawer(props: {
  readonly approached: Approached | null;
  readonly onClose: () => void;
}) {
  const { approached } = props;
  const t = useT();
  const lang = useLang();
  const { logId, readOnly, row } = useCase();
  const { data: parties } = useEntities(logId);
  const put = useCommand('records.put', { quiet: true });
  const [missing, setMissing] = useState(false);
  const form = useForm<Draft>({ initialValues: draftOf(approached, row.marking) });
  const { values } = form;
  const submit = async () => {
    if (values.name.trim() === '' || values.approached === null) return setMissing(true);
    const saved = await put.run({
      logId,
      action: approached === null ? 'create' : approached.versions.length > 1 ? 'resolve' : 'edit',
      puts: [
        {
          record: approached?.record ?? null,
          type: 'marketContact',
          base: (approached?.versions ?? []).map(({ digest }) => digest),
          body: bodyOf(values) as Record<string, never>,
          marking: values.marking,
        },
      ],
    });
    if (saved !== undefined) props.onClose();
  };
  const error = missing ? t('instruments.market.required') : undefined;
  return (
    <FormDrawer
      opened
      title={
        approached === null
          ? t('instruments.market.add')
          : t('instruments.market.edit', { name: contactOf(approached).name })
      }
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={put.running}
      error={put.error}
      readOnly={readOnly}
    >
      <TextInput
        label={t('instruments.market.field.name')}
        required
        {...form.getInputProps('name')}
        error={values.name.trim() === '' ? error : undefined}
      />
      <PartySelect
        label={t('instruments.market.field.party')}
        parties={parties ?? []}
        value={values.party}
        onChange={(party) => form.setFieldValue('party', party)}
      />
      <DayInput
        label={t('instruments.market.field.approached')}
        {...(values.approached === null && error ? { description: error } : {})}
        value={values.approached}
        onChange={(day) => form.setFieldValue('approached', day)}
      />
      <TextInput label={t('instruments.market.field.by')} {...form.getInputProps('by')} />
      <Textarea label={t('instruments.market.field.terms')} minRows={2} {...form.getInputProps('terms')} />
      <NumberInput
        label={t('instruments.market.field.amount')}
        min={0}
        hideControls
        decimalSeparator={lang === 'nl' ? ',' : '.'}
        thousandSeparator={lang === 'nl' ? '.' : ','}
        {...form.getInputProps('amount')}
      />
      <Select
        label={t('instruments.market.field.response')}
        allowDeselect={false}
        data={MARKET_RESPONSES.map((value) => ({ value, label: t(`instruments.market.response.${value}`) }))}
        {...form.getInputProps('response')}
      />
      <DayInput
        label={t('instruments.market.field.answered')}
        value={values.answered}
        onChange={(day) => form.setFieldValue('answered', day)}
      />
      <Textarea label={t('instruments.market.field.reason')} minRows={2} {...form.getInputProps('reason')} />
      <Select
        label={t('instruments.market.field.ties')}
        allowDeselect={false}
        data={MARKET_TIES.map((value) => ({ value, label: t(`instruments.market.ties.${value}`) }))}
        {...form.getInputProps('ties')}
      />
      <Textarea
        label={t('instruments.market.field.tiesNote')}
        minRows={2}
        {...form.getInputProps('tiesNote')}
      />
      <EvidencePicker
        logId={logId}
        value={values.evidence}
        readOnly={readOnly}
        onChange={(evidence) => form.setFieldValue('evidence', evidence)}
      />
      <MarkingSelect
        label={t('assessment.markingLabel')}
        value={values.marking}
        readOnly={readOnly}
        onChange={(marking) => form.setFieldValue('marking', marking)}
      />
    </FormDrawer>
  );
}
