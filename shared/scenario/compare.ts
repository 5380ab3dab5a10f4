import { inOneOrder } from '../dossier/group.ts';
import type { VersionView } from '../ipc/common.ts';
import type { Day } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import type { OwnParty } from '../model/records/scenario.ts';
import { type Crossing, crossings } from '../ownership/crossings.ts';
import type { Holding } from '../ownership/interest.ts';
import { chainOf, identified } from './based-on.ts';
import { appointersOf, isMove } from './changes.ts';
import { holdingsAbove, holdingsAfter, identityOf, worldOf } from './facts.ts';
import { foreignStates, investorsOf, STATE_GROUP } from './groups.ts';
import { percentOf, rest, shareOf } from './interval.ts';
import { type Group, type Outcome, outcomeOf } from './outcome.ts';
import { bodyOf, scenariosOf } from './reading-order.ts';
import { type Deal, nodeOfParty, OWN_PREFIX, runSteps, type StepProblem } from './run.ts';

/** One column: the facts (`scenario` absent) or a scenario on top of them. */
export type Column = {
  readonly scenario?: VersionView;
  readonly deal: Deal;
  readonly outcome: Outcome;
  /** Part by which a holder who does nothing is diluted. */
  readonly dilution: { readonly min: number; readonly max: number };
  /** Levels that a group passes or falls below, compared with the facts. */
  readonly crossings: readonly (Crossing & { readonly group: string })[];
  /** Holders who may name directors and could not before. */
  readonly appointers: readonly string[];
  /** Number of steps that come from the scenario it is based on. */
  readonly inherited: number;
  readonly problems: readonly (StepProblem & { readonly inherited: boolean })[];
  /** The scenario that it is based on is not there, or is based on this one. */
  readonly baseMissing: boolean;
  /** Who gets shares, votes or rights to them in this scenario. */
  readonly investors: readonly string[];
  readonly holdings: readonly Holding[];
};

export type Comparison = {
  readonly company: RecordId;
  readonly day: Day;
  readonly groups: readonly Group[];
  /** Facts first, then the deal to be averted, then the options, least intervention first (PUR-18). */
  readonly columns: readonly Column[];
  /** Names of the parties that are there in scenarios alone, by node. */
  readonly ownNames: ReadonlyMap<string, string>;
};

export type CompareInput = {
  /** Live versions of entities, relations, claims, scenarios, influence claims and decisions on who is the same. */
  readonly views: readonly VersionView[];
  readonly company: RecordId;
  readonly day: Day;
  /** Parties tied to a foreign state; absent: every foreign public body that stands above the company. */
  readonly parties?: readonly RecordId[] | undefined;
};

/** Interests in the parties that are there in a scenario alone, of those who own them. */
const ownHoldings = (parties: readonly OwnParty[]): Holding[] => {
  const byKey = new Map(parties.map((party) => [party.key, party]));
  return [...byKey.values()].flatMap(({ key, owners }) =>
    owners.map(({ owner, percent }): Holding => {
      const share = shareOf(percentOf(percent));
      return { holder: nodeOfParty(owner), held: `${OWN_PREFIX}${key}`, capital: share, votes: share };
    }),
  );
};

/**
 * Puts the company as it is beside each scenario on the same cap table (PUR-11, capability 4). A pure function of the
 * live versions: facts are read and never changed, and the order of the records does not matter.
 */
export function compareScenarios({ views: given, company: asked, day, parties }: CompareInput): Comparison {
  const views = inOneOrder(given);
  const of = identityOf(views);
  const company = of(asked);
  const world = worldOf(views, company, day, of);
  const scenarios = scenariosOf(views, company, of);
  const byRecord = new Map(scenarios.map((view) => [view.record, view]));
  const planned = scenarios.map((view) => {
    const chain = identified(chainOf(view, byRecord), of);
    const deal = runSteps(world.deal, chain.steps);
    const holdings = [...holdingsAfter(world, deal), ...ownHoldings(chain.parties)];
    return { view, chain, deal, holdings: holdingsAbove(holdings, company) };
  });
  const factHoldings = holdingsAbove(holdingsAfter(world, world.deal), company);
  const states =
    parties?.map(of) ??
    [
      ...new Set(
        [factHoldings, ...planned.map(({ holdings }) => holdings)].flatMap((all) =>
          foreignStates(views, all, of),
        ),
      ),
    ].sort();
  const investors = [...new Set(planned.flatMap(({ chain }) => investorsOf(chain.steps)))];
  const groups: Group[] = [
    ...(states.length > 0 ? [{ id: STATE_GROUP, nodes: states }] : []),
    ...investors.map((node) => ({ id: node, nodes: [node] })),
  ];
  const facts = outcomeOf(company, day, world.deal, factHoldings, groups);
  const before = appointersOf(world.deal);
  return {
    company,
    day,
    groups,
    columns: [
      {
        deal: world.deal,
        outcome: facts,
        dilution: { min: 0, max: 0 },
        crossings: [],
        appointers: [],
        inherited: 0,
        problems: [],
        baseMissing: false,
        investors: [],
        holdings: factHoldings,
      },
      ...planned.map(({ view, chain, deal, holdings }): Column => {
        const outcome = outcomeOf(company, day, deal, holdings, groups);
        const inherited = chain.steps.length - bodyOf(view).steps.length;
        return {
          scenario: view,
          deal,
          outcome,
          dilution: rest(deal.cap.kept),
          crossings: groups.flatMap(({ id }) =>
            crossings(facts.levels.get(id) ?? [], outcome.levels.get(id) ?? [])
              .filter(isMove)
              .map((one) => ({ ...one, group: id })),
          ),
          appointers: [...appointersOf(deal)].filter((holder) => !before.has(holder)),
          inherited,
          problems: deal.problems.map(({ step, code }) => ({
            step: step < inherited ? step : step - inherited,
            code,
            inherited: step < inherited,
          })),
          baseMissing: chain.missing,
          investors: [...new Set(investorsOf(chain.steps))],
          holdings,
        };
      }),
    ],
    ownNames: new Map(
      planned.flatMap(({ chain }) => chain.parties.map(({ key, name }) => [`${OWN_PREFIX}${key}`, name])),
    ),
  };
}
