import { Button, Drawer, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { RecordRef } from '#shared/ipc/common.ts';
import { type Given, useCommand, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { AuthorText, DateText, EmptyState, QueryState } from '../../ui/index.ts';
import style from './dossier.module.css';
import { FieldTable } from './FieldTable.tsx';
import { type Body, differingFields, fieldText, orderedFields } from './fields.ts';
import { useNotice } from './useNotice.ts';
import { useWording } from './useWording.ts';

type Version = Given<'records.versions'>[number];
type Props = {
  readonly target: Pick<RecordRef, 'record' | 'type' | 'label'>;
  readonly logId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
};

const wholeOf = (version: Version): Body => ({ ...version.body, marking: version.marking });

/**
 * The live versions of one record side by side, with what differs pointed out. Settling writes a version that names
 * them all, so that everybody who merges it sees the conflict end. Works for any type of record.
 */
export function SettleDrawer(props: Props) {
  const t = useT();
  const { target, logId } = props;
  const query = useQueryCall('records.versions', { logId, record: target.record });
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="right"
      size={1000}
      title={t('dossier.settle.title', { name: target.label })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ title: style.drawerTitle }}
    >
      <QueryState query={query}>
        {(versions) => <Sides {...props} live={versions.filter((version) => version.live)} />}
      </QueryState>
    </Drawer>
  );
}

function Sides({ live, target, logId, onClose }: Props & { readonly live: readonly Version[] }) {
  const t = useT();
  const notice = useNotice();
  const wording = useWording(logId);
  const put = useCommand('records.put');
  const withdraw = useCommand('records.withdraw');
  if (live.length < 2) return <EmptyState title={t('dossier.settle.none')} icon={<IconCheck size={28} />} />;

  const bodies = live.filter((version) => version.body !== null).map(wholeOf);
  const marked = new Set(differingFields(bodies));
  const fields = orderedFields(bodies).filter((field) =>
    bodies.some((body) => fieldText(target.type, field, body, wording) !== undefined),
  );
  const base = live.map((version) => version.digest);
  const done = (answer: unknown) => {
    if (answer === undefined) return;
    notice(t('dossier.settle.done'));
    onClose();
  };
  const keep = async ({ body, marking }: Version) => {
    const { record, type } = target;
    if (body === null) done(await withdraw.run({ logId, records: [{ record, base }] }));
    else done(await put.run({ logId, action: 'resolve', puts: [{ record, type, base, body, marking }] }));
  };
  return (
    <Stack>
      <Text>{t('dossier.settle.intro')}</Text>
      <div className={style.sides}>
        {live.map((version, i) => (
          <section
            key={version.digest}
            className={style.side}
            aria-label={`${i + 1}: ${version.change.author.name}`}
          >
            <header>
              <Text fw={600}>
                <AuthorText author={version.change.author} />
              </Text>
              <Text size="sm" c="dimmed">
                <DateText instant={version.change.time} />
              </Text>
            </header>
            {version.body === null ? (
              <Text fs="italic">{t('dossier.settle.withdrawn')}</Text>
            ) : (
              <FieldTable
                type={target.type}
                body={version.body}
                marking={version.marking}
                wording={wording}
                fields={fields}
                marked={marked}
              />
            )}
            <Button
              mt="auto"
              variant="light"
              leftSection={<IconCheck size={16} aria-hidden />}
              loading={put.running || withdraw.running}
              onClick={() => void keep(version)}
            >
              {t(version.body === null ? 'dossier.settle.keepWithdrawn' : 'dossier.settle.keep')}
            </Button>
          </section>
        ))}
      </div>
    </Stack>
  );
}
