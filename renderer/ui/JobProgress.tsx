import { Progress as Bar, Button, Group, Stack, Text } from '@mantine/core';
import type { Progress } from '../api/index.ts';
import { useT } from '../app/language.ts';

/** How far a job is, in figures where they are known, and a way to stop it. */
export function JobProgress(props: {
  readonly label: string;
  readonly progress: Progress | null;
  readonly onCancel?: () => void;
}) {
  const t = useT();
  const { progress } = props;
  const known = progress !== null && progress.total !== null && progress.total > 0;
  const percent = known ? (100 * progress.done) / (progress.total ?? 1) : 100;
  return (
    <Stack gap={6} role="status" miw={220}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {props.label}
          {known && ` ${t('common.progressOf', { done: progress.done, total: progress.total ?? 0 })}`}
        </Text>
        {props.onCancel && (
          <Button size="compact-xs" variant="default" onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </Group>
      <Bar value={percent} animated={!known} aria-label={props.label} />
    </Stack>
  );
}
