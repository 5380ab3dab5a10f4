import { Button, Group, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { MATRIX_MARKS, MATRIX_WEIGHTS } from '#shared/model/records/threat.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { withMarks } from '#shared/threat/matrix.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { ChoiceField, FormDrawer, MarkingSelect } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type MatrixLine, useThreat } from './ThreatContext.ts';
import { useHypothesisTitle } from './useHypothesisTitle.ts';
import { useRowTitle } from './useRowTitle.ts';

/** A row in full: its remark, weights and marks; for a row whose versions disagree, the place to settle them. */
export function RowDrawer({
  row,
  onClose,
}: {
  readonly row: MatrixLine | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { logId, readOnly, row: caseRow } = useCase();
  const { hypotheses } = useThreat().threat;
  const titleOf = useHypothesisTitle();
  const rowTitle = useRowTitle();
  const put = useCommand('records.put', { quiet: true });
  const withdraw = useCommand('records.withdraw', { quiet: true });
  const versions = row?.versions ?? [];
  const body = versions[0]?.body as BodyOf<'matrixRow'> | undefined;
  const base = versions.map(({ digest }) => digest);
  const form = useForm({
    initialValues: {
      text: body?.text ?? '',
      credibility: body?.credibility ?? ('medium' as const),
      relevance: body?.relevance ?? ('medium' as const),
      // What the versions say differently starts empty: somebody has to choose.
      marks: hypotheses.map((_, k) => {
        const cell = row?.cells[k] ?? null;
        return cell === 'conflict' ? null : cell;
      }),
      marking: versions[0]?.marking ?? caseRow.marking,
    },
  });
  const { text, marks, credibility, relevance, marking } = form.values;
  const missing = body?.evidence === undefined && text.trim() === '';
  const submit = async () => {
    if (missing) return form.setFieldError('text', t('threat.ach.textMissing'));
    const saved = await put.run({
      logId,
      action: row === null ? 'create' : versions.length > 1 ? 'resolve' : 'edit',
      puts: [
        {
          record: row?.record ?? null,
          type: 'matrixRow',
          base,
          body: {
            ...(text.trim() === '' ? {} : { text }),
            ...(body?.evidence ? { evidence: body.evidence } : {}),
            credibility,
            relevance,
            marks: withMarks(
              body?.marks ?? [],
              hypotheses.map(({ key }, k) => ({ key, mark: marks[k] ?? null })),
            ),
          },
          marking,
        },
      ],
    });
    if (saved !== undefined) onClose();
  };
  return (
    <FormDrawer
      opened
      title={t(
        row === null ? 'threat.ach.addText' : row.conflict ? 'threat.ach.settleRow' : 'threat.ach.row',
      )}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty()}
      saving={put.running || withdraw.running}
      error={put.error ?? withdraw.error}
      readOnly={readOnly}
    >
      {body?.evidence !== undefined && row !== null && <Text fw={600}>{rowTitle(row)}</Text>}
      {row?.conflict && <Text size="sm">{t('threat.ach.settleText')}</Text>}
      {body?.evidence === undefined && (
        <Textarea
          label={t('threat.ach.text')}
          description={t('threat.ach.textHelp')}
          required
          autosize
          minRows={2}
          maxLength={1_000}
          readOnly={readOnly}
          {...form.getInputProps('text')}
        />
      )}
      {(['credibility', 'relevance'] as const).map((which) => (
        <ChoiceField
          key={which}
          label={t(`threat.ach.${which}`)}
          value={form.values[which]}
          values={MATRIX_WEIGHTS}
          word={(value) => t(`threat.ach.weight.${value}`)}
          readOnly={readOnly}
          onChange={(value) => form.setFieldValue(which, value)}
        />
      ))}
      {hypotheses.map((one, k) => (
        <Select
          key={one.key}
          label={titleOf(one)}
          {...(row?.cells[k] === 'conflict' ? { description: t('threat.ach.mark.conflict') } : {})}
          placeholder={t('threat.ach.mark.none')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          readOnly={readOnly}
          value={marks[k] ?? null}
          data={MATRIX_MARKS.map((mark) => ({
            value: mark,
            label: `${mark}: ${t(`threat.ach.mark.${mark}`)}`,
          }))}
          onChange={(value) =>
            form.setFieldValue(`marks.${k}`, MATRIX_MARKS.find((mark) => mark === value) ?? null)
          }
        />
      ))}
      <MarkingSelect
        label={t('assessment.markingLabel')}
        value={marking}
        readOnly={readOnly}
        onChange={(value) => form.setFieldValue('marking', value)}
      />
      {row !== null && !readOnly && (
        <Group>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              void withdraw
                .run({ logId, records: [{ record: row.record, base }] })
                .then((done) => done !== undefined && onClose())
            }
          >
            {t('threat.withdraw')}
          </Button>
        </Group>
      )}
    </FormDrawer>
  );
}
