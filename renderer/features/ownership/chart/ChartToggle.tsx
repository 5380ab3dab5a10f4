import type { KeyboardEvent } from 'react';
import type { PlacedBox } from '#shared/ownership/chart-layout.ts';
import { useStudy } from '../OwnershipContext.ts';
import style from './chart.module.css';

/** Collapses or shows what lies behind a card; when collapsed it says how many are hidden. */
export function ChartToggle(props: {
  readonly name: string;
  readonly box: PlacedBox;
  readonly hidden: number;
  readonly collapsed: boolean;
  readonly onToggle: () => void;
}) {
  const { words } = useStudy();
  const { name, box, hidden, collapsed, onToggle } = props;
  const said = collapsed
    ? words.t('ownership.chart.expand', { name, count: hidden })
    : words.t('ownership.chart.collapse', { name });
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onToggle();
  };
  const wide = collapsed && hidden > 0 ? 17 : 9;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture has no button of its own.
    <g
      role="button"
      tabIndex={0}
      aria-expanded={!collapsed}
      aria-label={said}
      className={style.toggle}
      data-collapsed={collapsed || undefined}
      onClick={onToggle}
      onKeyDown={pressed}
      transform={`translate(${box.x + 14} ${box.tier > 0 ? box.y : box.y + box.height})`}
    >
      <title>{said}</title>
      {/* Larger than it looks, so that it is easy to hit. */}
      <rect x={-14} y={-13} width={28 + wide - 9} height={26} className={style.reach} />
      <rect x={-9} y={-9} width={9 + wide} height={18} rx={9} className={style.toggleGround} />
      <path d={collapsed ? 'M-4 0H4M0 -4V4' : 'M-4 0H4'} className={style.toggleSign} />
      {collapsed && hidden > 0 && (
        <text x={10} y={4} textAnchor="middle" className={style.toggleText}>
          {hidden}
        </text>
      )}
    </g>
  );
}
