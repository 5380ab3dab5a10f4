import { type Build, type Cell, cell, filled, namesIn } from './rows.ts';

/** A row for each law; a cell tells for each level who reaches it or falls below it. */
export const crossings: Build = (comparison, words) => {
  const { t, lawName, groupName, percent } = words;
  const rules = namesIn(comparison, (column) => column.crossings.map(({ rule }) => rule));
  return filled([
    ...rules.map((rule) => ({
      key: rule,
      label: lawName(rule),
      cells: comparison.columns.map(
        (column): Cell =>
          cell(
            ...column.crossings
              .filter((one) => one.rule === rule)
              .map(({ group, level, direction, verdict, notify }) => {
                const what = t(direction === 'up' ? 'scenarios.table.reached' : 'scenarios.table.left', {
                  level: percent(level),
                });
                const notes = [
                  ...(verdict === 'possible' ? [t('scenarios.table.crossVerdict.possible')] : []),
                  ...(notify ? [t('scenarios.table.notify')] : []),
                ];
                return `${groupName(group)}: ${what}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
              }),
          ),
      ),
    })),
    {
      key: 'appointers',
      label: t('scenarios.table.appointer'),
      cells: comparison.columns.map(({ appointers }) => cell(...appointers.map(words.nameOf))),
    },
  ]);
};
