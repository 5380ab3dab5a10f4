import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import style from './ownership.module.css';

const SIGN = { certain: IconCircleCheck, possible: IconCircleDashed, excluded: IconCircleX } as const;

/**
 * Certain, possible or not met: word and symbol, with colour on top. Nothing here is green, as no outcome
 * reassures; `plain` is for what is no reason for alarm either.
 */
export function CertaintyChip(props: { readonly verdict: keyof typeof SIGN; readonly plain?: boolean }) {
  const { verdict } = props;
  const t = useT();
  const Sign = SIGN[verdict];
  return (
    <span
      className={classes(style.certainty, style[props.plain && verdict === 'certain' ? 'excluded' : verdict])}
    >
      <Sign size={16} stroke={2} aria-hidden />
      {t(`ownership.verdict.${verdict}`)}
    </span>
  );
}
