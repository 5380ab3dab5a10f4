import { Button } from '@mantine/core';
import { useT } from '../../app/language.ts';
import { useCase } from './CaseContext.ts';
import style from './CaseFrame.module.css';
import { dayOf, useDayText } from './timeWords.ts';

/** Says that one looks back, to when, and leads back to now. */
export function TimeBanner() {
  const t = useT();
  const dayText = useDayText();
  const { at, setAt } = useCase();
  const valid = at.validAt === undefined ? undefined : dayText(at.validAt);
  const known = at.knownAt === undefined ? undefined : dayText(dayOf(at.knownAt));
  const words =
    valid !== undefined && known !== undefined
      ? t('cases.time.bannerBoth', { valid, known })
      : known !== undefined
        ? t('cases.time.bannerKnown', { known })
        : t('cases.time.bannerValid', { valid: valid ?? '' });
  return (
    <div className={style.time} role="status">
      <span>{words}</span>
      <Button size="compact-sm" variant="default" onClick={() => setAt({})}>
        {t('cases.time.back')}
      </Button>
    </div>
  );
}
