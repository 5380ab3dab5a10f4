import { Code, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { leafById } from '#shared/framework/wording.ts';
import type { Lang } from '#shared/i18n/index.ts';
import { CATALOGUE } from '#shared/instruments/catalogue.ts';
import type { FrozenView } from '#shared/ipc/freeze.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import { isRecordType } from '#shared/model/records.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip, MarkingBadge, useInstantText } from '../../ui/index.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import style from './freeze.module.css';
import { useOutcomeText } from './outcomes.ts';

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
  const lang = useLang();
  const outcome = useOutcomeText();
  const { drift, changed } = frozen;
  if (frozen.check === 'incomplete') return null;
  if (changed.length === 0) return <Text size="sm">{t('freeze.list.nothing')}</Text>;
  const list = changed
    .map(({ type, count }) => `${count} ${isRecordType(type) ? t(`words.typeMany.${type}`) : type}`)
    .join(', ');
  return (
    <>
      <Text size="sm">{t('freeze.list.changed', { list })}</Text>
      {drift.length === 0 ? (
        frozen.check === 'same' && <Text size="sm">{t('freeze.list.sameOutcome')}</Text>
      ) : (
        <Table aria-label={t('freeze.list.since')} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('freeze.list.of')}</Table.Th>
              <Table.Th scope="col">{t('freeze.list.was')}</Table.Th>
              <Table.Th scope="col">{t('freeze.list.is')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drift.map(({ of, was, is }) => (
              <Table.Tr key={of}>
                <Table.Th scope="row" fw={500}>
                  {partText(of, lang)}
                </Table.Th>
                <Table.Td>{outcome(of, was)}</Table.Td>
                <Table.Td>{outcome(of, is)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

/** What an outcome is of, by the name that the packs give it. */
function partText(of: string, lang: Lang): string {
  const [, id = of] = of.split(' ');
  const indicator = BEV_2023.indicators.find((one) => one.id === id)?.title[lang];
  const rung = [...CATALOGUE.instruments, ...CATALOGUE.measures].find((one) => one.id === id)?.title[lang];
  const law = NL_LAW.items.find((one) => one.id === id)?.short[lang];
  const named = leafById(BEV_2023, id)?.title[lang] ?? indicator ?? rung ?? law;
  return named === undefined ? id : `${named} (${id})`;
}
