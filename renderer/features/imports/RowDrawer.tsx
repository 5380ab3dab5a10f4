import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { cellText } from '#shared/import/table/header.ts';
import { useT } from '../../app/language.ts';
import { FormDrawer } from '../../ui/index.ts';
import { useProblemText } from './problems.ts';
import type { RefusedRow } from './RefusedTable.tsx';

/** All cells of a refused row, to correct; the row is then judged as any other. */
export function RowDrawer(props: {
  readonly row: RefusedRow;
  readonly header: readonly string[];
  readonly saving: boolean;
  readonly onClose: () => void;
  readonly onJudge: (cells: (string | number)[]) => void;
}) {
  const t = useT();
  const problemText = useProblemText();
  const { row, header } = props;
  const given = row.cells ?? [];
  const [edited, setEdited] = useState<Readonly<Record<number, string>>>({});
  const errorOf = (column: string): string | undefined => {
    const problem = row.problems.find(({ field }) => field === column);
    return problem && problemText(problem);
  };
  return (
    <FormDrawer
      opened
      title={t('imports.preview.rowTitle', { line: row.line })}
      submit={t('imports.preview.judge')}
      dirty={Object.keys(edited).length > 0}
      saving={props.saving}
      onClose={props.onClose}
      onSubmit={() => props.onJudge(header.map((_, at) => edited[at] ?? given[at] ?? ''))}
    >
      {header.map((column, at) => (
        <TextInput
          key={column}
          label={column}
          value={edited[at] ?? cellText(given[at])}
          error={errorOf(column)}
          onChange={(event) => setEdited({ ...edited, [at]: event.currentTarget.value })}
        />
      ))}
    </FormDrawer>
  );
}
