import { Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A part of a screen on its own ground, with a heading that names it for everybody. */
export function Panel(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly order?: 2 | 3;
}) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder radius="md" p="lg" bg="var(--wb-surface)">
      <Group justify="space-between" mb="sm" gap="sm">
        <Title id={id} order={props.order ?? 2} size="h3">
          {props.title}
        </Title>
        {props.actions}
      </Group>
      <Stack gap="sm">{props.children}</Stack>
    </Paper>
  );
}
