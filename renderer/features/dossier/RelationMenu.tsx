import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconGitBranch, IconHistory, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { RecordRef } from '#shared/ipc/common.ts';
import type { RelationView } from '#shared/ipc/dossier.ts';
import { useT } from '../../app/language.ts';
import { useEditor } from './editor.tsx';
import { usePage } from './page.ts';
import { basesOf } from './readings.ts';

/** What can be done with one relation. */
export function RelationMenu(props: {
  readonly relation: RelationView;
  readonly self: RecordRef;
  readonly onAdd: () => void;
}) {
  const t = useT();
  const open = useEditor();
  const { readOnly } = usePage();
  const { relation, self } = props;
  const { label } = relation.other;
  const ref = { record: relation.record, type: 'relation' as const, label: `${self.label} – ${label}` };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('dossier.relations.menu', { name: label })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!readOnly && (
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onAdd}>
            {t('dossier.head.addFact')}
          </Menu.Item>
        )}
        {!readOnly && relation.versions.length > 1 && (
          <Menu.Item
            leftSection={<IconGitBranch size={16} aria-hidden />}
            onClick={() => open({ form: 'settle', ref })}
          >
            {t('dossier.facts.settle')}
          </Menu.Item>
        )}
        {!readOnly && (
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() =>
              open({
                form: 'relation',
                from: self.record,
                label: self.label,
                marking: self.marking,
                relation,
              })
            }
          >
            {t('common.edit')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconHistory size={16} aria-hidden />}
          onClick={() => open({ form: 'history', ref })}
        >
          {t('dossier.head.history')}
        </Menu.Item>
        {!readOnly && (
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() =>
              open({
                form: 'withdraw',
                record: relation.record,
                base: basesOf(relation.versions),
                text: t('dossier.withdraw.relation', { name: label }),
              })
            }
          >
            {t('common.withdraw')}…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
