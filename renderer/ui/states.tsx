import { Alert, Button, Group, Loader, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconInbox, IconRefresh } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type CallError, errorText } from '../api/index.ts';
import { useT } from '../app/language.ts';

/** Waiting: silent for a moment, then said, and after ten seconds with a way to try again. */
export function LoadingState({ onRetry }: { readonly onRetry?: () => void }) {
  const t = useT();
  const [stage, setStage] = useState<0 | 1 | 2>(0);
  useEffect(() => {
    const said = setTimeout(() => setStage(1), 250);
    const slow = setTimeout(() => setStage(2), 10_000);
    return () => {
      clearTimeout(said);
      clearTimeout(slow);
    };
  }, []);
  return (
    <Stack role="status" align="center" py="xl" mih={120} gap="sm">
      {stage > 0 && (
        <Group gap="sm">
          <Loader size="sm" aria-hidden />
          <Text c="dimmed">{t('common.loading')}</Text>
        </Group>
      )}
      {stage === 2 && (
        <>
          <Text size="sm">{t('common.slow')}</Text>
          {onRetry && (
            <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
              {t('common.retry')}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}

/** Nothing here: says so, why, and what the reader can do next. */
export function EmptyState(props: {
  readonly title: string;
  readonly text?: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <Stack align="center" ta="center" py={48} px="md" gap="sm" maw={560} mx="auto">
      <ThemeIcon variant="light" size={56} radius="xl" aria-hidden>
        {props.icon ?? <IconInbox size={28} stroke={1.5} />}
      </ThemeIcon>
      <Title order={2} size="h3">
        {props.title}
      </Title>
      {props.text && <Text c="dimmed">{props.text}</Text>}
      {props.children && (
        <Group justify="center" mt="xs">
          {props.children}
        </Group>
      )}
    </Stack>
  );
}

/** A failure in words, with a way to try again where that makes sense. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useT();
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      title={t('common.failed')}
      icon={<IconAlertTriangle aria-hidden />}
    >
      <Text size="sm">{errorText(t, error)}</Text>
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </Alert>
  );
}

/** Shows what a query gave, or that it is still coming, or why it failed. */
export function QueryState<T>(props: {
  readonly query: UseQueryResult<T, CallError>;
  readonly children: (data: T) => ReactNode;
}) {
  const { query } = props;
  const retry = () => void query.refetch();
  if (query.data !== undefined) return props.children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={retry} />;
  return <LoadingState onRetry={retry} />;
}
