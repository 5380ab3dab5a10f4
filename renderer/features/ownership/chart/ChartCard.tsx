import {
  IconBuilding,
  IconBuildingBank,
  IconEyeOff,
  IconFlag,
  IconPinFilled,
  IconTarget,
  IconUser,
} from '@tabler/icons-react';
import type { OwnershipNode } from '#shared/ipc/ownership.ts';
import type { PlacedBox } from '#shared/ownership/chart-layout.ts';
import { hrefOf } from '../../../app/router.ts';
import { useCase } from '../../caseFrame/CaseContext.ts';
import { useStudy } from '../OwnershipContext.ts';
import style from './chart.module.css';
import { FONT, fitted, widthOf, wrapped } from './text.ts';
import type { Mover } from './usePins.ts';

const TYPE = { person: IconUser, publicBody: IconBuildingBank } as const;
const iconOf = ({ type, opaque, layer }: OwnershipNode) =>
  opaque
    ? IconEyeOff
    : layer === 0
      ? IconTarget
      : type === 'person' || type === 'publicBody'
        ? TYPE[type]
        : IconBuilding;

/** Where the words begin; further on where a band of stripes stands before the sign. */
const TEXT = 40;
const BESIDE_STRIPES = 48;
/** Room for the flag of a party behind its last line. */
const FLAG = 16;

/** One organisation or person: who it is, where, and how much of the company looks through to it. Opens its page. */
export function ChartCard(props: {
  readonly node: OwnershipNode;
  readonly box: PlacedBox;
  readonly stripes: string;
  readonly hatch: string;
  /** It stands where somebody put it. */
  readonly pinned: boolean;
  readonly move: Mover;
}) {
  const { node, box, pinned } = props;
  const { picture, words } = useStudy();
  const { t } = words;
  const { logId } = useCase();
  const target = node.record === picture.target.record;
  const owner = picture.owners.find((one) => one.owner === node.record);
  const through =
    owner &&
    t('ownership.chart.lookThrough', {
      share:
        owner.integrated === null
          ? words.span({ min: owner.min ?? 0, max: owner.max ?? 1 })
          : words.percent(owner.integrated),
    });
  const country = words.country(node.country);
  const left = node.party ? BESIDE_STRIPES : TEXT;
  const width = box.width - left - 8;
  const join = (parts: readonly (string | undefined)[]) =>
    parts.filter((part) => part !== undefined).join(' · ');
  const also = t('influence.also', { list: words.list(node.also.map(({ label }) => label)) });
  const long = target ? t('ownership.chart.target') : join([country, through]);
  // Where the name of the country leaves no room for the figure its code does.
  const room = node.party ? width - FLAG : width;
  const meta = widthOf(long, FONT.meta) <= room ? long : join([node.country, through]);
  const Icon = iconOf(node);
  const name = wrapped(node.label, FONT.name, width, 2);
  const lines = name.length + (meta === '' ? 0 : 1);
  const top = box.height / 2 - (lines * 16) / 2 + 12.5;
  const said = [
    node.label,
    t(`words.type.${node.type}`),
    ...(node.party ? [t('ownership.chart.party')] : []),
    ...(node.opaque ? [t('ownership.chart.opaque')] : []),
    ...(node.also.length > 0 ? [also] : []),
    ...(pinned ? [t('ownership.chart.pinned')] : []),
    ...(long === '' ? [] : [long]),
  ].join(', ');
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <a
        href={hrefOf({ screen: 'case', logId, tab: 'dossier', record: node.record })}
        className={style.card}
        aria-label={said}
        data-party={node.party || undefined}
        data-opaque={node.opaque || undefined}
        data-target={target || undefined}
        data-record={node.record}
        data-pinned={pinned || undefined}
        draggable={false}
        {...props.move}
      >
        <title>{said}</title>
        <rect width={box.width} height={box.height} rx={7} className={style.ground} />
        {node.opaque && (
          <rect
            width={box.width}
            height={box.height}
            rx={7}
            fill={`url(#${props.hatch})`}
            className={style.pattern}
          />
        )}
        {node.party && (
          <path
            d={`M7 0H14V${box.height}H7A7 7 0 0 1 0 ${box.height - 7}V7A7 7 0 0 1 7 0Z`}
            fill={`url(#${props.stripes})`}
            className={style.pattern}
          />
        )}
        <rect width={box.width} height={box.height} rx={7} className={style.frame} />
        <Icon
          x={node.party ? 20 : 12}
          y={box.height / 2 - 11}
          size={22}
          stroke={1.6}
          aria-hidden
          className={style.icon}
        />
        {node.party && (
          <IconFlag
            x={box.width - 21}
            y={box.height - 21}
            size={15}
            stroke={2}
            aria-hidden
            className={style.icon}
          />
        )}
        {pinned && <IconPinFilled x={box.width - 19} y={4} size={13} aria-hidden className={style.icon} />}
        {name.map((line, i) => (
          <text key={line} x={left} y={top + i * 16} className={style.name}>
            {line}
          </text>
        ))}
        {meta !== '' && (
          <text x={left} y={top + name.length * 16} className={style.meta}>
            {fitted(meta, FONT.meta, room)}
          </text>
        )}
      </a>
    </g>
  );
}
