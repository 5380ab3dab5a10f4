import { ActionIcon, Anchor, Group, Select, Stack, Text } from '@mantine/core';
import { IconFileText, IconQuote, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useT } from '../../app/language.ts';
import { Chip, MarkingBadge } from '../../ui/index.ts';
import style from './EvidencePicker.module.css';
import { type Evidence, useEvidence } from './useEvidence.ts';

/** Chooses the sources and facts that a judgement rests on, and shows those chosen with grade and marking. */
export function EvidencePicker(props: {
  readonly logId: string;
  readonly value: readonly string[];
  readonly onChange: (evidence: readonly string[]) => void;
  readonly readOnly: boolean;
}) {
  const t = useT();
  const all = useEvidence(props.logId);
  const choices = useMemo(() => {
    const free = [...all.values()].filter((one) => !props.value.includes(one.record));
    const items = (kind: Evidence['kind']) =>
      free.filter((one) => one.kind === kind).map((one) => ({ value: one.record, label: one.label }));
    return [
      { group: t('assessment.evidenceGroupSources'), items: items('source') },
      { group: t('assessment.evidenceGroupClaims'), items: items('claim') },
    ];
  }, [all, props.value, t]);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('assessment.evidenceLabel')}
      </Text>
      {props.value.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('assessment.evidenceNone')}
        </Text>
      ) : (
        <ul className={style.list}>
          {props.value.map((record) => (
            <Chosen
              key={record}
              evidence={all.get(record)}
              {...(props.readOnly
                ? {}
                : { onRemove: () => props.onChange(props.value.filter((one) => one !== record)) })}
            />
          ))}
        </ul>
      )}
      {!props.readOnly && (
        <Select
          label={t('assessment.evidenceAdd')}
          placeholder={t('assessment.evidenceSearch')}
          data={choices}
          value={null}
          searchable
          limit={60}
          maxDropdownHeight={280}
          nothingFoundMessage={t('common.nothingFound')}
          comboboxProps={{ withinPortal: true }}
          onChange={(record) => {
            if (record !== null) props.onChange([...props.value, record]);
          }}
        />
      )}
    </Stack>
  );
}

function Chosen({
  evidence,
  onRemove,
}: {
  readonly evidence: Evidence | undefined;
  readonly onRemove?: () => void;
}) {
  const t = useT();
  const name = evidence?.label ?? t('assessment.evidenceMissing');
  const Icon = evidence?.kind === 'source' ? IconFileText : IconQuote;
  return (
    <li className={style.item}>
      <Icon size={17} stroke={1.6} aria-hidden />
      <div className={style.words}>
        {evidence === undefined ? (
          <Text size="sm" fs="italic">
            {name}
          </Text>
        ) : (
          <Anchor href={evidence.href} size="sm">
            {name}
          </Anchor>
        )}
        {evidence !== undefined && (
          <Group gap={4}>
            <Chip>{evidence.grade}</Chip>
            <MarkingBadge marking={evidence.marking} />
            {evidence.unsourced && <Chip tone="warn">{t('assessment.health.unsourced')}</Chip>}
          </Group>
        )}
      </div>
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('assessment.evidenceRemove', { name })}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
