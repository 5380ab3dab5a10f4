import { Alert, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { RecordId } from '#shared/model/ids.ts';
import { CHECK_RESULTS, type CheckItem } from '#shared/model/records/challenge.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { AuthorText, ChoiceField, FormDrawer } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { GroundsFields } from '../overview/GroundsFields.tsx';
import { checkBody, listOf, useChallenged } from './ChallengeContext.ts';

/** One question of a checklist: an answer with its reason; where versions differ, the place to settle them. */
export function CheckDrawer({ item, onClose }: { readonly item: CheckItem; readonly onClose: () => void }) {
  const t = useT();
  const { logId, readOnly, row: caseRow } = useCase();
  const row = useChallenged().checks.find((one) => one.item === item);
  const save = useCommand('challenge.check', { quiet: true });
  const body = row && checkBody(row);
  const versions = row?.versions ?? [];
  const list = listOf(item);
  const form = useForm({
    initialValues: {
      result: body?.result ?? ('undetermined' as const),
      reason: body?.reason ?? '',
      evidence: (body?.evidence ?? []) as readonly string[],
      marking: versions[0]?.marking ?? caseRow.marking,
    },
    validate: { reason: (reason) => (reason.trim() === '' ? t('challenge.reasonMissing') : null) },
  });
  const { result, reason, evidence, marking } = form.values;
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const base = versions.map(({ digest }) => digest);
    const chosen = [...evidence] as RecordId[];
    const saved = await save.run({ logId, item, base, result, reason, evidence: chosen, marking });
    if (saved !== undefined) onClose();
  };
  return (
    <FormDrawer
      opened
      title={t(`challenge.${list}.title`)}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={save.running}
      error={save.error}
      readOnly={readOnly}
    >
      <Text fz="lg" fw={600} lh={1.4}>
        {t(`challenge.item.${item}`)}
      </Text>
      {versions.length > 1 && (
        <Alert color="yellow" variant="outline" title={t('challenge.conflict')}>
          {versions.map((version) => {
            const said = version.body as BodyOf<'check'>;
            return (
              <Text size="sm" key={version.digest}>
                <AuthorText author={version.author} />: {t(`challenge.result.${list}.${said.result}`)}.{' '}
                {said.reason}
              </Text>
            );
          })}
        </Alert>
      )}
      <ChoiceField
        label={t('challenge.column.result')}
        value={result}
        values={CHECK_RESULTS}
        word={(one) => t(`challenge.result.${list}.${one}`)}
        onChange={(one) => form.setFieldValue('result', one)}
      />
      <GroundsFields
        form={form}
        reason={{
          field: 'reason',
          label: t('challenge.reason'),
          description: t('challenge.reasonHelp'),
          required: true,
        }}
      />
    </FormDrawer>
  );
}
