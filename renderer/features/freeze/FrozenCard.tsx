import { Code, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { FrozenView } from '#shared/ipc/freeze.ts';
import { isRecordType } from '#shared/model/records.ts';
import { useT } from '../../app/language.ts';
import { Chip, MarkingBadge, useInstantText } from '../../ui/index.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import { DriftTable } from './DriftTable.tsx';
import style from './freeze.module.css';

/** One frozen assessment: whether it comes out the same here, and what has changed since. */
export function FrozenCard({ frozen }: { readonly frozen: FrozenView }) {
  const t = useT();
  const when = useInstantText();
  const dayText = useDayText();
  const good = frozen.check === 'same';
  return (
    <li className={style.card} data-check={frozen.check}>
      <div className={style.cardHead}>
        <Text fw={650}>{frozen.title}</Text>
        <Chip
          tone={good ? 'met' : 'warn'}
          size="normal"
          icon={
            good ? <IconCircleCheck size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />
          }
        >
          {t(`freeze.check.${frozen.check}`)}
        </Chip>
        <MarkingBadge marking={frozen.marking} />
      </div>
      <Text size="sm" c="dimmed">
        {t('freeze.list.by', { author: frozen.author, when: when(frozen.time) })} ·{' '}
        {t('freeze.list.day', { day: dayText(frozen.day) })}
      </Text>
      {frozen.note !== undefined && <Text size="sm">{frozen.note}</Text>}
      {frozen.reason !== undefined && (
        <Text size="sm">{t('freeze.list.overruled', { reason: frozen.reason })}</Text>
      )}
      <Text size="sm" c="dimmed">
        {t('freeze.list.digest')}:{' '}
        <Code>
          {frozen.result
            .match(/.{1,8}/g)
            ?.slice(0, 4)
            .join(' ')}
        </Code>
      </Text>
      <Since frozen={frozen} />
    </li>
  );
}

function Since({ frozen }: { readonly frozen: FrozenView }) {
  const t = useT();
  const { drift, changed } = frozen;
  if (frozen.check === 'incomplete') return null;
  if (changed.length === 0) return <Text size="sm">{t('freeze.list.nothing')}</Text>;
  const list = changed
    .map(
      ({ type, count }) =>
        `${count} ${isRecordType(type) ? t(`words.${count === 1 ? 'type' : 'typeMany'}.${type}`) : type}`,
    )
    .join(', ');
  return (
    <>
      <Text size="sm">{t('freeze.list.changed', { list })}</Text>
      {drift.length === 0 ? (
        frozen.check === 'same' && <Text size="sm">{t('freeze.list.sameOutcome')}</Text>
      ) : (
        <DriftTable
          drift={drift}
          label={t('freeze.list.since')}
          was={t('freeze.list.was')}
          is={t('freeze.list.is')}
        />
      )}
    </>
  );
}
