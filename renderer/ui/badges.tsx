import { Tooltip } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconLock } from '@tabler/icons-react';

import type { ReactNode } from 'react';
import type { Credibility, Reliability } from '#shared/model/grade.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { Outcome } from '#shared/model/vocabulary.ts';
import { useT } from '../app/language.ts';
import style from './badges.module.css';
import { classes } from './classes.ts';

type Size = 'small' | 'normal' | 'large';
const sized = (size: Size) => (size === 'normal' ? undefined : style[size]);

/** A word in a rounded box; `warn` for what asks attention. The word carries the meaning, never the colour alone. */
export function Chip(props: {
  readonly children: ReactNode;
  readonly tone?: 'neutral' | 'warn' | 'met' | 'notMet';
  readonly size?: Size;
  readonly icon?: ReactNode;
}) {
  return (
    <span className={classes(style.chip, style[props.tone ?? 'neutral'], sized(props.size ?? 'small'))}>
      {props.icon}
      {props.children}
    </span>
  );
}

const SIGN = { met: IconCircleCheck, notMet: IconCircleX, undetermined: IconCircleDashed } as const;

/** Met, not met or undetermined: symbol, word and colour. */
export function OutcomeChip({
  outcome,
  size = 'normal',
}: {
  readonly outcome: Outcome;
  readonly size?: Size;
}) {
  const t = useT();
  const Sign = SIGN[outcome];
  return (
    <span className={classes(style.chip, style[outcome], sized(size))}>
      <Sign size={size === 'large' ? 20 : 16} stroke={2} aria-hidden />
      {t(`words.outcome.${outcome}`)}
    </span>
  );
}

const markingTone = (marking: Marking) =>
  marking === 'open' ? style.neutral : marking === 'depV' ? style.confidential : style.secret;

/** Classification of one item, short, with its full name on hover and for a screen reader. */
export function MarkingBadge({ marking }: { readonly marking: Marking }) {
  const t = useT();
  return (
    <Tooltip label={t(`words.marking.${marking}`)}>
      <span className={classes(style.chip, style.small, style.marking, markingTone(marking))}>
        {marking !== 'open' && <IconLock size={12} aria-hidden />}
        <span aria-hidden>{t(`words.markingShort.${marking}`)}</span>
        <span className="wb-hidden">{t(`words.marking.${marking}`)}</span>
      </span>
    </Tooltip>
  );
}

/** Classification of a whole screen, over its full width. */
export function MarkingBanner({ marking }: { readonly marking: Marking }) {
  const t = useT();
  return <div className={classes(style.banner, markingTone(marking))}>{t(`words.marking.${marking}`)}</div>;
}

/** The two axes of a grade side by side, as `B2`; never one number. */
export function GradeBadge(props: { readonly reliability: Reliability; readonly credibility?: Credibility }) {
  const t = useT();
  const words = [
    t(`words.reliability.${props.reliability}`),
    ...(props.credibility === undefined ? [] : [t(`words.credibility.${props.credibility}`)]),
  ].join('; ');
  return (
    <Tooltip label={words}>
      <span className={classes(style.chip, style.small, style.neutral, style.grade)}>
        <span aria-hidden>{`${props.reliability}${props.credibility ?? ''}`}</span>
        <span className="wb-hidden">{words}</span>
      </span>
    </Tooltip>
  );
}
