import { ActionIcon, Group, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useT } from '../../app/language.ts';
import { Chip, MarkingBadge } from '../../ui/index.ts';
import style from './neutrality.module.css';
import type { MaskedEvidence } from './useMaskedEvidence.ts';

/** Evidence of a masked rating: what it says, its source and its words, all masked and without a way to the page itself. */
export function MaskedEvidenceField(props: {
  readonly all: ReadonlyMap<string, MaskedEvidence>;
  readonly value: readonly string[];
  readonly onChange: (evidence: readonly string[]) => void;
}) {
  const t = useT();
  const { all, value, onChange } = props;
  const choices = useMemo(() => {
    const free = [...all.values()].filter(({ record }) => !value.includes(record));
    const items = (kind: MaskedEvidence['kind']) =>
      free.filter((one) => one.kind === kind).map(({ record, label }) => ({ value: record, label }));
    return [
      { group: t('assessment.evidenceGroupSources'), items: items('source') },
      { group: t('assessment.evidenceGroupClaims'), items: items('claim') },
    ];
  }, [all, t, value]);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('assessment.evidenceLabel')}
      </Text>
      <Text size="sm" c="dimmed">
        {value.length === 0 ? t('assessment.evidenceNone') : t('neutrality.masked.scale')}
      </Text>
      <ul className={style.evidence} aria-label={t('assessment.evidenceLabel')}>
        {value.map((record) => (
          <Chosen
            key={record}
            evidence={all.get(record)}
            onRemove={() => onChange(value.filter((one) => one !== record))}
          />
        ))}
      </ul>
      <Select
        label={t('assessment.evidenceAdd')}
        placeholder={t('assessment.evidenceSearch')}
        data={choices}
        value={null}
        searchable
        limit={60}
        maxDropdownHeight={280}
        nothingFoundMessage={t('common.nothingFound')}
        onChange={(record) => {
          if (record !== null) onChange([...value, record]);
        }}
      />
    </Stack>
  );
}

function Chosen(props: { readonly evidence: MaskedEvidence | undefined; readonly onRemove: () => void }) {
  const t = useT();
  const { evidence } = props;
  const name = evidence?.label ?? t('assessment.evidenceMissing');
  return (
    <li>
      <Stack gap={4}>
        <Text size="sm">{name}</Text>
        {evidence?.quote !== undefined && (
          <Text size="sm" fs="italic">
            “{evidence.quote}”
          </Text>
        )}
        {evidence?.from !== undefined && (
          <Text size="sm" c="dimmed">
            {t('neutrality.masked.from', { title: evidence.from })}
          </Text>
        )}
        {evidence !== undefined && (
          <Group gap={4}>
            <Chip>{evidence.grade}</Chip>
            <MarkingBadge marking={evidence.marking} />
            {evidence.unsourced && <Chip tone="warn">{t('neutrality.masked.unsourced')}</Chip>}
          </Group>
        )}
      </Stack>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('assessment.evidenceRemove', { name })}
        onClick={props.onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}
