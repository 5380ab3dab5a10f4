import { Menu } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { MATRIX_MARKS } from '#shared/model/records/threat.ts';
import { useT } from '../../app/language.ts';
import style from './threat.module.css';

export type Mark = (typeof MATRIX_MARKS)[number];
type Cell = Mark | 'conflict' | null;

/** The mark that a key stands for; null empties the cell, undefined is no such key. */
export const markOfKey = ({ key, shiftKey }: KeyboardEvent): Mark | null | undefined => {
  if (key === 'Delete' || key === 'Backspace') return null;
  const plain = ({ c: 'C', n: 'N', i: 'I', x: 'NA' } as const)[key.toLowerCase()];
  if (plain === undefined) return undefined;
  return shiftKey && (plain === 'C' || plain === 'I') ? (plain === 'C' ? 'CC' : 'II') : plain;
};

/** One cell: a button that says what it holds, with a menu of the marks. */
export function MatrixCell(props: {
  readonly cell: Cell;
  readonly names: { readonly evidence: string; readonly hypothesis: string };
  readonly at: string;
  /** Whether Tab comes to this cell. */
  readonly stop: boolean;
  readonly locked: boolean;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onMark: (mark: Mark | null) => void;
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { cell, locked } = props;
  const button = (
    <button
      type="button"
      className={style.cell}
      data-at={props.at}
      data-mark={cell ?? undefined}
      tabIndex={props.stop ? 0 : -1}
      aria-label={t('threat.ach.cell', { ...props.names, mark: t(`threat.ach.mark.${cell ?? 'none'}`) })}
      aria-disabled={locked || undefined}
      title={t(`threat.ach.mark.${cell ?? 'none'}`)}
      onFocus={props.onFocus}
      onKeyDown={props.onKey}
      onClick={() => !locked && setOpen(true)}
    >
      {cell === 'conflict' ? '≠' : (cell ?? '·')}
    </button>
  );
  // A menu for each of a thousand cells costs too much: it is there while it is open.
  if (!open) return button;
  return (
    <Menu opened onChange={setOpen} position="bottom" withinPortal>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('threat.ach.choose')}</Menu.Label>
        {MATRIX_MARKS.map((mark) => (
          <Menu.Item key={mark} onClick={() => props.onMark(mark)}>
            {mark}: {t(`threat.ach.mark.${mark}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => props.onMark(null)}>{t('threat.ach.clear')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
