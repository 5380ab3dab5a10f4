import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { RecordId } from '#shared/model/ids.ts';
import type { WeighingPart } from '#shared/model/records/weighing.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { FormDrawer } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { GroundsFields } from '../overview/GroundsFields.tsx';
import type { Version } from '../overview/useAssessment.ts';
import { Grounds } from './Grounds.tsx';
import { weighingBody } from './WeighingContext.ts';

/** The text of one part, written with what it builds on in sight. */
export function WeighingDrawer(props: {
  readonly part: WeighingPart;
  readonly versions: readonly Version[];
  readonly onClose: () => void;
}) {
  const t = useT();
  const { logId, readOnly, row } = useCase();
  const { part, versions, onClose } = props;
  const [version] = versions;
  const body = version && weighingBody(version);
  const save = useCommand('weighing.write', { quiet: true });
  const form = useForm({
    initialValues: {
      argument: body?.argument ?? '',
      evidence: (body?.evidence ?? []) as readonly string[],
      marking: version?.marking ?? row.marking,
    },
    validate: { argument: (text) => (text.trim() === '' ? t('weighing.argumentMissing') : null) },
  });
  const { argument, evidence, marking } = form.values;
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const base = versions.map(({ digest }) => digest);
    const chosen = [...evidence] as RecordId[];
    const saved = await save.run({ logId, part, base, argument, evidence: chosen, marking });
    if (saved !== undefined) onClose();
  };
  return (
    <FormDrawer
      opened
      wide
      title={t(`weighing.part.${part}`)}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={save.running}
      error={save.error}
      readOnly={readOnly}
    >
      <Text>{t(`weighing.ask.${part}`)}</Text>
      <GroundsFields
        form={form}
        reason={{ field: 'argument', label: t('weighing.argument'), required: true, minRows: 7 }}
      />
      <Grounds part={part} beside />
    </FormDrawer>
  );
}
