import type { DecisionRule } from '../decisions.ts';
import { type Build, type Cell, cell, namesIn } from './rows.ts';

/** So many names at most stand in a cell; the others are counted. */
const MOST_NAMES = 3;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A row for each kind of decision; a cell names who can stop it, those of the transaction first. */
export const block: Build = (comparison, { t, nameOf }) =>
  namesIn(comparison, ({ says }) => says.flatMap((one) => one.says.map(({ decision }) => decision))).map(
    (id) => ({
      key: id,
      label: upper(t(`scenarios.decision.${id as DecisionRule['id']}`)),
      cells: comparison.columns.map(({ says, investors }): Cell => {
        const able = says
          .flatMap(({ holder, votes, says: own }) => {
            const say = own.find(({ decision }) => decision === id);
            if (say === undefined || say.block === 'excluded') return [];
            const note =
              say.alone === 'certain'
                ? ` (${t('scenarios.table.decideAlone')})`
                : say.block === 'possible'
                  ? ` (${t('scenarios.table.block.possible')})`
                  : '';
            return [
              { text: `${nameOf(holder)}${note}`, first: investors.includes(holder), votes: votes.max },
            ];
          })
          .sort((a, b) => Number(b.first) - Number(a.first) || b.votes - a.votes);
        const named = able.length > MOST_NAMES + 1 ? able.slice(0, MOST_NAMES) : able;
        const more = able.length - named.length;
        return cell(
          ...named.map(({ text }) => text),
          ...(more > 0 ? [t('scenarios.table.others', { count: more })] : []),
        );
      }),
    }),
  );
