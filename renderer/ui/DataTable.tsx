import { Anchor, Button, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useLocale, useT } from '../app/language.ts';
import style from './DataTable.module.css';

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column is sorted by; without it the header is no button. Missing values come last either way. */
  readonly sort?: (row: Row) => string | number | undefined;
  readonly align?: 'left' | 'right';
  readonly width?: number | string;
};

type Sorting = { readonly key: string; readonly down: boolean };

/** Rows shown at first and with each "more", so that a long list stays quick. */
const STEP = 100;

/**
 * A table with sortable columns. The first column is the way into a row: arrow keys, Home and End go from row to row,
 * Enter opens. Tab passes the table in one step, apart from what other cells hold.
 */
export function DataTable<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowHref?: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly selected?: string;
  readonly initialSort?: Sorting;
  readonly empty?: ReactNode;
}) {
  const t = useT();
  const locale = useLocale();
  const [sorting, setSorting] = useState<Sorting | undefined>(props.initialSort);
  const [shown, setShown] = useState(STEP);
  const [active, setActive] = useState<string | null>(props.selected ?? null);
  const body = useRef<HTMLTableSectionElement>(null);
  const sorted = useMemo(
    () =>
      sortRows(
        props.rows,
        props.columns.find((column) => column.key === sorting?.key)?.sort,
        sorting,
        locale,
      ),
    [props.rows, props.columns, sorting, locale],
  );
  const rows = sorted.slice(0, shown);
  const keys = rows.map(props.rowKey);
  const stop = active !== null && keys.includes(active) ? active : keys[0];
  const opens = props.rowHref !== undefined || props.onOpen !== undefined;

  const move = (event: KeyboardEvent) => {
    const entries = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-entry]') ?? [])];
    const at = entries.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    entries[to]?.focus();
  };
  const entry = (row: Row, content: ReactNode): ReactNode => {
    if (!opens) return content;
    const key = props.rowKey(row);
    const shared = {
      'data-row-entry': true,
      className: style.entry,
      tabIndex: key === stop ? 0 : -1,
      onFocus: () => setActive(key),
    };
    if (props.rowHref) {
      return (
        <Anchor {...shared} href={props.rowHref(row)} onClick={() => props.onOpen?.(row)}>
          {content}
        </Anchor>
      );
    }
    return (
      <UnstyledButton {...shared} onClick={() => props.onOpen?.(row)}>
        {content}
      </UnstyledButton>
    );
  };

  if (props.rows.length === 0 && props.empty !== undefined) return props.empty;
  return (
    <div className={style.frame}>
      <Table aria-label={props.label} highlightOnHover={opens} verticalSpacing="sm" className={style.table}>
        <Table.Thead>
          <Table.Tr>
            {props.columns.map((column) => (
              <HeaderCell key={column.key} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body} onKeyDown={move}>
          {rows.map((row) => (
            <Table.Tr
              key={props.rowKey(row)}
              data-selected={props.rowKey(row) === props.selected || undefined}
            >
              {props.columns.map((column, i) => (
                <Table.Td key={column.key} ta={column.align ?? 'left'}>
                  {i === 0 ? entry(row, column.cell(row)) : column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {props.rows.length === 0 && (
        <Text c="dimmed" ta="center" py="lg">
          {t('common.nothingFound')}
        </Text>
      )}
      {sorted.length > shown && (
        <Button variant="subtle" fullWidth onClick={() => setShown(shown + STEP)}>
          {t('common.moreOf', { count: Math.min(STEP, sorted.length - shown) })}
        </Button>
      )}
    </div>
  );
}

function HeaderCell<Row>(props: {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting) => void;
}) {
  const { column, sorting } = props;
  const mine = sorting?.key === column.key ? sorting : undefined;
  const Icon = mine === undefined ? IconArrowsSort : mine.down ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      scope="col"
      w={column.width}
      ta={column.align ?? 'left'}
      aria-sort={mine === undefined ? undefined : mine.down ? 'descending' : 'ascending'}
    >
      {column.sort === undefined ? (
        column.header
      ) : (
        <UnstyledButton
          className={style.sort}
          onClick={() => props.onSort({ key: column.key, down: mine !== undefined && !mine.down })}
        >
          {column.header}
          <Icon size={14} aria-hidden opacity={mine === undefined ? 0.5 : 1} />
        </UnstyledButton>
      )}
    </Table.Th>
  );
}

const sortRows = <Row,>(
  rows: readonly Row[],
  by: Column<Row>['sort'],
  sorting: Sorting | undefined,
  locale: string,
): readonly Row[] => {
  if (by === undefined || sorting === undefined) return rows;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sign = sorting.down ? -1 : 1;
  return [...rows].sort((one, other) => {
    const a = by(one);
    const b = by(other);
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return (
      sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
    );
  });
};
