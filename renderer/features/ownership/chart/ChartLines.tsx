import type { PlacedLine } from '#shared/ownership/chart-layout.ts';
import { pathOf } from '#shared/ownership/chart-layout.ts';
import { useStudy } from '../OwnershipContext.ts';
import style from './chart.module.css';
import type { DrawnLine, LineLook } from './drawing.ts';

const HEAD = 7;

/** Arrow heads: filled for shares, double for control, open and thin for people and influence. */
const ARROW: Readonly<Record<LineLook, string>> = {
  owns: 'M0 0L-4.5 -8L4.5 -8Z',
  controls: 'M0 0L-6 -7H6ZM0 -7L-6 -14H6Z',
  directs: 'M-4.5 -7L0 0L4.5 -7',
};

/** The lines themselves, under the cards; the words on them are what keyboard and screen reader use. */
export function ChartLines(props: {
  readonly placed: readonly PlacedLine[];
  readonly lines: ReadonlyMap<string, DrawnLine>;
}) {
  const { openInterest } = useStudy();
  return (
    <g aria-hidden>
      {props.placed.map(({ id, points, back }) => {
        const line = props.lines.get(id);
        const end = points.at(-1);
        if (line === undefined || end === undefined) return null;
        const d = pathOf(points, HEAD - 1);
        const { interest } = line;
        return (
          <g
            key={id}
            className={style.line}
            data-look={line.look}
            data-path={line.onPath || undefined}
            data-back={back || undefined}
            {...(interest === undefined ? {} : { onClick: () => openInterest(interest.relation) })}
          >
            <path d={d} className={style.reach} />
            <path d={d} className={style.stroke} />
            {line.look === 'controls' && <path d={d} className={style.inner} />}
            <path
              d={ARROW[line.look]}
              className={style.arrow}
              transform={`translate(${end.x} ${end.y})${back ? ' rotate(90)' : ''}`}
            />
          </g>
        );
      })}
    </g>
  );
}
