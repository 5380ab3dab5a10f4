import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Heading of a screen, one line of explanation, and its actions on the right. The one `h1` of the screen. */
export function PageHeader(props: {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg" component="header">
      <Stack gap={4} flex="1 1 320px" miw={0}>
        <Title order={1} tabIndex={-1}>
          {props.title}
        </Title>
        {props.lead && (
          <Text c="dimmed" maw={760}>
            {props.lead}
          </Text>
        )}
        {props.children}
      </Stack>
      {props.actions && (
        <Group gap="xs" className="wb-no-print">
          {props.actions}
        </Group>
      )}
    </Group>
  );
}
