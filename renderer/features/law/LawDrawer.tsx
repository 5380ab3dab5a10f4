import { Alert, Button, Checkbox, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { LAW_KINDS, LAW_ROLES, LAW_STATUSES, type LawItem } from '#shared/law/law-item.ts';
import { slotId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { CONFIDENCES } from '#shared/model/vocabulary.ts';
import { useCommand, useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { DayInput, FormDrawer, LoadingState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type LawRow, useLaw } from './LawContext.ts';
import { formOf, type LawForm, lawOf, shippedLaw, versionForm } from './lawDraft.ts';

type Props = { readonly law: LawRow | null; readonly onClose: () => void };

/** Adds a law, or corrects one: what the case says of the law goes before what was shipped, and can be taken back. */
export function LawDrawer({ law, onClose }: Props) {
  const { logId } = useCase();
  const record = law?.own ?? slotId(logId as never, `law:${law?.id ?? ''}`);
  const query = useQueryCall('records.get', { logId, record }, { enabled: law?.own !== undefined });
  if (law?.own !== undefined && query.data === undefined) return <LoadingState />;
  const versions = query.data ?? [];
  const own = versions[0] && (versions[0].body as unknown as BodyOf<'lawItem'>).item;
  return (
    <Form
      law={law}
      item={own ?? (law ? shippedLaw(law.id) : undefined)}
      versions={versions}
      onClose={onClose}
    />
  );
}

function Form(
  props: Props & {
    readonly item: LawItem | undefined;
    readonly versions: readonly { readonly digest: string }[];
  },
) {
  const { law, item, versions } = props;
  const t = useT();
  const lang = useLang();
  const { logId, row } = useCase();
  const { legal } = useLaw();
  const put = useCommand('records.put', { quiet: true });
  const withdraw = useCommand('records.withdraw', { quiet: true });
  const [problem, setProblem] = useState<'overlap' | 'invalid' | null>(null);
  const form = useForm<LawForm>({ initialValues: formOf(law, item, lang) });
  const base = versions.map(({ digest }) => digest);
  const submit = async () => {
    const question = t('law.edit.question', { name: form.values.short.trim() });
    const made = lawOf(form.values, item, question, lang);
    if (!made.success) {
      const overlap = made.error.issues.some(({ message }) => message === 'versionsOverlap');
      setProblem(overlap ? 'overlap' : 'invalid');
      return;
    }
    const body = { name: made.data.short[lang], item: made.data, reason: form.values.reason.trim() };
    const record = slotId(logId as never, `law:${made.data.id}`);
    const action = base.length === 0 ? 'create' : 'edit';
    const one = { record, type: 'lawItem' as const, base, body, marking: row.marking };
    const saved = await put.run({ logId, action, puts: [one] });
    if (saved !== undefined) props.onClose();
  };
  const restore = async () => {
    if (law?.own === undefined) return;
    const done = await withdraw.run({ logId, records: [{ record: law.own, base }] });
    if (done !== undefined) props.onClose();
  };
  const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <FormDrawer
      opened
      wide
      title={t(law === null ? 'law.edit.addTitle' : 'law.edit.correctTitle')}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={put.running || withdraw.running}
      error={put.error ?? withdraw.error}
    >
      <TextInput label={t('law.edit.nameLabel')} required {...form.getInputProps('name')} />
      <TextInput label={t('law.edit.shortLabel')} required {...form.getInputProps('short')} />
      {law === null ? (
        <>
          <Select
            label={t('law.edit.kindLabel')}
            data={options(LAW_KINDS, (kind) => t(`law.kind.${kind}`))}
            allowDeselect={false}
            {...form.getInputProps('kind')}
          />
          <Select
            label={t('law.edit.roleLabel')}
            data={options(LAW_ROLES, (role) => t(`law.role.${role}`))}
            allowDeselect={false}
            {...form.getInputProps('role')}
          />
          <Text size="sm" c="dimmed">
            {t('law.edit.questionHelp')}
          </Text>
        </>
      ) : (
        <Select
          label={t('law.edit.versionLabel')}
          data={(item?.versions ?? []).map(({ id, source }) => ({ value: id, label: source }))}
          allowDeselect={false}
          value={form.values.version}
          onChange={(id) => {
            const version = item?.versions.find((one) => one.id === id);
            if (version) form.setValues(versionForm(version, lang));
          }}
        />
      )}
      <Select
        label={t('law.edit.statusLabel')}
        data={options(LAW_STATUSES, (status) => t(`law.status.${status}`))}
        allowDeselect={false}
        {...form.getInputProps('status')}
      />
      <DayInput
        label={t('law.edit.fromLabel')}
        value={form.values.validFrom}
        onChange={(day) => form.setFieldValue('validFrom', day)}
      />
      <DayInput
        label={t('law.edit.toLabel')}
        value={form.values.validTo}
        onChange={(day) => form.setFieldValue('validTo', day)}
      />
      <Select
        label={t('law.edit.confidenceLabel')}
        data={options(CONFIDENCES, (confidence) => t(`words.confidence.${confidence}`))}
        allowDeselect={false}
        {...form.getInputProps('confidence')}
      />
      <Checkbox label={t('law.edit.verifyLabel')} {...form.getInputProps('toVerify', { type: 'checkbox' })} />
      <TextInput label={t('law.edit.sourceLabel')} required {...form.getInputProps('source')} />
      <Textarea label={t('law.edit.textLabel')} required minRows={3} {...form.getInputProps('text')} />
      <Textarea label={t('law.edit.reasonLabel')} minRows={2} {...form.getInputProps('reason')} />
      {problem !== null && (
        <Alert role="alert" color="red" variant="outline">
          {t(`law.edit.${problem}`)}
        </Alert>
      )}
      {law?.own !== undefined && (
        <Button variant="default" onClick={() => void restore()}>
          {t('law.edit.withdraw')}
        </Button>
      )}
      <Text size="sm" c="dimmed">
        {t('law.edit.shipped', { title: legal.pack.title[lang], version: legal.pack.version })}
      </Text>
    </FormDrawer>
  );
}
