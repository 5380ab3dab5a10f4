import { Slider, Text } from '@mantine/core';
import { daysLater } from '#shared/model/dates.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { changeDays } from './days.ts';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';

/** Walks over the days on which something changes: before the first, each of them, today. */
export function DaySlider() {
  const { picture, day, words, setDay } = useStudy();
  const { t } = words;
  const { at } = useCase();
  const changes = changeDays(picture);
  const [first] = changes;
  if (first === undefined || at.validAt !== undefined) return null;
  const days = [...new Set([daysLater(first, -1), ...changes, dayOf(new Date().toISOString()), day])].sort();
  const last = days.length - 1;
  return (
    <div className={style.slider}>
      <Text size="sm" fw={600} id="ownership-day-slider">
        {t('ownership.choose.slider')}: {words.day(day)}
      </Text>
      <Slider
        thumbLabel={t('ownership.choose.slider')}
        thumbValueText={(place) => words.day(days[place] ?? day)}
        min={0}
        max={last}
        step={1}
        restrictToMarks
        label={(place) => words.day(days[place] ?? day)}
        marks={days.map((_, value) => ({ value }))}
        value={days.indexOf(day)}
        onChange={(place) => setDay(days[place] ?? day)}
      />
      <div className={style.ends} aria-hidden>
        <span>{words.day(days[0] ?? day)}</span>
        <span>{words.day(days[last] ?? day)}</span>
      </div>
    </div>
  );
}
