import { Anchor, Button, Drawer, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { lengthText } from '#shared/chain/wording.ts';
import { boundsOf } from '#shared/graph/amount.ts';
import type { GraphEdge } from '#shared/graph/model.ts';
import type { RelationView } from '#shared/ipc/dossier.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { useQueryCall } from '../../api/index.ts';
import { hrefOf } from '../../app/router.ts';
import { GradeBadge, QueryState, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useEditor } from '../dossier/editor.tsx';
import { formatValue } from '../dossier/format.ts';
import { bodyOf } from '../dossier/readings.ts';
import { useWording } from '../dossier/useWording.ts';
import { useChain } from './ChainContext.ts';
import style from './chain.module.css';
import { EdgeMarks } from './chips.tsx';

/** One relation with everything that is said of it, each fact with its source and grade, to edit in place. */
export function EdgeDrawer(props: { readonly relation: RecordId; readonly onClose: () => void }) {
  const { words, edges } = useChain();
  const { t, nameOf } = words;
  const { logId } = useCase();
  const edge = edges.get(props.relation);
  if (edge === undefined) return null;
  const label = t('chain.edge.title', { from: nameOf(edge.from), to: nameOf(edge.to) });
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size={520}
      title={label}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ title: style.drawerTitle }}
    >
      <Stack gap="md">
        <Group gap="xs">
          <Text>
            {t(`chain.edgeKind.${edge.kind}`)}
            {edge.label === undefined ? '' : ` (${edge.label})`}
          </Text>
          <EdgeMarks edge={edge} />
        </Group>
        <Title order={3} size="h4">
          {t('chain.edge.facts')}
        </Title>
        <Facts edge={edge} label={label} />
        <Substitutes edge={edge} />
        <Anchor href={hrefOf({ screen: 'case', logId, tab: 'dossier', record: edge.record })} fw={600}>
          {t('chain.edge.toDossier')}
        </Anchor>
      </Stack>
    </Drawer>
  );
}

function Facts({ edge, label }: { readonly edge: GraphEdge; readonly label: string }) {
  const { words } = useChain();
  const { t } = words;
  const { logId, at } = useCase();
  const query = useQueryCall('dossier.entity', { logId, record: edge.from, at });
  return (
    <QueryState query={query}>
      {({ relations }) => {
        const relation = relations.find(({ record }) => record === edge.record);
        return relation === undefined ? (
          <Text c="dimmed">{t('chain.edge.noFacts')}</Text>
        ) : (
          <FactList edge={edge} label={label} relation={relation} />
        );
      }}
    </QueryState>
  );
}

function FactList(props: {
  readonly edge: GraphEdge;
  readonly label: string;
  readonly relation: RelationView;
}) {
  const { edge, label, relation } = props;
  const { words } = useChain();
  const { t } = words;
  const { logId, readOnly } = useCase();
  const wording = useWording(logId);
  const open = useEditor();
  const subject = {
    form: 'claim' as const,
    subject: edge.record,
    kind: edge.relation,
    label,
    page: edge.from,
    marking: relation.versions[0]?.marking ?? edge.marking,
  };
  return (
    <>
      {relation.claims.length === 0 && <Text c="dimmed">{t('chain.edge.noFacts')}</Text>}
      <ul className={style.claims}>
        {relation.claims.map((claim) => {
          const [version] = claim.versions;
          const body = version && bodyOf(version, 'claim');
          if (!body) return null;
          const name = propertyOf(body.property)?.label[wording.lang] ?? body.property;
          return (
            <li key={claim.record}>
              <div className={style.claim}>
                <span>{name}</span>
                <strong>{formatValue(body.property, body.value, wording)}</strong>
                <GradeBadge reliability={body.reliability} credibility={body.credibility} />
                {!readOnly && (
                  <UnstyledButton
                    className={style.edit}
                    aria-label={t('chain.edge.editFact', { fact: name })}
                    onClick={() => open({ ...subject, claim })}
                  >
                    <IconPencil size={16} aria-hidden />
                  </UnstyledButton>
                )}
              </div>
              <Text size="sm" c="dimmed">
                {t('chain.edge.source')}:{' '}
                {claim.source === undefined ? (
                  t('chain.edge.noSource')
                ) : (
                  <RecordLink logId={logId} to={claim.source} />
                )}
              </Text>
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => open({ ...subject, section: 'supply' })}
        >
          {t('chain.edge.add')}
        </Button>
      )}
    </>
  );
}

function Substitutes({ edge }: { readonly edge: GraphEdge }) {
  const { words } = useChain();
  const { t } = words;
  return (
    <div>
      <Title order={3} size="h4">
        {t('chain.edge.substitutes')}
      </Title>
      {edge.substitutes.length === 0 ? (
        <Text size="sm">{t('chain.edge.noSubstitutes')}</Text>
      ) : (
        <ul className={style.gaps}>
          {edge.substitutes.map(({ name, timeToQualify, claims }) => (
            <li key={claims.join(' ')}>
              {name}
              {timeToQualify.kind !== 'unknown' && (
                <>, {t('chain.edge.qualify', { time: lengthText(words, ...qualification(timeToQualify)) })}</>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function qualification(amount: GraphEdge['timeToQualify']): [min: number, max: number | null] {
  const [min, max] = boundsOf(amount);
  return [min, Number.isFinite(max) ? max : null];
}
