import { IconArrowsDiff, IconKey, IconLinkOff } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useT } from '../../../app/language.ts';
import { ChartPatterns } from './ChartPatterns.tsx';
import style from './chart.module.css';

/** What the lines, cards and signs of the chart mean. */
export function ChartLegend() {
  const t = useT();
  const id = useId().replaceAll(':', '');
  const line = (look: string, extra: object = {}) => (
    <svg width={44} height={16} aria-hidden className={style.line} data-look={look} {...extra}>
      <path d="M2 8H36" className={style.stroke} />
      {look === 'controls' && <path d="M2 8H36" className={style.inner} />}
      <path
        d={
          look === 'controls'
            ? 'M0 0L-6 -7H6ZM0 -7L-6 -14H6Z'
            : look === 'owns'
              ? 'M0 0L-4.5 -8L4.5 -8Z'
              : 'M-4.5 -7L0 0L4.5 -7'
        }
        transform="translate(42 8) rotate(-90)"
        className={style.arrow}
      />
    </svg>
  );
  const card = (extra: object, fill?: string) => (
    <svg width={30} height={18} aria-hidden className={style.card} {...extra}>
      <rect x={1} y={1} width={28} height={16} rx={4} className={style.ground} />
      {fill !== undefined && (
        <rect x={1} y={1} width={fill === 'stripes' ? 9 : 28} height={16} fill={`url(#${id}-${fill})`} />
      )}
      <rect x={1} y={1} width={28} height={16} rx={4} className={style.frame} />
    </svg>
  );
  return (
    <section aria-label={t('ownership.legend.title')} className={style.legend}>
      <svg width={0} height={0} aria-hidden className={style.defs}>
        <ChartPatterns stripes={`${id}-stripes`} hatch={`${id}-hatch`} />
      </svg>
      <Entry sign={line('owns')}>{t('ownership.legend.owns')}</Entry>
      <Entry sign={line('controls')}>{t('ownership.legend.controls')}</Entry>
      <Entry sign={line('directs')}>{t('ownership.legend.directs')}</Entry>
      <Entry sign={line('owns', { 'data-path': true })}>{t('ownership.legend.path')}</Entry>
      <Entry sign={line('owns', { 'data-back': true })}>{t('ownership.legend.circle')}</Entry>
      <Entry sign={card({ 'data-target': true })}>{t('ownership.legend.target')}</Entry>
      <Entry sign={card({ 'data-party': true }, 'stripes')}>{t('ownership.legend.party')}</Entry>
      <Entry sign={card({ 'data-opaque': true }, 'hatch')}>{t('ownership.legend.opaque')}</Entry>
      <Entry sign={<IconArrowsDiff size={16} aria-hidden className={style.sign} />}>
        {t('ownership.legend.disputed')}
      </Entry>
      <Entry sign={<IconLinkOff size={16} aria-hidden className={style.sign} />}>
        {t('ownership.legend.unsourced')}
      </Entry>
      <Entry sign={<IconKey size={16} aria-hidden className={style.sign} />}>
        {t('ownership.legend.right')}
      </Entry>
    </section>
  );
}

function Entry(props: { readonly sign: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={style.entry}>
      {props.sign}
      {props.children}
    </span>
  );
}
