import { Group, Text } from '@mantine/core';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { certaintyOf } from '#shared/ownership/influence.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { Chip, type Column, DataTable, GradeBadge, MarkingBadge, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Period } from '../dossier/FactMeta.tsx';
import { RecordMenu } from '../dossier/RecordMenu.tsx';
import { basesOf, bodyOf } from '../dossier/readings.ts';
import { useWording } from '../dossier/useWording.ts';
import { useProbability } from './probability.ts';

type Row = { readonly versions: Versions; readonly body: BodyOf<'influence'> };

/**
 * Influence claims, one a row; `about` keeps those in which one of these records takes part. Probability and confidence
 * have columns of their own.
 */
export function InfluenceTable(props: {
  readonly about: (party: RecordId, actor: RecordId) => boolean;
  readonly empty: string;
}) {
  const t = useT();
  const { logId, at } = useCase();
  const wording = useWording(logId);
  const probability = useProbability();
  const query = useQueryCall('records.list', { logId, types: ['influence'], at }, { keep: true });
  const name = (record: RecordId): string => wording.nameOf(record) ?? '…';
  const columns: Column<Row>[] = [
    {
      key: 'who',
      header: t('influence.who'),
      cell: ({ body }) => name(body.actor),
      sort: ({ body }) => name(body.actor),
    },
    {
      key: 'whom',
      header: t('influence.whom'),
      cell: ({ body }) => name(body.party),
      sort: ({ body }) => name(body.party),
    },
    {
      key: 'channel',
      header: t('influence.channelLabel'),
      cell: ({ body, versions }) => (
        <>
          {t(`influence.channel.${body.channel}`)}
          {body.grip === 'control' && <Chip tone="warn">{t('influence.grip.control')}</Chip>}
          {versions.length > 1 && (
            <Chip tone="warn">{t('dossier.facts.conflict', { count: versions.length })}</Chip>
          )}
          <Text size="sm" c="dimmed">
            {t(`influence.wording.${body.wording}`)}
          </Text>
        </>
      ),
      sort: ({ body }) => t(`influence.channel.${body.channel}`),
    },
    {
      key: 'probability',
      header: t('influence.probabilityLabel'),
      cell: ({ body }) => (
        <>
          {probability(body.probability)}
          <Text size="sm" c="dimmed">
            {t('influence.counts')} {t(`ownership.verdict.${certaintyOf(body.probability)}`)}
          </Text>
        </>
      ),
    },
    {
      key: 'confidence',
      header: t('influence.confidenceLabel'),
      cell: ({ body }) =>
        body.confidence ? t(`words.confidence.${body.confidence}`) : t('influence.confidenceNone'),
    },
    {
      key: 'grade',
      header: t('influence.grade'),
      cell: ({ body, versions: [version] }) => (
        <Group gap={4}>
          <GradeBadge reliability={body.reliability} credibility={body.credibility} />
          {version.marking !== 'open' && <MarkingBadge marking={version.marking} />}
          <Text size="sm" c="dimmed">
            <Period from={body.validFrom} to={body.validTo} />
          </Text>
        </Group>
      ),
    },
    { key: 'menu', header: t('common.actions'), width: 72, cell: (row) => <RowMenu {...row} name={name} /> },
  ];
  return (
    <QueryState query={query}>
      {(views) => (
        <DataTable
          label={t('influence.title')}
          columns={columns}
          rows={byRecord(views).flatMap((versions): Row[] => {
            const body = bodyOf(versions[0], 'influence');
            return body && props.about(body.party, body.actor) ? [{ versions, body }] : [];
          })}
          rowKey={({ versions }) => versions[0].record}
          empty={<Text c="dimmed">{props.empty}</Text>}
        />
      )}
    </QueryState>
  );
}

function RowMenu({ versions, body, name }: Row & { readonly name: (record: RecordId) => string }) {
  const t = useT();
  const { readOnly } = useCase();
  const [version] = versions;
  const words = { actor: name(body.actor), party: name(body.party) };
  return (
    <RecordMenu
      label={t('influence.menu', words)}
      readOnly={readOnly}
      edit={{
        word: t('influence.edit'),
        form: { form: 'influence', versions, marking: version.marking },
      }}
      history={{ record: version.record, type: 'influence', label: body.channel }}
      withdraw={{ record: version.record, base: basesOf(versions), text: t('influence.withdraw', words) }}
    />
  );
}
