import { Button, Group, Stack, Text } from '@mantine/core';
import { IconGitBranch, IconRefresh } from '@tabler/icons-react';
import type { RecordType } from '#shared/model/records.ts';
import { useT } from '../../../app/language.ts';
import { useInstantText } from '../../../ui/index.ts';
import { FieldTable } from '../FieldTable.tsx';
import { Notice } from '../Notice.tsx';
import { useWording } from '../useWording.ts';
import type { RecordForm } from './useRecordForm.ts';

/** Says that somebody else saved first, offers their version beside what was typed, and loses nothing. */
export function StaleNotice<T extends RecordType>(props: {
  readonly logId: string;
  readonly type: T;
  readonly form: RecordForm<T>;
}) {
  const t = useT();
  const say = useInstantText();
  const wording = useWording(props.logId);
  const { stale, stored, reload } = props.form;
  if (!stale && stored === null) return null;
  return (
    <Notice
      role="alert"
      tone="warn"
      icon={<IconGitBranch size={20} aria-hidden />}
      title={t('dossier.form.stale')}
    >
      <Stack gap="sm">
        <Text size="sm">{t(stale ? 'dossier.form.staleText' : 'dossier.form.reloaded')}</Text>
        {stale && (
          <Group>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => void reload()}
            >
              {t('dossier.form.reload')}
            </Button>
          </Group>
        )}
        {stored?.map((version) => (
          <Stack key={version.digest} gap={4}>
            <Text size="sm" fw={600}>
              {t('dossier.form.storedNow', {
                name: version.change.author.name,
                time: say(version.change.time),
              })}
            </Text>
            {version.body === null ? (
              <Text size="sm">{t('dossier.form.storedGone')}</Text>
            ) : (
              <FieldTable type={props.type} body={version.body} marking={version.marking} wording={wording} />
            )}
          </Stack>
        ))}
      </Stack>
    </Notice>
  );
}
