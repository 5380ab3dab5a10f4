import {
  Button,
  Group,
  MultiSelect,
  Chip as Pill,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import { useId, useMemo } from 'react';
import { daysLater } from '#shared/model/dates.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useLocale, useT } from '../../app/language.ts';
import { DayInput } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { useEntities } from '../dossier/useWording.ts';
import { changeDays } from './days.ts';
import style from './ownership.module.css';
import { type Picture, useWords } from './words.ts';

/** About which company, which parties and which day the verdict is. */
export function Chooser(props: {
  readonly target: string | undefined;
  readonly onTarget: (target: string) => void;
  readonly picture: Picture | undefined;
  readonly own: boolean;
  readonly onParties: (parties: readonly RecordId[] | undefined) => void;
  readonly day: string;
  readonly onDay: (day: string | null) => void;
  readonly after: boolean;
  readonly onAfter: (after: boolean) => void;
}) {
  const t = useT();
  const locale = useLocale();
  const momentId = useId();
  const { logId, at, versions } = useCase();
  const { data } = useEntities(logId, at);
  const { picture } = props;
  const company = versions[0]?.body.company;
  const parties = useMemo(
    () =>
      (data ?? [])
        .filter(({ type }) => type === 'company' || type === 'publicBody' || type === 'person')
        .sort((a, b) => a.label.localeCompare(b.label, locale)),
    [data, locale],
  );
  const organisations = parties.filter(({ type }) => type !== 'person');
  const above = new Set(picture?.nodes.filter(({ layer }) => layer > 0).map(({ record }) => record));
  const option = ({ record, label }: { readonly record: string; readonly label: string }) => ({
    value: record,
    label,
  });
  const groups = (
    of: typeof parties,
    first: (record: RecordId) => boolean,
    names: readonly [string, string],
  ) =>
    [
      { group: names[0], items: of.filter(({ record }) => first(record)).map(option) },
      { group: names[1], items: of.filter(({ record }) => !first(record)).map(option) },
    ].filter(({ items }) => items.length > 0);
  return (
    <Stack gap="sm" role="group" aria-label={t('ownership.choose.label')}>
      <Select
        label={t('ownership.choose.target')}
        data={groups(organisations, (record) => record === company, [
          t('ownership.choose.targetCase'),
          t('ownership.choose.targetOther'),
        ])}
        value={props.target ?? null}
        onChange={(value) => value !== null && props.onTarget(value)}
        allowDeselect={false}
        searchable
        nothingFoundMessage={t('common.nothingFound')}
        maxDropdownHeight={320}
      />
      {picture !== undefined && (
        <>
          <MultiSelect
            label={t('ownership.choose.parties')}
            description={t(props.own ? 'ownership.choose.partiesOwn' : 'ownership.choose.partiesDefault')}
            data={groups(
              parties.filter(({ record }) => record !== picture.target.record),
              (record) => above.has(record),
              [t('ownership.choose.above'), t('ownership.choose.others')],
            )}
            value={[...picture.parties]}
            onChange={(value) =>
              props.onParties(parties.map(({ record }) => record).filter((record) => value.includes(record)))
            }
            placeholder={t('ownership.choose.partiesAdd')}
            searchable
            hidePickedOptions
            nothingFoundMessage={t('common.nothingFound')}
            maxDropdownHeight={320}
            classNames={{ pillsList: style.pills }}
          />
          {props.own && (
            <Button
              variant="default"
              size="compact-sm"
              w="fit-content"
              onClick={() => props.onParties(undefined)}
            >
              {t('ownership.choose.partiesReset')}
            </Button>
          )}
          <div>
            <Text size="sm" fw={600} id={momentId}>
              {t('influence.moment.label')}
            </Text>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-labelledby={momentId}
              value={props.after ? 'after' : 'now'}
              data={(['now', 'after'] as const).map((value) => ({
                value,
                label: t(`influence.moment.${value}`),
              }))}
              onChange={(value) => props.onAfter(value === 'after')}
            />
            {props.after && (
              <Text size="sm" c="dimmed" mt={4}>
                {t('influence.momentHelp')}
              </Text>
            )}
          </div>
          <Days picture={picture} day={props.day} onDay={props.onDay} />
        </>
      )}
    </Stack>
  );
}

const QUICK = 4;
const PREVIOUS = -1;

function Days(props: {
  readonly picture: Picture;
  readonly day: string;
  readonly onDay: (day: string | null) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { at } = useCase();
  if (at.validAt !== undefined) {
    return (
      <Text size="sm">
        {t('ownership.choose.day')}: {words.day(at.validAt)}. {t('ownership.choose.dayFixed')}
      </Text>
    );
  }
  const today = dayOf(new Date().toISOString());
  const quick = [
    { day: today, label: t('ownership.choose.today') },
    ...changeDays(props.picture)
      .slice(-QUICK / 2)
      .flatMap((day) => [
        { day: daysLater(day, PREVIOUS), label: t('ownership.choose.before', { day: words.day(day) }) },
        { day, label: t('ownership.choose.since', { day: words.day(day) }) },
      ]),
  ];
  return (
    <div>
      <DayInput
        label={t('ownership.choose.day')}
        description={t('ownership.choose.dayHelp')}
        value={props.day}
        onChange={props.onDay}
      />
      <Pill.Group
        value={quick.find(({ day }) => day === props.day)?.day ?? null}
        onChange={(day) => props.onDay(Array.isArray(day) ? null : day)}
      >
        <Group gap={6} mt={8} role="radiogroup" aria-label={t('ownership.choose.quick')}>
          {quick.map(({ day, label }) => (
            <Pill key={day} value={day} size="xs" variant="outline">
              {label}
            </Pill>
          ))}
        </Group>
      </Pill.Group>
    </div>
  );
}
