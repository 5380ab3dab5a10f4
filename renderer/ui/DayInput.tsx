import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { useLang, useT } from '../app/language.ts';

dayjs.extend(customParseFormat);

/** How people type a day; the first is how it is shown. */
const FORMATS = ['D MMMM YYYY', 'D MMM YYYY', 'D-M-YYYY', 'D/M/YYYY', 'YYYY-MM-DD'];

/** Chooses a day (`YYYY-MM-DD`) from a calendar or by typing it, and can be cleared. */
export function DayInput(props: {
  readonly label: string;
  readonly description?: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly width?: number;
  /** False inside another pop-up, which would close when the calendar is clicked. */
  readonly floating?: boolean;
}) {
  const t = useT();
  const locale = useLang() === 'nl' ? 'nl' : 'en-gb';
  const parse = (text: string): string | null => {
    const found = FORMATS.map((format) => dayjs(text.trim(), format, locale, true)).find((day) =>
      day.isValid(),
    );
    return found?.format('YYYY-MM-DD') ?? null;
  };
  return (
    <DateInput
      label={props.label}
      description={props.description}
      value={props.value}
      onChange={props.onChange}
      valueFormat={FORMATS[0] ?? 'YYYY-MM-DD'}
      dateParser={parse}
      {...(props.min === undefined ? {} : { minDate: props.min })}
      {...(props.max === undefined ? {} : { maxDate: props.max })}
      {...(props.width === undefined ? {} : { w: props.width })}
      ariaLabels={{
        nextMonth: t('common.calendar.nextMonth'),
        previousMonth: t('common.calendar.previousMonth'),
        nextYear: t('common.calendar.nextYear'),
        previousYear: t('common.calendar.previousYear'),
        nextDecade: t('common.calendar.nextYears'),
        previousDecade: t('common.calendar.previousYears'),
      }}
      // Days of other months are too faint to read.
      hideOutsideDates
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      popoverProps={{ withinPortal: props.floating ?? true }}
    />
  );
}
