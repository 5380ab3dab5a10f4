import { IconArrowsDiff, IconKey, IconLinkOff } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { InterestView } from '#shared/ipc/ownership.ts';
import { LABEL_HEIGHT } from '#shared/ownership/chart-labels.ts';
import { useStudy } from '../OwnershipContext.ts';
import style from './chart.module.css';
import { SIGN } from './drawing.ts';

/** The words on a line: the way to what is known of the interest. `x` and `y` are the middle. */
export function ChartButton(props: {
  readonly interest: InterestView;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly label: string;
  readonly flat?: boolean;
  readonly onPath?: boolean;
  readonly back?: boolean;
}) {
  const { interest, x, y, width, label } = props;
  const { words, nameOf, openInterest } = useStudy();
  const { t } = words;
  const open = () => openInterest(interest.relation);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  };
  const signs = [
    ...(interest.disputed ? [{ Icon: IconArrowsDiff, text: t('ownership.interest.disputed') }] : []),
    ...(interest.unsourced ? [{ Icon: IconLinkOff, text: t('ownership.interest.unsourced') }] : []),
    ...(interest.right !== undefined && interest.kind === 'owns'
      ? [{ Icon: IconKey, text: t('ownership.legend.right') }]
      : []),
  ];
  const said = [
    t('ownership.interest.describe', {
      from: nameOf(interest.from),
      kind: t(`words.relationKind.${interest.kind}`),
      to: nameOf(interest.to),
    }),
    label,
    ...signs.map(({ text }) => text),
    ...(props.back ? [t('ownership.chart.circle')] : []),
  ].join(', ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture has no button of its own.
    <g
      role="button"
      tabIndex={0}
      aria-label={said}
      className={style.label}
      data-flat={props.flat || undefined}
      data-path={props.onPath || undefined}
      data-interest={interest.relation}
      onClick={open}
      onKeyDown={pressed}
      transform={`translate(${x} ${y})`}
    >
      <title>{said}</title>
      <rect
        x={-width / 2}
        y={-LABEL_HEIGHT / 2}
        width={width}
        height={LABEL_HEIGHT}
        rx={LABEL_HEIGHT / 2}
        className={style.halo}
      />
      <text x={(-SIGN * signs.length) / 2} y={4.5} textAnchor="middle" className={style.labelText}>
        {label}
      </text>
      {signs.map(({ Icon, text }, i) => (
        <Icon
          key={text}
          x={width / 2 - 5 - SIGN * (signs.length - i)}
          y={-6.5}
          size={13}
          stroke={2}
          aria-hidden
          className={style.sign}
        />
      ))}
    </g>
  );
}
