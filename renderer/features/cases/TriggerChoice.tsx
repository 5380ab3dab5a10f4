import { Radio, Stack } from '@mantine/core';
import { TRIGGERS } from '#shared/model/vocabulary.ts';
import { useT } from '../../app/language.ts';

export type Trigger = (typeof TRIGGERS)[number];

/** Why the case is opened, each reason explained: not every case starts with a proposed deal (AMB-08). */
export function TriggerChoice(props: {
  readonly value: Trigger;
  readonly onChange: (trigger: Trigger) => void;
}) {
  const t = useT();
  return (
    <Radio.Group
      label={t('cases.form.trigger')}
      description={t('cases.form.triggerHelp')}
      value={props.value}
      onChange={(value) => {
        const trigger = TRIGGERS.find((one) => one === value);
        if (trigger !== undefined) props.onChange(trigger);
      }}
    >
      <Stack gap="xs" mt="sm">
        {TRIGGERS.map((trigger) => (
          <Radio
            key={trigger}
            value={trigger}
            label={t(`words.trigger.${trigger}`)}
            description={t(`words.triggerHelp.${trigger}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
