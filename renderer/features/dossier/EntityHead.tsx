import { Button, Group, Paper, Stack, Text, Title, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowsDiff,
  IconGitBranch,
  IconLinkOff,
  IconListDetails,
  IconPlus,
  IconQuestionMark,
} from '@tabler/icons-react';
import type { EntityType } from '#shared/model/records.ts';
import { useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import { LongTextBlock, MarkingBadge } from '../../ui/index.ts';
import style from './EntityHead.module.css';
import type { Entity } from './EntityPage.tsx';
import { useEditor } from './editor.tsx';
import { fieldText } from './fields.ts';
import { Notice } from './Notice.tsx';
import { usePage } from './page.ts';
import { RecordMenu } from './RecordMenu.tsx';
import { basesOf } from './readings.ts';
import { TypeIcon } from './TypeIcon.tsx';

export type FactFilter = 'all' | 'unsourced' | 'disputed' | 'missing';

/** Name, type and marking of a party, its counts (which also narrow the facts down) and what can be done with it. */
export function EntityHead(props: {
  readonly entity: Entity;
  readonly kind: EntityType;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
  readonly onAdd: () => void;
}) {
  const t = useT();
  const open = useEditor();
  const { readOnly, wording } = usePage();
  const { entity, kind } = props;
  const { ref, versions } = entity;
  const [version] = versions;
  const body = version?.body ?? {};
  const about = ['form', 'level', 'country', 'place']
    .map((field) => fieldText(kind, field, body, wording))
    .filter((text) => text !== undefined);
  return (
    <Paper component="header" withBorder radius="md" p="lg" bg="var(--wb-surface)">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Group gap="md" wrap="nowrap" align="flex-start" miw={0} flex="1 1 240px">
            <span className={style.sign}>
              <TypeIcon type={kind} size={26} />
            </span>
            <div>
              <Title order={1} size="h2" tabIndex={-1}>
                {ref.label}
              </Title>
              <Group gap="xs" mt={2}>
                <Text c="dimmed" className={style.about}>
                  {[t(`words.type.${kind}`), ...about].join(' · ')}
                  {body.vital === true && ` · ${t('dossier.head.vital')}`}
                </Text>
                <MarkingBadge marking={ref.marking} />
              </Group>
            </div>
          </Group>
          <Group gap="xs" wrap="nowrap">
            {!readOnly && (
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onAdd}>
                {t('dossier.head.addFact')}
              </Button>
            )}
            <HeadMenu entity={entity} kind={kind} />
          </Group>
        </Group>
        {typeof body.note === 'string' && body.note !== '' && <LongTextBlock>{body.note}</LongTextBlock>}
        {versions.length > 1 && (
          <Notice
            tone="warn"
            icon={<IconGitBranch size={20} aria-hidden />}
            title={t('dossier.facts.conflict', { count: versions.length })}
          >
            <Group justify="space-between">
              <Text size="sm">{t('dossier.facts.conflictText')}</Text>
              {!readOnly && (
                <Button size="xs" variant="default" onClick={() => open({ form: 'settle', ref })}>
                  {t('dossier.facts.settle')}
                </Button>
              )}
            </Group>
          </Notice>
        )}
        <Counts {...props} />
      </Stack>
    </Paper>
  );
}

const COUNTS = [
  { filter: 'all', icon: IconListDetails },
  { filter: 'unsourced', icon: IconLinkOff },
  { filter: 'disputed', icon: IconArrowsDiff },
  { filter: 'missing', icon: IconQuestionMark },
] as const;

/** Evidence at a glance: each count is a switch that shows just those facts. */
function Counts(props: {
  readonly entity: Entity;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
}) {
  const t = useT();
  const { counts } = props.entity;
  return (
    <fieldset className={style.counts} aria-label={t('dossier.head.counts')}>
      {COUNTS.map(({ filter, icon: Icon }) => {
        const count = filter === 'all' ? counts.claims : counts[filter];
        const help = filter === 'all' ? t('dossier.facts.filterAll') : t(`dossier.head.${filter}Help`);
        const label = filter === 'all' ? t('dossier.head.facts', { count }) : t(`dossier.head.${filter}`);
        return (
          <Tooltip key={filter} label={help}>
            <UnstyledButton
              className={classes(style.count, filter !== 'all' && count > 0 && style.attention)}
              aria-pressed={props.filter === filter}
              disabled={filter !== 'all' && count === 0 && props.filter !== filter}
              onClick={() => props.onFilter(props.filter === filter ? 'all' : filter)}
            >
              <Icon size={17} stroke={1.8} aria-hidden />
              <strong>{count}</strong>
              <span>{label}</span>
            </UnstyledButton>
          </Tooltip>
        );
      })}
    </fieldset>
  );
}

function HeadMenu({ entity, kind }: { readonly entity: Entity; readonly kind: EntityType }) {
  const t = useT();
  const { readOnly } = usePage();
  const { ref, versions } = entity;
  return (
    <RecordMenu
      label={t('common.actionsFor', { name: ref.label })}
      button={{ variant: 'default', size: 36 }}
      readOnly={readOnly}
      edit={{
        word: t('dossier.head.edit'),
        form: { form: 'entity', record: ref.record, type: kind, versions, marking: ref.marking },
      }}
      history={ref}
      withdraw={{
        record: ref.record,
        base: basesOf(versions),
        text: t('dossier.withdraw.entity', { name: ref.label }),
      }}
    />
  );
}
