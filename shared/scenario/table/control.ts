import { type Build, type Cell, cell, isSome, NOTHING } from './rows.ts';

/** Who controls the company alone, and how far each group comes. */
export const control: Build = (comparison, { t, nameOf, groupName, span }) => [
  {
    key: 'alone',
    label: t('scenarios.table.alone'),
    cells: comparison.columns.map(({ controllers }) =>
      controllers.length === 0
        ? cell(t('scenarios.table.nobody'))
        : cell(
            ...controllers.map(
              ({ controller, control: verdict }) =>
                `${nameOf(controller)}: ${t(`scenarios.table.verdict.${verdict}`)}`,
            ),
          ),
    ),
  },
  ...comparison.groups.map(({ id }) => ({
    key: id,
    label: groupName(id),
    cells: comparison.columns.map((column): Cell => {
      const row = column.groups.find(({ group }) => group === id);
      if (row === undefined || (!isSome(row.votes) && row.control === 'excluded')) return NOTHING;
      return {
        lines: [span(row.votes), t(`scenarios.table.verdict.${row.control}`)],
        change: row.change,
      };
    }),
  })),
];
