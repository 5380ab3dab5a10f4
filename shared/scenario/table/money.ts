import { type Build, type Cell, cell, filled, isSome, NOTHING } from './rows.ts';

/** Money that is paid now and later, and by how much a holder who does nothing is diluted. */
export const money: Build = ({ columns }, { t, money: say, span, nameOf }) =>
  filled([
    ...(['now', 'later'] as const).map((when) => ({
      key: when,
      label: t(when === 'now' ? 'scenarios.table.moneyNow' : 'scenarios.table.moneyLater'),
      cells: columns.map(({ money: { lines, ...totals } }): Cell => {
        const own = lines.filter(({ later }) => later === (when === 'later'));
        if (own.length === 0) return NOTHING;
        const each = own.map(({ who, what, amount }) =>
          t('scenarios.money.line', {
            what: t(`scenarios.money.${what}`),
            who: nameOf(who),
            amount: say(amount),
          }),
        );
        return own.length === 1 ? cell(...each) : cell(say(totals[when]), ...each);
      }),
    })),
    {
      key: 'dilution',
      label: t('scenarios.table.dilution'),
      cells: columns.map(({ dilution }) => (isSome(dilution) ? cell(span(dilution)) : NOTHING)),
    },
  ]);
