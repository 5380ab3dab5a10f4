import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Indicator } from '#shared/framework/pack.ts';
import { type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { FormDrawer } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { GroundsFields } from '../overview/GroundsFields.tsx';
import { type LevelDraft, LevelFields, levelOf, rangeChecks } from './LevelFields.tsx';
import type { Reconciled } from './useReconciled.ts';

type Draft = LevelDraft & {
  argument: string;
  dissent: string;
  evidence: readonly string[];
  marking: Marking;
};

const draftOf = (reconciled: Reconciled | undefined, marking: Marking): Draft => {
  const body = reconciled?.body;
  return {
    level: String(body?.level ?? 'unknown'),
    low: String(body?.low ?? ''),
    high: String(body?.high ?? ''),
    argument: body?.argument ?? '',
    dissent: (body?.dissent ?? []).map(({ who, text }) => `${who}: ${text}`).join('\n'),
    evidence: body?.evidence ?? [],
    marking: reconciled?.versions[0]?.marking ?? marking,
  };
};

/** Lines of the form "name: opinion"; null when a line is not. */
function dissentOf(text: string): BodyOf<'reconciliation'>['dissent'] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => /^\s*([^:]{1,200}):\s*(\S.*)$/.exec(line));
  if (read.some((one) => one === null)) return null;
  return read.map((one) => ({ who: (one?.[1] ?? '').trim(), text: (one?.[2] ?? '').trim() }));
}

/** What raters came to on one indicator after rating it apart. */
export function ReconcileDrawer(props: {
  readonly indicator: Indicator;
  readonly reconciled: Reconciled | undefined;
  readonly onClose: () => void;
}) {
  const { indicator, reconciled } = props;
  const t = useT();
  const lang = useLang();
  const { logId, row } = useCase();
  const put = useCommand('records.put', { quiet: true });
  const form = useForm<Draft>({
    initialValues: draftOf(reconciled, row.marking),
    validate: {
      argument: (value) => (value.trim() === '' ? t('assessment.argumentNeeded') : null),
      dissent: (value) => (dissentOf(value) === null ? t('robustness.agreed.dissentForm') : null),
      ...rangeChecks(t),
    },
  });
  const { evidence, marking } = form.values;
  const submit = async () => {
    const dissent = dissentOf(form.values.dissent);
    if (form.validate().hasErrors || dissent === null) return;
    const versions = reconciled?.versions ?? [];
    const saved = await put.run({
      logId,
      action: versions.length === 0 ? 'create' : versions.length > 1 ? 'resolve' : 'edit',
      puts: [
        {
          record: slotId(logId as LogId, `reconciliation:${indicator.id}`),
          type: 'reconciliation',
          base: versions.map(({ digest }) => digest),
          body: {
            indicator: indicator.id,
            ...levelOf(form.values),
            argument: form.values.argument.trim(),
            dissent,
            evidence: [...evidence] as RecordId[],
          },
          marking,
        },
      ],
    });
    if (saved !== undefined) props.onClose();
  };
  return (
    <FormDrawer
      opened
      wide
      title={indicator.title[lang]}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={put.running}
      error={put.error}
    >
      <Text>{t('robustness.agreed.lead')}</Text>
      <LevelFields indicator={indicator} form={form} />
      <GroundsFields
        form={form}
        reason={{ field: 'argument', label: t('robustness.agreed.argument'), required: true }}
        more={
          <Textarea
            label={t('robustness.agreed.dissent')}
            description={t('robustness.agreed.dissentHelp')}
            {...form.getInputProps('dissent')}
          />
        }
      />
    </FormDrawer>
  );
}
