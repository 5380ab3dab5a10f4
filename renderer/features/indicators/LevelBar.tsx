import { useT } from '../../app/language.ts';
import style from './LevelBar.module.css';

const LEVELS = [1, 2, 3, 4, 5] as const;

/** A level with its range on the scale of five; unknown and not applicable look and read unlike any level. */
export function LevelBar(props: {
  readonly level: number | 'unknown' | 'notApplicable';
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}) {
  const t = useT();
  const { level } = props;
  if (typeof level !== 'number') {
    return (
      <div className={style.none} data-kind={level}>
        {t(`assessment.${level}`)}
      </div>
    );
  }
  const low = props.low ?? level;
  const high = props.high ?? level;
  const range =
    low === high
      ? t('assessment.rangeExact', { level })
      : `${t('assessment.range').toLowerCase()} ${t('assessment.rangeText', { low, high })}`;
  return (
    <div>
      <div className={style.bar} role="img" aria-label={`${t('assessment.levelOf', { level })}, ${range}`}>
        {LEVELS.map((one) => (
          <span
            key={one}
            className={style.cell}
            data-in={(one >= low && one <= high) || undefined}
            data-level={one === level || undefined}
          >
            {one}
          </span>
        ))}
      </div>
      <div className={style.caption} aria-hidden>
        {t('assessment.levelOf', { level })}, {range}
      </div>
    </div>
  );
}
