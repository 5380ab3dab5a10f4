import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';

/** One of a few words, all of them in sight, under a label. */
export function ChoiceField<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly word: (value: Value) => string;
  readonly onChange: (value: Value) => void;
  readonly description?: string;
  readonly readOnly?: boolean;
}) {
  const id = useId();
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={500} id={id}>
        {props.label}
      </Text>
      {props.description && (
        <Text size="xs" c="dimmed">
          {props.description}
        </Text>
      )}
      <SegmentedControl
        aria-labelledby={id}
        value={props.value}
        readOnly={props.readOnly ?? false}
        onChange={(value) => props.onChange(value as Value)}
        data={props.values.map((value) => ({ value, label: props.word(value) }))}
      />
    </Stack>
  );
}
