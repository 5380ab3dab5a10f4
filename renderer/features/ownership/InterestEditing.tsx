import { ActionIcon, Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { RelationView } from '#shared/ipc/dossier.ts';
import type { InterestView } from '#shared/ipc/ownership.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { useQueryCall } from '../../api/index.ts';
import { hrefOf } from '../../app/router.ts';
import { GradeBadge, QueryState, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import type { Task } from '../dossier/editor.tsx';
import { formatValue } from '../dossier/format.ts';
import { basesOf, bodyOf } from '../dossier/readings.ts';
import { useWording } from '../dossier/useWording.ts';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';

type Editing = { readonly interest: InterestView; readonly onEdit: (task: Task) => void };

/** An influence claim is edited and withdrawn as a whole. */
export function ClaimActions({ interest, onEdit }: Editing) {
  const { words, nameOf } = useStudy();
  const { t } = words;
  const { logId, at, readOnly } = useCase();
  const { data } = useQueryCall('records.get', { logId, record: interest.relation, at });
  const [version] = data ?? [];
  if (readOnly || data === undefined || version === undefined) return null;
  const names = { actor: nameOf(interest.from), party: nameOf(interest.to) };
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={15} aria-hidden />}
        onClick={() => onEdit({ form: 'influence', versions: data, marking: version.marking })}
      >
        {t('influence.edit')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={() =>
          onEdit({
            form: 'withdraw',
            record: interest.relation,
            base: basesOf(data),
            text: t('influence.withdraw', names),
          })
        }
      >
        {t('common.withdraw')}…
      </Button>
    </Group>
  );
}

/** The facts of a relation with what can be done about each, and about the relation itself. */
export function Relation({ interest, onEdit }: Editing) {
  const { words } = useStudy();
  const { t } = words;
  const { logId, at } = useCase();
  const query = useQueryCall('dossier.entity', { logId, record: interest.from, at });
  const place = hrefOf({ screen: 'case', logId, tab: 'dossier', record: interest.relation });
  return (
    <>
      <Title order={3} size="h4">
        {t('ownership.interest.facts')}
      </Title>
      <QueryState query={query}>
        {({ relations }) => {
          const relation = relations.find(({ record }) => record === interest.relation);
          return (
            <>
              <Facts relation={relation} interest={interest} onEdit={onEdit} />
              {relation !== undefined && (
                <RelationActions relation={relation} interest={interest} onEdit={onEdit} />
              )}
            </>
          );
        }}
      </QueryState>
      <Anchor href={place} fw={600}>
        {t('ownership.interest.toDossier')}
      </Anchor>
    </>
  );
}

type OfRelation = Editing & { readonly relation: RelationView };

function RelationActions({ relation, interest, onEdit }: OfRelation) {
  const { words, nameOf } = useStudy();
  const { t } = words;
  const { readOnly } = useCase();
  const [version] = relation.versions;
  const body = version && bodyOf(version, 'relation');
  if (readOnly || version === undefined || !body) return null;
  const label = nameOf(interest.from);
  const { marking } = version;
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() =>
          onEdit({
            form: 'claim',
            subject: relation.record,
            kind: body.kind,
            label: `${label} – ${relation.other.label}`,
            page: interest.from,
            marking,
            section: 'ownership',
          })
        }
      >
        {t('ownership.interest.addFact')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={15} aria-hidden />}
        onClick={() => onEdit({ form: 'relation', from: body.from, label, marking, relation })}
      >
        {t('ownership.interest.edit')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={() =>
          onEdit({
            form: 'withdraw',
            record: relation.record,
            base: basesOf(relation.versions),
            text: t('dossier.withdraw.relation', { name: relation.other.label }),
          })
        }
      >
        {t('ownership.interest.withdraw')}…
      </Button>
    </Group>
  );
}

function Facts(props: Editing & { readonly relation: RelationView | undefined }) {
  const { words, nameOf } = useStudy();
  const { t } = words;
  const { logId, readOnly } = useCase();
  const wording = useWording(logId);
  const { relation, interest, onEdit } = props;
  const kind = relation?.versions[0] && bodyOf(relation.versions[0], 'relation')?.kind;
  const claims = (relation?.claims ?? []).flatMap((claim) => {
    const [version] = claim.versions;
    const body = version && bodyOf(version, 'claim');
    return body ? [{ claim, version, body }] : [];
  });
  if (relation === undefined || !kind || claims.length === 0)
    return <Text c="dimmed">{t('ownership.interest.noFacts')}</Text>;
  return (
    <ul className={style.claims}>
      {claims.map(({ claim, version, body }) => {
        const name = propertyOf(body.property)?.label[wording.lang] ?? body.property;
        return (
          <li key={claim.record}>
            <div className={style.claim}>
              <span>{name}</span>
              <strong>{formatValue(body.property, body.value, wording)}</strong>
              <GradeBadge reliability={body.reliability} credibility={body.credibility} />
              {!readOnly && (
                <Group gap={2} wrap="nowrap" ml="auto">
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('ownership.interest.editFact', { name })}
                    onClick={() =>
                      onEdit({
                        form: 'claim',
                        subject: relation.record,
                        kind,
                        label: `${nameOf(interest.from)} – ${relation.other.label}`,
                        page: interest.from,
                        marking: version.marking,
                        claim,
                      })
                    }
                  >
                    <IconPencil size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('ownership.interest.withdrawFact', { name })}
                    onClick={() =>
                      onEdit({
                        form: 'withdraw',
                        record: claim.record,
                        base: basesOf(claim.versions),
                        text: t('dossier.withdraw.fact', { name }),
                      })
                    }
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              )}
            </div>
            <Text size="sm" c="dimmed">
              {t('ownership.interest.source')}:{' '}
              {claim.source === undefined ? (
                t('ownership.interest.noSource')
              ) : (
                <RecordLink logId={logId} to={claim.source} />
              )}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
