import { Select, TextInput } from '@mantine/core';
import type { ImportBasis } from '#shared/ipc/imports.ts';
import { CREDIBILITIES, RELIABILITIES } from '#shared/model/grade.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { SOURCE_KINDS } from '#shared/model/vocabulary.ts';
import { useT } from '../../app/language.ts';
import { MarkingSelect, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useSourceRefs } from '../dossier/useWording.ts';
import style from './imports.module.css';

const NEW = 'new';

/** Source, grade and marking of everything that the file brings. */
export function BasisFields(props: {
  /** Name of the file, for the title of a new source. */
  readonly file: string;
  readonly basis: ImportBasis;
  readonly onChange: (basis: ImportBasis) => void;
}) {
  const t = useT();
  const { logId } = useCase();
  const sources = useSourceRefs(logId);
  const { basis, onChange } = props;
  const { source, reliability, credibility, marking } = basis;
  const made = typeof source === 'string' ? null : source;
  return (
    <Panel title={t('imports.basis.title')}>
      <div className={style.fields}>
        <Select
          label={t('imports.basis.source')}
          searchable
          data={[
            { value: NEW, label: t('imports.basis.newSource') },
            ...sources.map(({ record, label }) => ({ value: record as string, label })),
          ]}
          value={made === null ? (source as string) : NEW}
          allowDeselect={false}
          onChange={(value) => {
            if (value === null) return;
            const next =
              value === NEW ? { title: props.file, kind: 'database' as const } : (value as RecordId);
            onChange({ ...basis, source: next });
          }}
        />
        {made !== null && (
          <>
            <TextInput
              label={t('imports.basis.sourceTitle')}
              value={made.title}
              maxLength={400}
              onChange={(event) =>
                onChange({ ...basis, source: { ...made, title: event.currentTarget.value } })
              }
            />
            <Select
              label={t('imports.basis.sourceKind')}
              data={SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`words.sourceKind.${kind}`) }))}
              value={made.kind}
              allowDeselect={false}
              onChange={(value) => {
                const kind = SOURCE_KINDS.find((one) => one === value);
                if (kind) onChange({ ...basis, source: { ...made, kind } });
              }}
            />
          </>
        )}
        <Select
          label={t('dossier.form.reliability')}
          data={RELIABILITIES.map((grade) => ({
            value: grade,
            label: `${grade}: ${t(`words.reliability.${grade}`)}`,
          }))}
          value={reliability}
          allowDeselect={false}
          onChange={(value) => {
            const grade = RELIABILITIES.find((one) => one === value);
            if (grade) onChange({ ...basis, reliability: grade });
          }}
        />
        <Select
          label={t('dossier.form.credibility')}
          data={CREDIBILITIES.map((grade) => ({
            value: grade,
            label: `${grade}: ${t(`words.credibility.${grade}`)}`,
          }))}
          value={credibility}
          allowDeselect={false}
          onChange={(value) => {
            const grade = CREDIBILITIES.find((one) => one === value);
            if (grade) onChange({ ...basis, credibility: grade });
          }}
        />
        <MarkingSelect
          label={t('imports.basis.marking')}
          value={marking}
          onChange={(next) => onChange({ ...basis, marking: next })}
        />
      </div>
    </Panel>
  );
}
