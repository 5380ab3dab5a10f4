import { Drawer, Stack, Text, Timeline } from '@mantine/core';
import { IconCirclePlus, IconGitMerge, IconPencil, IconTrash } from '@tabler/icons-react';
import type { RecordRef } from '#shared/ipc/common.ts';
import type { RecordType } from '#shared/model/records.ts';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { AuthorText, Chip, DateText, MarkingBadge, QueryState } from '../../ui/index.ts';
import style from './dossier.module.css';
import { FieldTable } from './FieldTable.tsx';
import { type Body, differingFields, fieldName, fieldText } from './fields.ts';
import type { Wording } from './format.ts';
import { useWording } from './useWording.ts';

type Version = Given<'records.versions'>[number];

const stepOf = (version: Version): 'created' | 'changed' | 'settled' | 'withdrawn' => {
  if (version.body === null) return 'withdrawn';
  if (version.base.length > 1) return 'settled';
  return version.base.length === 0 ? 'created' : 'changed';
};
const SIGN = { created: IconCirclePlus, changed: IconPencil, settled: IconGitMerge, withdrawn: IconTrash };

/** All versions of one record, newest first: who, when, and which members changed. */
export function HistoryDrawer(props: {
  readonly target: Pick<RecordRef, 'record' | 'type' | 'label'>;
  readonly logId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { target, logId } = props;
  const wording = useWording(logId);
  const query = useQueryCall('records.versions', { logId, record: target.record });
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="right"
      size={640}
      title={t('dossier.history.title', { name: target.label })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ title: style.drawerTitle }}
    >
      <QueryState query={query}>
        {(versions) => (
          <Timeline bulletSize={28} lineWidth={2}>
            {versions.toReversed().map((version) => {
              const step = stepOf(version);
              const Sign = SIGN[step];
              return (
                <Timeline.Item
                  key={version.digest}
                  bullet={<Sign size={16} aria-hidden />}
                  title={
                    <span className={style.versionTitle}>
                      {t(`dossier.history.${step}`)}
                      {version.live && <Chip tone="met">{t('dossier.history.live')}</Chip>}
                      <MarkingBadge marking={version.marking} />
                    </span>
                  }
                >
                  <Text size="sm" c="dimmed" mb={4}>
                    <AuthorText author={version.change.author} />, <DateText instant={version.change.time} />
                  </Text>
                  <Step version={version} versions={versions} type={target.type} wording={wording} />
                </Timeline.Item>
              );
            })}
          </Timeline>
        )}
      </QueryState>
    </Drawer>
  );
}

function Step(props: {
  readonly version: Version;
  readonly versions: readonly Version[];
  readonly type: RecordType;
  readonly wording: Wording;
}) {
  const { version, type, wording } = props;
  const { t } = wording;
  if (version.body === null) return null;
  const before = props.versions.find((one) => one.digest === version.base[0]);
  if (before === undefined || before.body === null) {
    return <FieldTable type={type} body={version.body} marking={version.marking} wording={wording} />;
  }
  const old: Body = { ...before.body, marking: before.marking };
  const now: Body = { ...version.body, marking: version.marking };
  const fields = differingFields([old, now]);
  if (fields.length === 0) return <Text size="sm">{t('dossier.history.noDifference')}</Text>;
  return (
    <Stack gap={6} component="dl" m={0}>
      {fields.map((field) => (
        <div key={field} className={style.change}>
          <dt>{fieldName(field, wording)}</dt>
          <dd>
            <span className="wb-hidden">{t('dossier.history.before')} </span>
            <del>{fieldText(type, field, old, wording) ?? t('dossier.history.removed')}</del>
          </dd>
          <dd>
            <span className="wb-hidden">{t('dossier.history.after')} </span>
            <ins>{fieldText(type, field, now, wording) ?? t('dossier.history.removed')}</ins>
          </dd>
        </div>
      ))}
    </Stack>
  );
}
