import { ActionIcon, Slider, Switch, Text, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Day } from '#shared/model/dates.ts';
import { useLocale, useT } from '../../app/language.ts';
import { partialDateText } from '../../ui/index.ts';
import style from './map.module.css';

export type MapTime = {
  /** Days on which something begins or ends, in order; the day that is shown at first is among them. */
  readonly days: readonly Day[];
  readonly day: Day;
  readonly onDay: (day: Day) => void;
  /** The day that is compared with, when there is one. */
  readonly against: Day | undefined;
  readonly onAgainst: (day: Day | undefined) => void;
};

/** Goes through the days on which the network changes, and compares one with the day that the case is looked at. */
export function TimeSlider({ time, now }: { readonly time: MapTime; readonly now: Day }) {
  const t = useT();
  const locale = useLocale();
  const { days, day } = time;
  const place = Math.max(0, days.indexOf(day));
  const text = (one: Day): string => partialDateText(locale, one);
  const step = (by: number): void => {
    const next = days[place + by];
    if (next !== undefined) time.onDay(next);
  };
  return (
    <fieldset className={`${style.bar} ${style.days} wb-no-print`} aria-label={t('map.time.label')}>
      <Tooltip label={t('map.time.previous')}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('map.time.previous')}
          disabled={place === 0}
          onClick={() => step(-1)}
        >
          <IconChevronLeft size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Slider
        className={style.slider ?? ''}
        size="sm"
        min={0}
        max={Math.max(1, days.length - 1)}
        step={1}
        value={place}
        thumbLabel={t('map.time.label')}
        label={(at) => text(days[at] ?? day)}
        thumbValueText={(at) => text(days[at] ?? day)}
        onChange={(at) => {
          const next = days[at];
          if (next !== undefined) time.onDay(next);
        }}
      />
      <Tooltip label={t('map.time.next')}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('map.time.next')}
          disabled={place >= days.length - 1}
          onClick={() => step(1)}
        >
          <IconChevronRight size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Text size="sm" fw={600} role="status">
        {text(day)}
      </Text>
      <Switch
        size="sm"
        label={t('map.time.compare', { day: text(now) })}
        checked={time.against !== undefined}
        disabled={day === now}
        onChange={(event) => time.onAgainst(event.currentTarget.checked ? now : undefined)}
      />
    </fieldset>
  );
}
