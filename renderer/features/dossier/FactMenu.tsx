import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ClaimView } from '#shared/ipc/dossier.ts';
import { useT } from '../../app/language.ts';
import { useEditor } from './editor.tsx';
import type { Subject } from './FactCard.tsx';
import { usePage } from './page.ts';
import { basesOf } from './readings.ts';

/** What can be done with one fact. */
export function FactMenu(props: {
  readonly claim: ClaimView;
  readonly name: string;
  readonly subject: Subject;
}) {
  const t = useT();
  const open = useEditor();
  const { readOnly } = usePage();
  const { claim, name, subject } = props;
  const [version] = claim.versions;
  if (version === undefined) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('dossier.facts.menu', { property: name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!readOnly && (
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => open({ form: 'claim', ...subject, marking: version.marking, claim })}
          >
            {t('common.edit')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconHistory size={16} aria-hidden />}
          onClick={() => open({ form: 'history', ref: { record: claim.record, type: 'claim', label: name } })}
        >
          {t('dossier.head.history')}
        </Menu.Item>
        {!readOnly && (
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() =>
              open({
                form: 'withdraw',
                record: claim.record,
                base: basesOf(claim.versions),
                text: t('dossier.withdraw.fact', { name }),
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
