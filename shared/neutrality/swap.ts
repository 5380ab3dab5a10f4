import { evaluateCase, type Finding, resultDrift } from '../freeze/evaluate.ts';
import type { VersionView } from '../ipc/common.ts';
import type { Day } from '../model/dates.ts';
import type { BodyOf } from '../model/records.ts';
import { compareScenarios } from '../scenario/compare.ts';
import { STATE_GROUP } from '../scenario/groups.ts';
import { type Swap, swapCountry } from './countries.ts';

/** An outcome that is another one in the other country. */
export type Swapped = ReturnType<typeof resultDrift>[number];

/** A part from 0 to 1, to 12 places: as exact as it is computed, without the noise of the last digits. */
const partOf = (part: number): string => String(Number(part.toFixed(12)));

/**
 * What follows from who is taken for a foreign state: its control and votes over the company now and in each scenario.
 * The one place where the program itself looks at a country, and then only at "the Netherlands or not" (PUR-20).
 */
function stateFindings(views: readonly VersionView[], day: Day): Finding[] {
  const company = views.find(({ type }) => type === 'case')?.body.company;
  if (typeof company !== 'string') return [];
  const { columns } = compareScenarios({ views, company: company as VersionView['record'], day });
  return columns.map(({ scenario, outcome }) => {
    const state = outcome.groups.find(({ group }) => group === STATE_GROUP);
    const title = (scenario?.body as BodyOf<'scenario'> | undefined)?.title;
    return {
      of: title === undefined ? 'state' : `state ${title}`,
      is: state ? `${state.control} ${partOf(state.votes.min)} ${partOf(state.votes.max)}` : 'excluded 0 0',
    };
  });
}

/**
 * The swap-the-country counterfactual (PUR-20): the whole assessment made again with one country in the place of
 * another. Answers for each swap which outcomes differ; [] says that the result does not depend on which of the two it
 * is. The case as it is is evaluated once for all of them. `onDone` is told how many of the `swaps.length + 1`
 * evaluations are made.
 */
export function swapDrifts(
  views: readonly VersionView[],
  day: Day,
  swaps: readonly Swap[],
  onDone: (done: number) => void = () => undefined,
): Swapped[][] {
  const resultOf = (all: readonly VersionView[]) => {
    const result = evaluateCase(all, day);
    return { ...result, findings: [...result.findings, ...stateFindings(all, day)] };
  };
  const before = resultOf(views);
  onDone(1);
  return swaps.map(({ from, to }, at) => {
    const drift = resultDrift(before, resultOf(swapCountry(views, from, to)));
    onDone(at + 2);
    return drift;
  });
}
