import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { cellText } from '#shared/import/table/header.ts';
import type { WaitingImport } from '#shared/ipc/imports.ts';
import { type Given, useJob } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { type Column, DataTable, JobProgress, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import style from './imports.module.css';
import { useProblemText } from './problems.ts';
import { RowDrawer } from './RowDrawer.tsx';
import { Pages, placeText, usePage } from './usePage.tsx';

export type RefusedRow = Given<'imports.page'>['rows'][number];
type Cells = NonNullable<RefusedRow['cells']>;

/** Rows that are refused, each with its reasons, to correct in place or to pass over; and rows that were passed over. */
export function RefusedTable(props: {
  readonly waiting: WaitingImport;
  readonly tab: 'refused' | 'skipped';
}) {
  const t = useT();
  const { logId } = useCase();
  const { waiting, tab } = props;
  const { id, header = [] } = waiting;
  const { query, page, total, setPage } = usePage(waiting, tab);
  const [open, setOpen] = useState<RefusedRow | null>(null);
  const fix = useJob('imports.fix');
  const skip = useJob('imports.skip');
  const busy = fix.running || skip.running;
  const judge = async (row: RefusedRow, cells: Cells) => {
    const done = await fix.run({ logId, id, row: row.n, cells });
    if (done !== undefined) setOpen(null);
  };
  const pass = (row: RefusedRow) => void skip.run({ logId, id, rows: [row.n], skipped: tab === 'refused' });
  const columns: readonly Column<RefusedRow>[] = [
    {
      key: 'place',
      header: t('imports.preview.place'),
      width: 150,
      cell: ({ file, line, name }) => {
        const place = placeText(waiting, file, line);
        return name === undefined ? place : `${place} (${name})`;
      },
    },
    {
      key: 'reason',
      header: t('imports.preview.reason'),
      cell: (row) => (
        <Reasons
          row={row}
          header={header}
          editable={tab === 'refused' && !busy}
          onJudge={(cells) => void judge(row, cells)}
        />
      ),
    },
    {
      key: 'actions',
      header: t('common.actions'),
      width: 220,
      cell: (row) => (
        <Group gap={6}>
          {row.cells !== undefined && tab === 'refused' && (
            <Button size="compact-sm" variant="default" disabled={busy} onClick={() => setOpen(row)}>
              {t('imports.preview.wholeRow')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => pass(row)}>
            {t(tab === 'refused' ? 'imports.preview.skip' : 'imports.preview.unskip')}
          </Button>
        </Group>
      ),
    },
  ];
  return (
    <Stack gap="sm">
      {tab === 'refused' && waiting.counts.refused > 0 && (
        <Text size="sm">{t('imports.preview.refusedHelp', { count: waiting.counts.refused })}</Text>
      )}
      {busy && <JobProgress label={t('imports.choose.settling')} progress={null} />}
      <QueryState query={query}>
        {({ rows }) => (
          <Stack gap="sm">
            <DataTable
              label={t(`imports.preview.tabs.${tab}`)}
              rows={rows}
              columns={columns}
              rowKey={({ n }) => String(n)}
              empty={<Text c="dimmed">{t('imports.preview.noRows')}</Text>}
            />
            <Pages page={page} total={total} onPage={setPage} />
          </Stack>
        )}
      </QueryState>
      {open !== null && (
        <RowDrawer
          row={open}
          header={header}
          saving={fix.running}
          onClose={() => setOpen(null)}
          onJudge={(cells) => void judge(open, cells)}
        />
      )}
    </Stack>
  );
}

/** Why a row is refused; where one cell is the cause, that cell to correct. */
function Reasons(props: {
  readonly row: RefusedRow;
  readonly header: readonly string[];
  readonly editable: boolean;
  readonly onJudge: (cells: Cells) => void;
}) {
  const t = useT();
  const problemText = useProblemText();
  const { row, header } = props;
  const { cells, line, problems } = row;
  const [edited, setEdited] = useState<Readonly<Record<number, string>>>({});
  const columnOf = (field: string | undefined): number => (field === undefined ? -1 : header.indexOf(field));
  const judge = (event: FormEvent) => {
    event.preventDefault();
    if (cells === undefined) return;
    const next: Cells = header.map((_, at) => edited[at] ?? cells[at] ?? '');
    props.onJudge(next);
  };
  const changed = Object.keys(edited).length > 0;
  return (
    <form onSubmit={judge}>
      <Stack gap={6}>
        {problems.map((problem) => {
          const at = columnOf(problem.field);
          const key = `${problem.field}${problem.code}`;
          if (at < 0 || cells === undefined || !props.editable)
            return (
              <Text key={key} size="sm" className={style.wrong}>
                {problem.field === undefined ? '' : `${problem.field}: `}
                {problemText(problem)}
              </Text>
            );
          return (
            <TextInput
              key={key}
              size="sm"
              maw={420}
              label={problem.field}
              aria-label={t('imports.preview.cell', { column: header[at] ?? '', line })}
              value={edited[at] ?? cellText(cells[at])}
              error={problemText(problem)}
              onChange={(event) => setEdited({ ...edited, [at]: event.currentTarget.value })}
            />
          );
        })}
        {changed && (
          <div>
            <Button type="submit" size="compact-sm">
              {t('imports.preview.judge')}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );
}
