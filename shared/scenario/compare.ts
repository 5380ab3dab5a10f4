import { inOneOrder } from '../dossier/group.ts';
import type { VersionView } from '../ipc/common.ts';
import type { Day } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import { INTERVENTIONS, type OwnParty, SCENARIO_KINDS, type Step } from '../model/records/scenario.ts';
import type { BodyOf } from '../model/records.ts';
import { type Crossing, crossings } from '../ownership/crossings.ts';
import type { Holding } from '../ownership/interest.ts';
import { holdingsAbove, holdingsAfter, identityOf, worldOf } from './facts.ts';
import { percentOf, rest, shareOf } from './interval.ts';
import { type Group, type Outcome, outcomeOf } from './outcome.ts';
import { type Deal, nodeOfParty, OWN_PREFIX, runSteps, type StepProblem } from './run.ts';

export type Scenario = BodyOf<'scenario'>;
export const STATE_GROUP = 'state';

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

const bodyOf = ({ body }: VersionView): Scenario => body as Scenario;

/** Order for reading: by kind first for the deal to be averted, then by intervention, title and id. */
const rankOf = (view: VersionView): readonly (number | string)[] => {
  const { kind, intervention, title } = bodyOf(view);
  return [
    kind === 'unwantedDeal' ? 0 : 1,
    intervention === undefined ? INTERVENTIONS.length : INTERVENTIONS.indexOf(intervention),
    SCENARIO_KINDS.indexOf(kind),
    title.toLowerCase(),
    view.record,
  ];
};
const inOrder = (a: VersionView, b: VersionView): number => {
  const [x, y] = [rankOf(a), rankOf(b)];
  const place = x.findIndex((one, i) => one !== y[i]);
  return place < 0 ? 0 : (x[place] as number) < (y[place] as number) ? -1 : 1;
};

/** Scenarios of a company in the order of reading, one version each. */
export function scenariosOf(
  views: readonly VersionView[],
  company: RecordId,
  of: (record: RecordId) => RecordId,
): VersionView[] {
  const seen = new Set<RecordId>();
  return views
    .filter((view) => {
      if (view.type !== 'scenario' || of(bodyOf(view).company) !== company || seen.has(view.record))
        return false;
      seen.add(view.record);
      return true;
    })
    .toSorted(inOrder);
}

type Chain = {
  readonly steps: readonly Step[];
  readonly parties: readonly OwnParty[];
  readonly missing: boolean;
};

/** A step or party of a scenario with, for every party, the record that stands for it. */
function identified<T>(value: T, of: (record: RecordId) => RecordId): T {
  if (Array.isArray(value)) return value.map((one) => identified(one, of)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([member, inner]) => [
    member,
    member === 'record' ? of(inner as RecordId) : identified(inner, of),
  ]);
  return Object.fromEntries(entries) as T;
}

/** Steps and parties of a scenario with those of what it is based on, the deepest first. */
function chainOf(view: VersionView, all: ReadonlyMap<RecordId, VersionView>): Chain {
  const seen = new Set([view.record]);
  let { steps, parties, basedOn } = bodyOf(view);
  while (basedOn !== undefined) {
    const base = all.get(basedOn);
    if (base === undefined || seen.has(basedOn)) return { steps, parties, missing: true };
    seen.add(basedOn);
    const body = bodyOf(base);
    steps = [...body.steps, ...steps];
    parties = [...body.parties, ...parties];
    basedOn = body.basedOn;
  }
  return { steps, parties, missing: false };
}

const ownHoldings = (parties: readonly OwnParty[]): Holding[] => {
  const byKey = new Map(parties.map((party) => [party.key, party]));
  return [...byKey.values()].flatMap(({ key, owners }) =>
    owners.map(({ owner, percent }): Holding => {
      const share = shareOf(percentOf(percent));
      return { holder: nodeOfParty(owner), held: `${OWN_PREFIX}${key}`, capital: share, votes: share };
    }),
  );
};

/** Who gets shares, votes or rights to them in a scenario. */
export const investorsOf = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) =>
    step.kind === 'issue'
      ? [nodeOfParty(step.investor)]
      : step.kind === 'transfer'
        ? [nodeOfParty(step.to)]
        : step.kind === 'convertible' || step.kind === 'warrants'
          ? [nodeOfParty(step.holder)]
          : step.kind === 'certify'
            ? [nodeOfParty(step.trustee)]
            : [],
  );

type Entity = { readonly country?: string };

/** Foreign public bodies among the holders of these interests. */
function foreignStates(
  views: readonly VersionView[],
  holdings: readonly Holding[],
  of: (record: RecordId) => RecordId,
): RecordId[] {
  const holders = new Set<string>(holdings.map(({ holder }) => holder));
  return views.flatMap(({ type, record, body }) => {
    const { country } = body as Entity;
    const foreign = type === 'publicBody' && country !== undefined && country !== 'NL';
    return foreign && holders.has(of(record)) ? [of(record)] : [];
  });
}

/**
 * A level that may have been passed before and may be passed after is only passed in the direction in which the stake
 * moves; a stake that stays as it is passes nothing.
 */
function isMove({ direction, before, after }: Crossing): boolean {
  if (before.verdict !== 'possible' || after.verdict !== 'possible') return true;
  return after.stakes.some(({ min, max }, i) => {
    const then = before.stakes[i];
    if (then === undefined) return true;
    const [low, high] = [min - then.min, max - then.max];
    return direction === 'up' ? low > SAME || high > SAME : low < -SAME || high < -SAME;
  });
}
const SAME = 1e-9;

const appointersOf = ({ seats, rights }: Deal): Set<string> =>
  new Set([
    ...seats.map(({ holder }) => holder),
    ...rights.flatMap(({ holder, right }) => (right === 'appointment' ? [holder] : [])),
  ]);

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
