import { ActionIcon, Anchor, Group, Select, Stack, Text } from '@mantine/core';
import { IconFileText, IconQuote, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useT } from '../../app/language.ts';
import { Chip, MarkingBadge } from '../../ui/index.ts';
import style from './EvidenceField.module.css';
import type { Evidence } from './useEvidence.ts';

/** Evidence as a list shows it: without `href` there is no way to its page; its source and its words where given. */
export type ShownEvidence = Omit<Evidence, 'href'> & {
  readonly href?: string;
  readonly from?: string | undefined;
  readonly quote?: string | undefined;
};

/** Chooses from the evidence that is given, and shows what is chosen with grade and marking. */
export function EvidenceField(props: {
  readonly all: ReadonlyMap<string, ShownEvidence>;
  readonly value: readonly string[];
  readonly onChange: (evidence: readonly string[]) => void;
  readonly readOnly?: boolean;
  /** Said above what is chosen. */
  readonly lead?: string;
}) {
  const t = useT();
  const { all, value, onChange, readOnly = false } = props;
  const choices = useMemo(() => {
    const free = [...all.values()].filter(({ record }) => !value.includes(record));
    const items = (kind: Evidence['kind']) =>
      free.filter((one) => one.kind === kind).map(({ record, label }) => ({ value: record, label }));
    return [
      { group: t('assessment.evidenceGroupSources'), items: items('source') },
      { group: t('assessment.evidenceGroupClaims'), items: items('claim') },
    ];
  }, [all, value, t]);
  const said = value.length === 0 ? t('assessment.evidenceNone') : props.lead;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('assessment.evidenceLabel')}
      </Text>
      {said !== undefined && (
        <Text size="sm" c="dimmed">
          {said}
        </Text>
      )}
      {value.length > 0 && (
        <ul className={style.list} aria-label={t('assessment.evidenceLabel')}>
          {value.map((record) => (
            <Chosen
              key={record}
              evidence={all.get(record)}
              {...(readOnly ? {} : { onRemove: () => onChange(value.filter((one) => one !== record)) })}
            />
          ))}
        </ul>
      )}
      {!readOnly && (
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
      )}
    </Stack>
  );
}

function Chosen(props: { readonly evidence: ShownEvidence | undefined; readonly onRemove?: () => void }) {
  const t = useT();
  const { evidence, onRemove } = props;
  const name = evidence?.label ?? t('assessment.evidenceMissing');
  const Icon = evidence?.kind === 'source' ? IconFileText : IconQuote;
  return (
    <li className={style.item}>
      <Icon size={17} stroke={1.6} aria-hidden />
      <div className={style.words}>
        {evidence?.href === undefined ? (
          <Text size="sm" {...(evidence === undefined ? { fs: 'italic' } : {})}>
            {name}
          </Text>
        ) : (
          <Anchor href={evidence.href} size="sm">
            {name}
          </Anchor>
        )}
        {evidence?.quote !== undefined && (
          <Text size="sm" fs="italic">
            “{evidence.quote}”
          </Text>
        )}
        {evidence?.from !== undefined && (
          <Text size="sm" c="dimmed">
            {t('assessment.evidenceFrom', { title: evidence.from })}
          </Text>
        )}
        {evidence !== undefined && (
          <Group gap={4}>
            <Chip>{evidence.grade}</Chip>
            <MarkingBadge marking={evidence.marking} />
            {evidence.unsourced && <Chip tone="warn">{t('assessment.evidenceUnsourced')}</Chip>}
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
