import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { whereAlpha2 } from 'iso-3166-1';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json';

export type Shape = Feature<Polygon | MultiPolygon, { readonly name: string }>;

/** Shapes of the countries (Natural Earth, 1:50m), by ISO number; a few disputed ones have a name only. */
const world = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
export const SHAPES: readonly Shape[] = feature(world, world.objects.countries).features as Shape[];
const byNumber = new Map(
  SHAPES.flatMap((shape) => (shape.id === undefined ? [] : [[String(shape.id), shape]])),
);

/** The shape of a country by its two letters; undefined for codes that no country on the map has. */
export function shapeOf(code: string): Shape | undefined {
  // Kosovo has a code that everybody uses, but no number.
  if (code === 'XK') return SHAPES.find(({ properties }) => properties.name === 'Kosovo');
  const number = whereAlpha2(code)?.numeric;
  return number === undefined ? undefined : byNumber.get(number);
}

/** Where a dot for the country stands: the middle of its largest part, so that far islands do not draw it out to sea. */
export function middleOf({ geometry }: Shape): Position {
  const parts: Polygon[] =
    geometry.type === 'Polygon'
      ? [geometry]
      : geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
  const [largest] = parts.sort((a, b) => geoArea(b) - geoArea(a));
  return geoCentroid(largest ?? geometry);
}
