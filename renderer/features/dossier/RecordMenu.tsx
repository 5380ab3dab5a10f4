import { ActionIcon, type ActionIconProps, Menu } from '@mantine/core';
import { IconDots, IconGitBranch, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../app/language.ts';
import { type Task, useEditor, type WithdrawTask } from './editor.tsx';

type Ref = Extract<Task, { form: 'history' | 'settle' }>['ref'];

/**
 * What can be done with one record: more of its own first, then change it, see its history, withdraw it. Where the case
 * is only read, the history is what remains.
 */
export function RecordMenu(props: {
  readonly label: string;
  readonly button?: ActionIconProps;
  readonly readOnly: boolean;
  /** Absent: nothing to change, for example while versions differ. */
  readonly edit?: { readonly word?: string; readonly form: Task };
  readonly history: Ref;
  readonly withdraw: Omit<WithdrawTask, 'form'>;
  readonly children?: ReactNode;
}) {
  const t = useT();
  const open = useEditor();
  const { edit, history, readOnly, withdraw } = props;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={props.label} {...props.button}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!readOnly && props.children}
        {!readOnly && edit && (
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => open(edit.form)}>
            {edit.word ?? t('common.edit')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconHistory size={16} aria-hidden />}
          onClick={() => open({ form: 'history', ref: history })}
        >
          {t('dossier.head.history')}
        </Menu.Item>
        {!readOnly && (
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => open({ form: 'withdraw', ...withdraw })}
          >
            {t('common.withdraw')}…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Leads to where versions that differ are settled. */
export function SettleItem({ of }: { readonly of: Ref }) {
  const t = useT();
  const open = useEditor();
  return (
    <Menu.Item
      leftSection={<IconGitBranch size={16} aria-hidden />}
      onClick={() => open({ form: 'settle', ref: of })}
    >
      {t('dossier.facts.settle')}
    </Menu.Item>
  );
}
