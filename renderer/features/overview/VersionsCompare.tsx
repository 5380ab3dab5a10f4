import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useT } from '../../app/language.ts';
import { AuthorText, DateText, MarkingBadge, OutcomeChip } from '../../ui/index.ts';
import { type Version, verdictOf } from './useAssessment.ts';
import style from './VersionsCompare.module.css';

/** Verdicts that people gave apart from each other, side by side, each to take over. */
export function VersionsCompare(props: {
  readonly versions: readonly Version[];
  readonly onTake: ((version: Version) => void) | undefined;
}) {
  const t = useT();
  return (
    <Alert
      variant="outline"
      color="yellow"
      icon={<IconArrowsSplit2 aria-hidden />}
      title={t('assessment.conflictTitle', { count: props.versions.length })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm" mb="sm">
        {t('assessment.conflictText')}
      </Text>
      <div className={style.row}>
        {props.versions.map((version) => {
          const body = verdictOf(version);
          return (
            <Stack key={version.digest} gap={6} className={style.version}>
              <Text size="sm" fw={600}>
                <AuthorText author={version.author} />
              </Text>
              <Text size="xs" c="dimmed">
                <DateText instant={version.time} />
              </Text>
              <div className={style.chips}>
                <OutcomeChip outcome={body.outcome} size="small" />
                <MarkingBadge marking={version.marking} />
              </div>
              <Text size="sm" className="wb-prewrap">
                {body.argument.trim() === '' ? t('assessment.noArgumentYet') : body.argument}
              </Text>
              <Text size="sm" c="dimmed">
                {body.evidence.length === 0
                  ? t('assessment.noEvidence')
                  : t('assessment.evidenceCount', { count: body.evidence.length })}
              </Text>
              {props.onTake && (
                <Button size="xs" variant="default" w="fit-content" onClick={() => props.onTake?.(version)}>
                  {t('assessment.takeVersion')}
                </Button>
              )}
            </Stack>
          );
        })}
      </div>
    </Alert>
  );
}
