import { Group, Stack, Text } from '@mantine/core';
import { IconGitBranch } from '@tabler/icons-react';
import type { RecordRef, VersionView } from '#shared/ipc/common.ts';
import { useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import { AuthorText, Chip, DateText, LongTextBlock, MarkingBadge } from '../../ui/index.ts';
import style from './facts.module.css';
import { usePage } from './page.ts';
import { RecordMenu, SettleItem } from './RecordMenu.tsx';
import { basesOf, bodyOf } from './readings.ts';

/** Notes about a party, newest first; versions of one note that are in conflict stand under each other. */
export function Notes(props: { readonly notes: readonly VersionView[]; readonly self: RecordRef }) {
  const t = useT();
  if (props.notes.length === 0) return <Text c="dimmed">{t('dossier.notes.none')}</Text>;
  const records = [...Map.groupBy(props.notes, (note) => note.record).values()];
  const newest = (versions: readonly VersionView[]) => versions[0]?.time ?? '';
  return records
    .sort((a, b) => (newest(a) < newest(b) ? 1 : -1))
    .map((versions) => <Note key={versions[0]?.record} versions={versions} self={props.self} />);
}

function Note({ versions, self }: { readonly versions: readonly VersionView[]; readonly self: RecordRef }) {
  const t = useT();
  const { readOnly, highlight } = usePage();
  const [first] = versions;
  if (first === undefined) return null;
  const title = bodyOf(first, 'note')?.title ?? t('words.type.note');
  const ref = { record: first.record, type: 'note' as const, label: title };
  const conflict = versions.length > 1;
  return (
    <article
      aria-label={title}
      className={classes(style.fact, conflict && style.conflict, highlight === first.record && style.here)}
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap="xs" flex={1}>
          {conflict && (
            <Group gap="xs">
              <Chip tone="warn" icon={<IconGitBranch size={14} aria-hidden />}>
                {t('dossier.facts.conflict', { count: versions.length })}
              </Chip>
            </Group>
          )}
          {versions.map((version) => {
            const body = bodyOf(version, 'note');
            return (
              <div key={version.digest}>
                {body?.title !== undefined && <Text fw={600}>{body.title}</Text>}
                {body === null ? (
                  <Text fs="italic">{t('dossier.unreadable')}</Text>
                ) : (
                  <LongTextBlock>{body.text}</LongTextBlock>
                )}
                <div className={style.meta}>
                  <span>
                    <AuthorText author={version.author} />, <DateText instant={version.time} />
                  </span>
                  {version.marking !== 'open' && <MarkingBadge marking={version.marking} />}
                </div>
              </div>
            );
          })}
        </Stack>
        <RecordMenu
          label={`${t('dossier.notes.menu')}: ${title}`}
          readOnly={readOnly}
          {...(conflict
            ? {}
            : {
                edit: {
                  form: {
                    form: 'note' as const,
                    about: self.record,
                    label: self.label,
                    marking: first.marking,
                    version: first,
                  },
                },
              })}
          history={ref}
          withdraw={{ record: first.record, base: basesOf(versions), text: t('dossier.withdraw.note') }}
        >
          {conflict && <SettleItem of={ref} />}
        </RecordMenu>
      </Group>
    </article>
  );
}
