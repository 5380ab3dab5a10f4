import { SegmentedControl, Text } from '@mantine/core';
import { geoMercator, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { Position } from 'geojson';
import { useMemo, useState } from 'react';
import type { CountryFlow, CountryRow } from '#shared/chain/countries.ts';
import { countryOf } from '#shared/chain/wording.ts';
import { useChain } from '../ChainContext.ts';
import { middleOf, SHAPES, shapeOf } from './shapes.ts';
import style from './world.module.css';

const WIDTH = 980;
const HEIGHT = 500;
const LABEL = 14;
const LETTER = 7.2;
type View = 'world' | 'europe';

/** The south pole is left out: nobody is there, and it takes a fifth of the picture. */
const PEOPLED = SHAPES.filter(({ id }) => id !== '010');
const PROJECTIONS = {
  world: geoNaturalEarth1().fitExtent(
    [
      [4, 4],
      [WIDTH - 4, HEIGHT - 4],
    ],
    { type: 'FeatureCollection', features: [...PEOPLED] },
  ),
  europe: geoMercator()
    .center([10, 53])
    .scale(640)
    .translate([WIDTH / 2, HEIGHT / 2]),
} as const;

type Place = {
  readonly code: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly at: Position;
};

/** Parties and supplies by country. Drawn in one colour: how many is all that it says (PUR-20). */
export default function WorldMap(props: {
  readonly rows: readonly CountryRow[];
  readonly flows: readonly CountryFlow[];
}) {
  const { words } = useChain();
  const { t } = words;
  const [view, setView] = useState<View>('world');
  const drawing = useMemo(() => draw(props.rows, props.flows, view), [props.rows, props.flows, view]);
  const inCase = new Set(drawing.places.map(({ code }) => shapeOf(code)));
  return (
    <>
      <SegmentedControl
        w="fit-content"
        aria-label={t('chain.world.view')}
        value={view}
        data={[
          { value: 'world', label: t('chain.world.wholeWorld') },
          { value: 'europe', label: t('chain.world.europe') },
        ]}
        onChange={(value) => setView(value === 'europe' ? 'europe' : 'world')}
      />
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={style.map}
        role="img"
        aria-label={t('chain.world.map')}
      >
        <g aria-hidden>
          {drawing.land.map(({ d, shape, key }) => (
            <path key={key} d={d} className={style.land} data-case={inCase.has(shape) || undefined} />
          ))}
        </g>
        {drawing.flows.map(({ d, flow }) => (
          <path
            key={`${flow.from} ${flow.to}`}
            d={d}
            className={style.flow}
            strokeWidth={1 + Math.sqrt(flow.count)}
          >
            <title>
              {t('chain.world.flowLabel', {
                from: countryOf(words, flow.from ?? undefined),
                to: countryOf(words, flow.to ?? undefined),
                count: flow.count,
              })}
            </title>
          </path>
        ))}
        {drawing.places.map(({ code, count, x, y }) => (
          <circle key={code} cx={x} cy={y} r={radius(count)} className={style.dot}>
            <title>{t('chain.world.placeLabel', { country: countryOf(words, code), count })}</title>
          </circle>
        ))}
        {labelled(drawing.places, (code) => countryOf(words, code)).map(({ code, x, y, text }) => (
          <text key={code} x={x} y={y} className={style.label}>
            {text}
          </text>
        ))}
      </svg>
      <Text size="sm" c="dimmed">
        {t('chain.world.mapHelp')} {t('chain.world.source')}
      </Text>
    </>
  );
}

const radius = (count: number): number => 3 + 1.6 * Math.sqrt(count);

function draw(rows: readonly CountryRow[], flows: readonly CountryFlow[], view: View) {
  const projection = PROJECTIONS[view].clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);
  const path = geoPath(projection);
  const places = rows.flatMap(({ code, parties, sites }): Place[] => {
    const shape = code === null ? undefined : shapeOf(code);
    if (code === null || shape === undefined) return [];
    const at = middleOf(shape);
    const point = projection(at as [number, number]);
    if (point === null || point[0] < 0 || point[0] > WIDTH || point[1] < 0 || point[1] > HEIGHT) return [];
    return [{ code, count: parties.length + sites.length, x: point[0], y: point[1], at }];
  });
  const where = new Map(
    rows.flatMap(({ code }) => {
      const shape = code === null ? undefined : shapeOf(code);
      return shape === undefined ? [] : [[code, middleOf(shape)] as const];
    }),
  );
  return {
    land: PEOPLED.flatMap((shape, i) => {
      const d = path(shape);
      return d === null ? [] : [{ d, shape, key: shape.id ?? `${shape.properties.name} ${i}` }];
    }),
    places,
    flows: flows.flatMap((flow) => {
      const [from, to] = [where.get(flow.from), where.get(flow.to)];
      if (from === undefined || to === undefined || flow.from === flow.to) return [];
      const d = path({ type: 'LineString', coordinates: [from, to] });
      return d === null ? [] : [{ d, flow }];
    }),
  };
}

/** Names beside the dots, the largest first, left out where they would cover another name. The table has them all. */
function labelled(places: readonly Place[], nameOf: (code: string) => string) {
  const taken: { x: number; y: number; w: number }[] = [];
  return [...places]
    .sort((a, b) => b.count - a.count)
    .flatMap(({ code, count, x, y }) => {
      const text = nameOf(code);
      const w = text.length * LETTER;
      for (const [left, top] of [
        [x + radius(count) + 4, y + 5],
        [x - radius(count) - 4 - w, y + 5],
        [x - w / 2, y - radius(count) - 5],
        [x - w / 2, y + radius(count) + LABEL],
      ] as const) {
        const free = taken.every(
          (other) => left + w < other.x || left > other.x + other.w || Math.abs(top - other.y) > LABEL,
        );
        if (!free || left < 0 || left + w > WIDTH) continue;
        taken.push({ x: left, y: top, w });
        return [{ code, x: left, y: top, text }];
      }
      return [];
    });
}
