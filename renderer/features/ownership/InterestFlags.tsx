import { IconArrowsDiff, IconCalendarOff, IconLinkOff } from '@tabler/icons-react';
import type { InterestView } from '#shared/ipc/ownership.ts';
import { holdsOn } from '#shared/model/dates.ts';
import { Chip } from '../../ui/index.ts';
import { useStudy } from './OwnershipContext.ts';

/** What asks attention about an interest. */
export function InterestFlags({ interest }: { readonly interest: InterestView }) {
  const { words, day } = useStudy();
  const { t } = words;
  return (
    <>
      {interest.disputed && (
        <Chip tone="warn" icon={<IconArrowsDiff size={14} aria-hidden />}>
          {t('ownership.interest.disputed')}
        </Chip>
      )}
      {interest.unsourced && (
        <Chip tone="warn" icon={<IconLinkOff size={14} aria-hidden />}>
          {t('ownership.interest.unsourced')}
        </Chip>
      )}
      {!holdsOn(interest, day) && (
        <Chip icon={<IconCalendarOff size={14} aria-hidden />}>{t('ownership.interest.notNow')}</Chip>
      )}
    </>
  );
}

/** From when until when an interest holds, as far as that is known. */
export function Validity({ interest }: { readonly interest: InterestView }) {
  const { words } = useStudy();
  const { validFrom, validTo } = interest;
  if (validFrom === undefined && validTo === undefined) return words.t('ownership.interest.always');
  return [
    ...(validFrom === undefined ? [] : [words.t('ownership.interest.from', { day: words.day(validFrom) })]),
    ...(validTo === undefined ? [] : [words.t('ownership.interest.until', { day: words.day(validTo) })]),
  ].join(' ');
}
