import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { TableMapping } from '#shared/import/table/mapping.ts';
import type { ImportBasis, Inspection, SampleRow } from '#shared/ipc/imports.ts';
import { Value } from '#shared/model/value.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { Panel, QueryState, useRecordName } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { formatValue } from '../dossier/format.ts';
import { Notice } from '../dossier/Notice.tsx';
import { useWording } from '../dossier/useWording.ts';
import style from './imports.module.css';
import { useProblemText } from './problems.ts';

const SHOWN = 8;

/** The first rows as the mapping reads them, judged by the code that will read all of them. */
export function SamplePanel(props: {
  readonly file: string;
  readonly basis: ImportBasis;
  readonly mapping: TableMapping;
  readonly table: NonNullable<Inspection['table']>;
}) {
  const t = useT();
  const { logId } = useCase();
  const problemText = useProblemText();
  const [basis] = useDebouncedValue(props.basis, 400);
  const { header, sample, options } = props.table;
  const query = useQueryCall(
    'imports.sample',
    {
      logId,
      file: props.file,
      basis:
        typeof basis.source === 'string' || basis.source.title.trim() !== ''
          ? basis
          : { ...basis, source: { title: props.file, kind: 'database' } },
      mapping: props.mapping,
      header,
      rows: sample.slice(0, SHOWN),
      ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    },
    { keep: true },
  );
  return (
    <Panel title={t('imports.table.sampleTitle')}>
      <QueryState query={query}>
        {({ problems, rows }) =>
          problems[0] !== undefined ? (
            <Notice tone="warn" role="status">
              <Text size="sm">
                {t('imports.table.fitProblem', {
                  column: problems[0].field ?? '',
                  reason: problemText(problems[0]),
                })}
              </Text>
            </Notice>
          ) : (
            <div className={style.scroll}>
              <table className={style.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('imports.table.line')}</th>
                    <th scope="col">{t('imports.table.makes')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.line}>
                      <th scope="row">{row.line}</th>
                      <td>
                        <Made row={row} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryState>
    </Panel>
  );
}

/** What a row makes, one line a record; or why it is refused. */
function Made({ row }: { readonly row: SampleRow }) {
  const t = useT();
  const { logId } = useCase();
  const wording = useWording(logId);
  const nameOf = useRecordName();
  const problemText = useProblemText();
  if (row.problems.length > 0)
    return (
      <ul className={style.makes}>
        {row.problems.map((problem) => (
          <li key={`${problem.field}${problem.code}`} className={style.wrong}>
            {problem.field === undefined ? '' : `${problem.field}: `}
            {problemText(problem)}
          </li>
        ))}
      </ul>
    );
  if (row.records.length === 0) return t('imports.table.nothing');
  return (
    <ul className={style.makes}>
      {row.records.map((record, at) => {
        const value = Value.safeParse(record.value);
        const said = value.success ? ` = ${formatValue(record.label, value.data, wording)}` : '';
        const about = record.about === undefined ? '' : ` (${record.about})`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two facts of a row may read the same.
          <li key={at}>{`${t(`words.type.${record.type}`)}: ${nameOf(record)}${said}${about}`}</li>
        );
      })}
    </ul>
  );
}
