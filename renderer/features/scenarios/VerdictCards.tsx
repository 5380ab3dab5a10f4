import { ActionIcon, Alert, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ScenarioColumn, ScenarioComparison } from '#shared/ipc/scenarios.ts';
import { FINDING_CODES } from '#shared/ownership/findings.ts';
import { type SpeechOf, sentencesOf } from '#shared/scenario/sentences.ts';
import { useLocale, useT } from '../../app/language.ts';
import { Chip, MarkingBadge, partialDateText } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import type { Task } from './ScenariosScreen.tsx';
import { bodyOfColumn } from './scenario.ts';
import style from './scenarios.module.css';
import { useSpeech } from './words.ts';

/** The verdict on each column in plain sentences, before any table. */
export function VerdictCards(props: {
  readonly comparison: ScenarioComparison;
  readonly highlighted: string | undefined;
  readonly onTask: (task: Task) => void;
}) {
  const { comparison } = props;
  const t = useT();
  const words = useSpeech(comparison);
  return (
    <div>
      <ol className={style.cards} aria-label={t('scenarios.list')}>
        {comparison.columns.map((column, place) => (
          <li
            key={column.id}
            className={style.card}
            data-highlighted={column.id === props.highlighted || undefined}
          >
            <Card column={column} place={place} comparison={comparison} words={words} onTask={props.onTask} />
          </li>
        ))}
      </ol>
      {comparison.columns.length > 2 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('scenarios.orderNote')}
        </Text>
      )}
    </div>
  );
}

function Card(props: {
  readonly column: ScenarioColumn;
  readonly place: number;
  readonly comparison: ScenarioComparison;
  readonly words: SpeechOf;
  readonly onTask: (task: Task) => void;
}) {
  const { column, place, words } = props;
  const { t } = words;
  const locale = useLocale();
  const { readOnly } = useCase();
  const body = bodyOfColumn(column);
  const base = props.comparison.columns.find(({ id }) => id === body?.basedOn);
  const baseTitle = base && bodyOfColumn(base)?.title;
  const [marking] = column.versions.map((version) => version.marking);
  const title = body?.title ?? t('scenarios.facts');
  const [first, ...others] = sentencesOf(column, words);
  return (
    <article aria-label={title} data-testid={`scenario-${column.id === 'facts' ? 'facts' : place}`}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <div>
          <Title order={2} size="h4">
            {place > 0 && (
              <span className={style.number} aria-hidden>
                {place}
              </span>
            )}
            {title}
          </Title>
          <div className={style.meta}>
            {body && <Chip>{t(`scenarios.kind.${body.kind}`)}</Chip>}
            {marking !== undefined && <MarkingBadge marking={marking} />}
            {body?.intervention && <span>{t(`scenarios.intervention.${body.intervention}`)}</span>}
            {body?.day && <span>{partialDateText(locale, body.day)}</span>}
          </div>
        </div>
        {body && !readOnly && (
          <ActionIcon.Group className="wb-no-print">
            <Tool
              name={title}
              action={t('scenarios.actions.edit')}
              onClick={() => props.onTask({ kind: 'edit', column })}
            >
              <IconPencil size={17} aria-hidden />
            </Tool>
            <Tool
              name={title}
              action={t('scenarios.actions.copy')}
              onClick={() => props.onTask({ kind: 'copy', column })}
            >
              <IconCopy size={17} aria-hidden />
            </Tool>
            <Tool
              name={title}
              action={t('scenarios.actions.remove')}
              onClick={() => props.onTask({ kind: 'remove', column })}
            >
              <IconTrash size={17} aria-hidden />
            </Tool>
          </ActionIcon.Group>
        )}
      </Group>
      {baseTitle !== undefined && (
        <Text size="sm" c="dimmed">
          {t('scenarios.basedOn', { name: baseTitle })}
        </Text>
      )}
      <p className={style.lead}>{first}</p>
      {others.length > 0 && (
        <ul className={style.sentences}>
          {others.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {body?.note && <p className={style.note}>{body.note}</p>}
      <Warnings column={column} words={words} />
    </article>
  );
}

/** What is wrong with the scenario or the data that it rests on. */
function Warnings({ column, words }: { readonly column: ScenarioColumn; readonly words: SpeechOf }) {
  const { t, nameOf, list } = words;
  const findings = column.findings.flatMap(({ code, entities }) => {
    const known = FINDING_CODES.find((one) => one === code);
    if (known === undefined || (known === 'votesAssumed' && column.id !== 'facts')) return [];
    const names = entities.map(nameOf);
    return [
      known === 'votesAssumed'
        ? t('scenarios.finding.votesAssumed')
        : t(`ownership.findings.code.${known}`, {
            first: names[0] ?? '…',
            last: names.at(-1) ?? '…',
            names: list(names),
            sum: '',
            basis: '',
          }),
    ];
  });
  const said = [
    ...(column.versions.length > 1 ? [t('scenarios.conflict', { count: column.versions.length })] : []),
    ...(column.baseMissing ? [t('scenarios.baseMissing')] : []),
    ...column.problems.map(({ step, code, inherited }) => {
      const place = t(inherited ? 'scenarios.problem.atInherited' : 'scenarios.problem.at', {
        step: step + 1,
      });
      return `${place}. ${t(`scenarios.problem.${code}`)}`;
    }),
    ...findings,
  ];
  if (said.length === 0) return null;
  return (
    <Alert
      mt="sm"
      p="xs"
      color="yellow"
      variant="outline"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t('scenarios.finding.title')}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {said.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
    </Alert>
  );
}

function Tool(props: {
  readonly name: string;
  readonly action: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  return (
    <Tooltip label={props.action}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('scenarios.actions.of', { action: props.action, name: props.name })}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
