import { type Build, type Cell, cell, filled, isSome, NOTHING, namesIn, SOME } from './rows.ts';

const MOST_OWNERS = 20;

/** Who holds what part of the capital or of the votes. */
export const parts =
  (basis: 'capital' | 'votes'): Build =>
  (comparison, { t, nameOf, span }) =>
    filled([
      ...namesIn(comparison, ({ holders }) => holders.map(({ holder }) => holder)).map((holder) => ({
        key: holder,
        label: nameOf(holder),
        cells: comparison.columns.map((column): Cell => {
          const row = column.holders.find((one) => one.holder === holder);
          if (!isSome(row?.[basis])) return NOTHING;
          return { lines: [span(row[basis])], change: row.change[basis] };
        }),
      })),
      {
        key: 'unrecorded',
        label: t('scenarios.unrecorded'),
        cells: comparison.columns.map(({ unrecorded }) =>
          isSome(unrecorded[basis]) ? cell(span(unrecorded[basis])) : NOTHING,
        ),
      },
    ]);
/** Only when some right is reserved somewhere: else it would say the same as the capital. */
export const diluted: Build = (comparison, { nameOf, span }) => {
  const differs = comparison.columns.some(({ holders }) =>
    holders.some((row) => Math.abs(row.diluted.capital.max - row.capital.max) > SOME),
  );
  if (!differs) return [];
  return filled(
    namesIn(comparison, ({ holders }) => holders.map(({ holder }) => holder)).map((holder) => ({
      key: holder,
      label: nameOf(holder),
      cells: comparison.columns.map((column): Cell => {
        const part = column.holders.find((one) => one.holder === holder)?.diluted.capital;
        return isSome(part) ? cell(span(part)) : NOTHING;
      }),
    })),
  );
};

/** The largest ultimate owners of any column. */
export const owners: Build = (comparison, { nameOf, span, percent }) => {
  const most = new Map<string, number>();
  for (const column of comparison.columns)
    for (const { owner, max } of column.owners) most.set(owner, Math.max(max, most.get(owner) ?? 0));
  const ranked = [...most].sort((a, b) => b[1] - a[1]).slice(0, MOST_OWNERS);
  return filled(
    ranked.map(([owner]) => ({
      key: owner,
      label: nameOf(owner),
      cells: comparison.columns.map((column): Cell => {
        const row = column.owners.find((one) => one.owner === owner);
        if (!isSome(row)) return NOTHING;
        const { min, max, point, change } = row;
        return { lines: [point === null || max - min > SOME ? span({ min, max }) : percent(point)], change };
      }),
    })),
  );
};
