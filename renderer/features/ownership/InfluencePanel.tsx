import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useEditor } from '../dossier/editor.tsx';
import { InfluenceTable } from '../influence/InfluenceTable.tsx';
import { useStudy } from './OwnershipContext.ts';

/** The influence claims about the parties of the picture, to read, add and change in place. */
export function InfluencePanel() {
  const { picture, nodes, words } = useStudy();
  const { t } = words;
  const { readOnly } = useCase();
  const open = useEditor();
  const entries = new Set([
    ...nodes.keys(),
    ...picture.nodes.flatMap(({ also }) => also.map((one) => one.record)),
  ]);
  return (
    <Panel
      title={t('influence.title')}
      actions={
        !readOnly && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() =>
              open({ form: 'influence', party: picture.target.record, marking: picture.target.marking })
            }
          >
            {t('influence.add')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t('influence.lead')}
      </Text>
      <InfluenceTable
        about={(party, actor) => entries.has(party) || entries.has(actor)}
        empty={t('influence.noneHere')}
      />
    </Panel>
  );
}
