import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { leafById } from '#shared/framework/wording.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { CHALLENGE_FINDINGS } from '#shared/model/records/challenge.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { ChoiceField, FormDrawer, LongTextBlock } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { GroundsFields } from '../overview/GroundsFields.tsx';
import { challengeBody, useChallenged, type VerdictRow } from './ChallengeContext.ts';

/** One's own challenge of a verdict as it is now. */
export function ChallengeDrawer({
  row,
  onClose,
}: {
  readonly row: VerdictRow;
  readonly onClose: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const { logId, readOnly, row: caseRow } = useCase();
  const { me } = useChallenged();
  const give = useCommand('challenge.give', { quiet: true });
  const own = row.challenges.find(({ versions }) => versions.some(({ author }) => author.key === me));
  const body = own && challengeBody(own);
  const form = useForm({
    initialValues: {
      finding: body?.finding ?? ('doubtful' as const),
      argument: body?.argument ?? '',
      evidence: (body?.evidence ?? []) as readonly string[],
      marking: own?.versions[0]?.marking ?? row.versions[0]?.marking ?? caseRow.marking,
    },
    validate: {
      argument: (argument) => (argument.trim() === '' ? t('challenge.drawer.argumentMissing') : null),
    },
  });
  const { finding, argument, evidence, marking } = form.values;
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const saved = await give.run({
      logId,
      leaf: row.leaf,
      base: (own?.versions ?? []).map(({ digest }) => digest),
      finding,
      argument,
      evidence: [...evidence] as RecordId[],
      marking,
    });
    if (saved !== undefined) onClose();
  };
  const title = leafById(BEV_2023, row.leaf)?.title[lang] ?? row.leaf;
  return (
    <FormDrawer
      opened
      wide
      title={t('challenge.drawer.title', { title })}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={give.running}
      error={give.error}
      readOnly={readOnly}
    >
      {row.versions.map((version) => {
        const verdict = version.body as BodyOf<'verdict'>;
        return (
          <div key={version.digest}>
            <Text fw={600}>
              {t('challenge.drawer.said', { outcome: t(`words.outcome.${verdict.outcome}`) })}
            </Text>
            <LongTextBlock>{verdict.argument}</LongTextBlock>
          </div>
        );
      })}
      <ChoiceField
        label={t('challenge.drawer.finding')}
        value={finding}
        values={CHALLENGE_FINDINGS}
        word={(one) => t(`challenge.finding.${one}`)}
        onChange={(one) => form.setFieldValue('finding', one)}
      />
      <GroundsFields
        form={form}
        reason={{
          field: 'argument',
          label: t('challenge.drawer.argument'),
          description: t('challenge.drawer.argumentHelp'),
          required: true,
          minRows: 4,
        }}
      />
    </FormDrawer>
  );
}
