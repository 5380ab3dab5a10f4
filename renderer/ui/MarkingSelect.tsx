import { Select } from '@mantine/core';
import { MARKINGS, type Marking } from '#shared/model/marking.ts';
import { useT } from '../app/language.ts';

/** Chooses the classification of what is being written. */
export function MarkingSelect(props: {
  readonly label: string;
  readonly description?: string;
  readonly value: Marking;
  readonly onChange: (marking: Marking) => void;
  readonly readOnly?: boolean;
}) {
  const t = useT();
  return (
    <Select
      label={props.label}
      description={props.description}
      data={MARKINGS.map((value) => ({ value, label: t(`words.marking.${value}`) }))}
      value={props.value}
      allowDeselect={false}
      disabled={props.readOnly ?? false}
      onChange={(value) => {
        const marking = MARKINGS.find((one) => one === value);
        if (marking !== undefined) props.onChange(marking);
      }}
    />
  );
}
