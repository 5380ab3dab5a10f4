import { IconUser, IconUsersGroup } from '@tabler/icons-react';
import type { InterestView } from '#shared/ipc/ownership.ts';
import type { PlacedBox } from '#shared/ownership/chart-layout.ts';
import type { Bundle } from '#shared/ownership/chart-view.ts';
import { hrefOf } from '../../../app/router.ts';
import { useCase } from '../../caseFrame/CaseContext.ts';
import { useStudy } from '../OwnershipContext.ts';
import { ChartButton } from './ChartButton.tsx';
import style from './chart.module.css';
import { LIST, SIGN, signsOf } from './drawing.ts';
import { FONT, fitted, widthOf } from './text.ts';

const HEAD = {
  holders: 'ownership.chart.moreHolders',
  directors: 'ownership.chart.directors',
  children: 'ownership.chart.children',
} as const;

/** Holders or subsidiaries with nobody behind them, as one card with a line for each. */
export function ChartList({ bundle, box }: { readonly bundle: Bundle; readonly box: PlacedBox }) {
  const { words } = useStudy();
  const Icon = bundle.side === 'directors' ? IconUser : IconUsersGroup;
  const largest = (one: InterestView) =>
    one.capital?.kind === 'exact' ? one.capital.value : one.capital?.kind === 'range' ? one.capital.max : 0;
  const rows = [...bundle.interests].sort((a, b) => largest(b) - largest(a));
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <rect width={box.width} height={box.height} rx={7} className={style.ground} />
      <rect width={box.width} height={box.height} rx={7} className={style.frame} />
      <Icon x={10} y={6} size={17} stroke={1.6} aria-hidden className={style.icon} />
      <text x={33} y={19} className={style.listHead}>
        {words.t(HEAD[bundle.side])}
      </text>
      <path d={`M0 ${LIST.head}H${box.width}`} className={style.rule} />
      {rows.map((interest, i) => (
        <Row
          key={interest.relation}
          interest={interest}
          down={bundle.side === 'children'}
          y={LIST.head + i * LIST.row}
          width={box.width}
        />
      ))}
    </g>
  );
}

function Row(props: {
  readonly interest: InterestView;
  readonly down: boolean;
  readonly y: number;
  readonly width: number;
}) {
  const { words, nodes } = useStudy();
  const { logId } = useCase();
  const { interest } = props;
  const node = nodes.get(props.down ? interest.to : interest.from);
  if (node === undefined) return null;
  const { capital, votes } = interest;
  // A list has room for one figure; where votes differ the interest itself says so.
  const label = words.share(capital ?? votes) ?? words.lineLabel(interest);
  const signs = signsOf(interest);
  const right = widthOf(label, FONT.label) + signs * SIGN + 12;
  const country = words.country(node.country);
  return (
    <g transform={`translate(0 ${props.y})`}>
      <a
        href={hrefOf({ screen: 'case', logId, tab: 'dossier', record: node.record })}
        className={style.row}
        aria-label={[node.label, ...(country === undefined ? [] : [country])].join(', ')}
      >
        <title>{node.label}</title>
        <rect
          x={3}
          y={2}
          width={props.width - right - 8}
          height={LIST.row - 3}
          rx={4}
          className={style.rowGround}
        />
        <text x={10} y={17} className={style.rowName}>
          {fitted(node.label, FONT.meta, props.width - right - 20)}
        </text>
      </a>
      <ChartButton
        interest={interest}
        x={props.width - right / 2 - 4}
        y={LIST.row / 2}
        width={right}
        label={label}
        flat
      />
    </g>
  );
}
