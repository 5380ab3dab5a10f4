import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { ImportFormatId } from '#shared/ipc/imports.ts';
import { useJob } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { JobProgress, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { formatBytes } from '../dossier/format.ts';
import { BasisFields } from './BasisFields.tsx';
import style from './imports.module.css';
import { useMegabytes } from './progress.ts';
import { SamplePanel } from './SamplePanel.tsx';
import { TablePanel } from './TablePanel.tsx';
import { type Draft, type ImportWork, isTable } from './useImport.ts';

const ENCODINGS = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'windows-1252', label: 'Windows-1252' },
];
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the file is, how it is read and what its facts rest on; then the whole of it is read for the preview. */
export function ChoosePanel({ work, draft }: { readonly work: ImportWork; readonly draft: Draft }) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  const plan = useJob('imports.plan');
  const progress = useMegabytes(plan.progress);
  const { file, seen, format, basis, mapping } = draft;
  const nameOf = (id: ImportFormatId) => t(`imports.format.${id}.name`);
  const table = isTable(format) ? seen.table : undefined;
  const preview = async () => {
    const planned = await plan.run({
      logId,
      token: file.token,
      format,
      basis,
      ...(table && mapping ? { table: { options: table.options, mapping } } : {}),
    });
    if (planned !== undefined) work.close();
  };
  return (
    <Stack gap="lg">
      <Panel
        title={t('imports.choose.title')}
        actions={
          <Button variant="default" size="compact-md" disabled={plan.running} onClick={work.close}>
            {t('imports.choose.another')}
          </Button>
        }
      >
        <Text fw={600}>
          {file.name}
          {!file.folder && (
            <Text span c="dimmed" fw={400}>
              {` (${formatBytes(file.size, lang)})`}
            </Text>
          )}
        </Text>
        <Text size="sm">
          {t('imports.choose.detected', {
            name: nameOf(format),
            reason: t(`imports.format.${format}.reason`),
          })}
          {seen.packed && ` ${t('imports.choose.packed')}`}
        </Text>
        <div className={style.fields}>
          {seen.formats.length > 1 && (
            <Select
              label={t('imports.choose.format')}
              data={seen.formats.map((one) => ({ value: one.format, label: nameOf(one.format) }))}
              value={format}
              allowDeselect={false}
              onChange={(value) => value && work.change({ format: value as ImportFormatId })}
            />
          )}
          {seen.encoding !== undefined && (
            <Select
              label={t('imports.choose.encoding')}
              data={ENCODINGS}
              value={seen.encoding}
              allowDeselect={false}
              onChange={(value) =>
                value && void work.reread({ ...seen.table?.options, encoding: value as Encoding })
              }
            />
          )}
        </div>
      </Panel>
      {table !== undefined && mapping !== null && (
        <TablePanel
          table={table}
          format={format}
          mapping={mapping}
          onMapping={(next) => work.change({ mapping: next })}
          onReread={(options, shape) => void work.reread(options, shape)}
        />
      )}
      <BasisFields file={file.name} basis={basis} onChange={(next) => work.change({ basis: next })} />
      {table !== undefined && mapping !== null && (
        <SamplePanel file={file.name} basis={basis} mapping={mapping} table={table} />
      )}
      <Group gap="sm">
        {plan.running ? (
          <JobProgress
            label={t(
              plan.progress?.phase === 'settling' ? 'imports.choose.settling' : 'imports.choose.reading',
            )}
            progress={progress}
            onCancel={plan.cancel}
          />
        ) : (
          <>
            <Button disabled={work.looking} onClick={() => void preview()}>
              {t('imports.choose.preview')}
            </Button>
            <Text size="sm" c="dimmed" flex="1 1 300px">
              {t('imports.choose.previewHelp')}
            </Text>
          </>
        )}
      </Group>
    </Stack>
  );
}
