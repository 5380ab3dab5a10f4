import { type Build, cell, filled } from './rows.ts';

const RIGHTS = {
  appointment: 'scenarios.table.appointment',
  goldenShare: 'scenarios.table.goldenShare',
  veto: 'scenarios.table.veto',
  information: 'scenarios.table.information',
  consultation: 'scenarios.table.consultation',
  control: 'scenarios.table.rightControl',
} as const;

/** Seats on the board and the rights that go beyond shares. */
export const board: Build = ({ columns }, { t, nameOf, count }) =>
  filled([
    {
      key: 'seats',
      label: t('scenarios.table.seats'),
      cells: columns.map(({ board: { size, seats } }) =>
        cell(
          ...seats.map(({ holder, seats: own }) => {
            const number =
              size === null ? count(own) : t('scenarios.table.seatsOf', { seats: count(own), size });
            return `${nameOf(holder)}: ${number}`;
          }),
        ),
      ),
    },
    ...(Object.keys(RIGHTS) as (keyof typeof RIGHTS)[]).map((right) => ({
      key: right,
      label: t(RIGHTS[right]),
      cells: columns.map(({ board: { rights } }) =>
        cell(
          ...rights.flatMap((one) =>
            one.right !== right
              ? []
              : [one.detail === undefined ? nameOf(one.holder) : `${nameOf(one.holder)}: ${one.detail}`],
          ),
        ),
      ),
    })),
  ]);
