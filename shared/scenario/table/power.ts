import type { ScenarioColumn } from '../../ipc/scenarios.ts';
import { type Build, type Cell, cell, filled, NOTHING, namesIn, SOME } from './rows.ts';

/** What part of the power each holder has over a decision, by the indices of Banzhaf and of Shapley and Shubik. */
export const power: Build = (comparison, { t, nameOf, percent }) =>
  (['simple', 'twoThirds'] as const).flatMap((decision) => {
    const of = (column: ScenarioColumn) => column.power.find((one) => one.decision === decision);
    const label = (name: string): string => `${name}, ${t(`scenarios.decision.${decision}`)}`;
    const reasons = comparison.columns.map((column) => of(column)?.reason);
    return filled([
      ...namesIn(comparison, (column) => of(column)?.holders.map(({ holder }) => holder) ?? []).map(
        (holder) => ({
          key: `${decision} ${holder}`,
          label: label(nameOf(holder)),
          cells: comparison.columns.map((column): Cell => {
            const row = of(column)?.holders.find((one) => one.holder === holder);
            if (row === undefined) return NOTHING;
            const same = Math.abs(row.banzhaf - row.shapley) < SOME;
            return same
              ? cell(percent(row.banzhaf))
              : cell(
                  `${t('scenarios.table.banzhaf')} ${percent(row.banzhaf)}`,
                  `${t('scenarios.table.shapley')} ${percent(row.shapley)}`,
                );
          }),
        }),
      ),
      {
        key: `${decision} none`,
        label: label(t('scenarios.section.power')),
        cells: reasons.map((reason) =>
          reason === undefined ? NOTHING : cell(t(`scenarios.table.powerNone.${reason}`)),
        ),
      },
    ]);
  });
