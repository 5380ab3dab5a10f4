import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { RecordRef } from '#shared/ipc/common.ts';
import type { RelationView } from '#shared/ipc/dossier.ts';
import { useT } from '../../app/language.ts';
import { usePage } from './page.ts';
import { RecordMenu, SettleItem } from './RecordMenu.tsx';
import { basesOf } from './readings.ts';

/** What can be done with one relation. */
export function RelationMenu(props: {
  readonly relation: RelationView;
  readonly self: RecordRef;
  readonly onAdd: () => void;
}) {
  const t = useT();
  const { readOnly } = usePage();
  const { relation, self } = props;
  const { label } = relation.other;
  const ref = { record: relation.record, type: 'relation' as const, label: `${self.label} – ${label}` };
  return (
    <RecordMenu
      label={t('dossier.relations.menu', { name: label })}
      readOnly={readOnly}
      edit={{
        form: {
          form: 'relation',
          from: self.record,
          label: self.label,
          marking: self.marking,
          relation,
        },
      }}
      history={ref}
      withdraw={{
        record: relation.record,
        base: basesOf(relation.versions),
        text: t('dossier.withdraw.relation', { name: label }),
      }}
    >
      <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onAdd}>
        {t('dossier.head.addFact')}
      </Menu.Item>
      {relation.versions.length > 1 && <SettleItem of={ref} />}
    </RecordMenu>
  );
}
