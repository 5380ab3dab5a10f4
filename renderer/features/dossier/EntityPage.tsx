import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { saysMissing } from '#shared/dossier/health.ts';
import type { ClaimView } from '#shared/ipc/dossier.ts';
import type { EntityType } from '#shared/model/records.ts';
import type { Given } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import { SameNotice } from '../identity/SameNotice.tsx';
import { InfluenceTable } from '../influence/InfluenceTable.tsx';
import { Elsewhere } from '../watch/Elsewhere.tsx';
import { EntityHead, type FactFilter } from './EntityHead.tsx';
import { useEditor } from './editor.tsx';
import { type AddFact, FactSections } from './FactSections.tsx';
import { Notes } from './Notes.tsx';
import { usePage } from './page.ts';
import { Relations } from './Relations.tsx';
import { bodyOf } from './readings.ts';

export type Entity = Given<'dossier.entity'>;

const matches = (claim: ClaimView, filter: FactFilter): boolean => {
  if (filter === 'all') return true;
  if (filter === 'unsourced') return claim.unsourced;
  if (filter === 'disputed') return claim.disputed;
  return claim.versions.some((version) => {
    const body = bodyOf(version, 'claim');
    return body !== null && saysMissing(body);
  });
};

/** A party or thing: who it is, its facts by section, its relations and notes. */
export function EntityPage({ entity, kind }: { readonly entity: Entity; readonly kind: EntityType }) {
  const t = useT();
  const open = useEditor();
  const { readOnly } = usePage();
  const [filter, setFilter] = useState<FactFilter>('all');
  const { ref } = entity;
  const claims = useMemo(
    () => entity.claims.filter((claim) => matches(claim, filter)),
    [entity.claims, filter],
  );
  const relations = useMemo(
    () =>
      filter === 'all'
        ? entity.relations
        : entity.relations.filter((relation) => relation.claims.some((claim) => matches(claim, filter))),
    [entity.relations, filter],
  );
  const subject = { subject: ref.record, kind, label: ref.label, page: ref.record };
  const add: AddFact = (where) => open({ form: 'claim', ...subject, marking: ref.marking, ...where });
  const task = { label: ref.label, marking: ref.marking };
  return (
    <Stack gap="md">
      <EntityHead entity={entity} kind={kind} filter={filter} onFilter={setFilter} onAdd={() => add({})} />
      <SameNotice self={ref} />
      {(kind === 'company' || kind === 'person' || kind === 'publicBody') && <Elsewhere self={ref} />}
      <Panel title={t('dossier.facts.title')}>
        {claims.length === 0 && (
          <Text c="dimmed">
            {t(entity.claims.length === 0 ? 'dossier.facts.none' : 'dossier.facts.filterNone')}
          </Text>
        )}
        <FactSections claims={claims} all={entity.claims} subject={subject} onAdd={add} />
      </Panel>
      <Panel
        title={t('dossier.relations.title')}
        actions={
          !readOnly && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => open({ form: 'relation', from: ref.record, ...task })}
            >
              {t('dossier.head.addRelation')}
            </Button>
          )
        }
      >
        <Relations relations={relations} self={ref} />
      </Panel>
      {(kind === 'company' || kind === 'person' || kind === 'publicBody') && (
        <Panel
          title={t('influence.title')}
          actions={
            !readOnly && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={15} aria-hidden />}
                onClick={() => open({ form: 'influence', party: ref.record, marking: ref.marking })}
              >
                {t('influence.add')}
              </Button>
            )
          }
        >
          <InfluenceTable
            about={(party, actor) => party === ref.record || actor === ref.record}
            empty={t('influence.none')}
          />
        </Panel>
      )}
      <Panel
        title={t('dossier.notes.title')}
        actions={
          !readOnly && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => open({ form: 'note', about: ref.record, ...task })}
            >
              {t('dossier.head.addNote')}
            </Button>
          )
        }
      >
        <Notes notes={entity.notes} self={ref} />
      </Panel>
    </Stack>
  );
}
