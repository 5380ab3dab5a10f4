import type { VersionView } from '../ipc/common.ts';
import { type Day, holdsOn } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import { sameParties } from '../model/same.ts';
import type { Value } from '../model/value.ts';
import { claimedInfluence, holdingOf, joinShares } from '../ownership/from-records.ts';
import { withControl } from '../ownership/influence.ts';
import type { Holding, Interval } from '../ownership/interest.ts';
import { joinSame } from '../ownership/same-party.ts';
import { capOf, type Lot } from './cap.ts';
import { add, boundsOf, over, part, point, sum, ZERO } from './interval.ts';
import { type Deal, dealOf, type HeldRight, type Seats } from './run.ts';

type Claim = BodyOf<'claim'>;
type Relation = BodyOf<'relation'>;

/** The case on one day as scenarios start from it. `others`: the interests in every company but the target. */
export type World = { readonly company: RecordId; readonly deal: Deal; readonly others: readonly Holding[] };

/** A count that claims give together: they span a range when they differ; undefined when none says a number. */
function countOf(values: readonly Value[]): Interval | undefined {
  const bounds = values.flatMap((value): Interval[] =>
    value.kind === 'number'
      ? [point(value.number)]
      : value.kind === 'range'
        ? [{ min: value.min ?? 0, max: value.max ?? Number.POSITIVE_INFINITY }]
        : [],
  );
  if (bounds.length === 0) return undefined;
  return {
    min: Math.min(...bounds.map(({ min }) => min)),
    max: Math.max(...bounds.map(({ max }) => max)),
  };
}

const textsOf = (values: readonly Value[]): string[] =>
  values.flatMap((value) => (value.kind === 'text' ? [value.text] : []));
const isYes = (values: readonly Value[]): boolean =>
  values.some((value) => value.kind === 'yesNo' && value.yes);

type Read = {
  readonly relation: Relation;
  readonly said: (property: string) => Value[];
  readonly holding: Holding | undefined;
};

/** Rights beside shares that the claims about a relation give; those of owners may go as far as control. */
function rightsOf({ relation, said, holding }: Read): HeldRight[] {
  const holder = relation.from;
  const grip = holding === undefined ? {} : ({ grip: 'possible' } as const);
  return [
    ...(holding?.right !== undefined && relation.kind === 'controls' && said('votes').length === 0
      ? [{ holder, right: 'control', grip: holding.right } as const]
      : []),
    ...(isYes(said('boardAppointment')) ? [{ holder, right: 'appointment', ...grip } as const] : []),
    ...(isYes(said('goldenShare')) ? [{ holder, right: 'goldenShare', ...grip } as const] : []),
    ...textsOf(said('vetoRight')).map((detail) => ({ holder, right: 'veto', detail }) as const),
  ];
}

/** Shares of an interest where only a number of shares is recorded: that part of all shares. */
function counted({ said, holding }: Read, total: Interval | undefined): Holding | undefined {
  const count = countOf(said('shares'));
  if (holding === undefined || count === undefined || total === undefined) return holding;
  if (joinShares(said('capital')) !== undefined) return holding;
  return { ...holding, capital: shareOfPart(part(over(count, total))) };
}

/** Votes that are not recorded follow the capital, as in the rest of the ownership engine. */
function lotOf(
  { id, holder, capital: share, votes: own }: Holding,
  classes: ReadonlyMap<string, string>,
): Lot[] {
  const capital = share === undefined ? ZERO : part(boundsOf(share));
  const votes = own === undefined ? capital : part(boundsOf(own));
  if (capital.max === 0 && votes.max === 0) return [];
  return [{ holder, shareClass: classes.get(id ?? '') ?? '', capital, votes }];
}

/** The record that stands for each party, by the live decisions on who is the same as whom. */
export function identityOf(views: readonly VersionView[]): (record: RecordId) => RecordId {
  return sameParties(
    views.flatMap(({ type, record, body }) => {
      if (type !== 'identity') return [];
      const { decision, records, named } = body as BodyOf<'identity'>;
      return [{ id: record, decision, records, named }];
    }),
  ).of;
}

/** Reads the cap table of a company, and all other interests, from the live versions of a case. */
export function worldOf(
  views: readonly VersionView[],
  company: RecordId,
  day: Day,
  of: (record: RecordId) => RecordId,
): World {
  const claims = Map.groupBy(
    views.filter(({ type, body }) => type === 'claim' && holdsOn(body as Claim, day)),
    ({ body }) => (body as Claim).subject,
  );
  const claimsOn = (subject: RecordId): Claim[] =>
    (claims.get(subject) ?? []).map(({ body }) => body as Claim);
  const live = (wanted: 'relation' | 'influence'): VersionView[] => {
    const seen = new Set<RecordId>();
    return views.filter(({ type, record, body }) => {
      if (type !== wanted || seen.has(record) || !holdsOn(body as Relation, day)) return false;
      seen.add(record);
      return true;
    });
  };
  const read = live('relation').map((view): Read => {
    const own = claimsOn(view.record);
    return {
      relation: view.body as Relation,
      said: (property) => own.filter((claim) => claim.property === property).map(({ value }) => value),
      holding: holdingOf(view, own),
    };
  });
  const inCompany = read.filter(({ relation }) => of(relation.to) === company);
  const counts = inCompany.flatMap(({ said, holding }) => (holding ? [countOf(said('shares'))] : []));
  const total =
    countOf(
      claimsOn(company).flatMap(({ property, value }) => (property === 'issuedShares' ? [value] : [])),
    ) ?? (counts.length > 0 && counts.every((count) => count !== undefined) ? sum(counts) : undefined);
  const classes = new Map(
    inCompany.map(({ said, holding }) => [holding?.id ?? '', textsOf(said('shareClass'))[0] ?? '']),
  );
  const shares = read.flatMap((one) => counted(one, inCompany.includes(one) ? total : undefined) ?? []);
  // What gives control by law or contract counts as a right, as it does for the facts.
  const ties = withControl([], live('influence').map(claimedInfluence));
  const { holdings } = joinSame([...shares, ...ties], (record) => of(record as RecordId));
  const seats = new Map<string, Interval>();
  for (const { relation, said } of inCompany) {
    const number = countOf(said('boardSeats'));
    const holder = of(relation.from);
    if (number !== undefined && number.max > 0) seats.set(holder, add(seats.get(holder) ?? ZERO, number));
  }
  const rights = [
    ...inCompany.flatMap(rightsOf),
    ...ties.flatMap(({ holder, held, right }): HeldRight[] =>
      of(held as RecordId) === company && right !== undefined
        ? [{ holder, right: 'control', grip: right }]
        : [],
    ),
  ];
  return {
    company,
    deal: dealOf(
      capOf(
        holdings
          .filter(({ held, holder }) => held === company && holder !== company)
          .toSorted((a, b) => (a.holder < b.holder ? -1 : 1))
          .flatMap((holding) => lotOf(holding, classes)),
        total !== undefined && total.min > 0 ? total : undefined,
      ),
      rights.map((one) => ({ ...one, holder: of(one.holder as RecordId) })),
      [...seats].map(([holder, number]): Seats => ({ holder, seats: number })),
    ),
    others: holdings.filter(({ held }) => held !== company),
  };
}

/** The interests in the company after some steps, as the ownership engine takes them. */
export function holdingsAfter({ company, others }: World, deal: Deal): Holding[] {
  const lots = deal.cap.lots.map(
    ({ holder, capital, votes }): Holding => ({
      holder,
      held: company,
      ...(capital.max > 0 ? { capital: shareOfPart(capital) } : {}),
      votes: shareOfPart(votes),
    }),
  );
  const grips = Map.groupBy(gripsOf(deal), ({ holder }) => holder);
  const rights = [...grips].map(
    ([holder, all]): Holding => ({
      holder,
      held: company,
      right: all.some(({ grip }) => grip === 'certain') ? 'certain' : 'possible',
    }),
  );
  return [...others, ...lots, ...rights];
}

/** The interests that have to do with who owns and controls a company: those in it and in everybody above it. */
export function holdingsAbove(holdings: readonly Holding[], company: string): readonly Holding[] {
  const inside = Map.groupBy(holdings, ({ held }) => held);
  const above = new Set([company]);
  for (const held of above) for (const { holder } of inside.get(held) ?? []) above.add(holder);
  return holdings.filter(({ held }) => above.has(held));
}

const shareOfPart = ({ min, max }: Interval) =>
  min === max ? ({ kind: 'exact', value: min } as const) : ({ kind: 'range', min, max } as const);

/** Rights that may give control; who fills more than half of the board may have it too. */
const gripsOf = ({ rights, seats, boardSize }: Deal) => [
  ...rights.flatMap(({ holder, grip }) => (grip === undefined ? [] : [{ holder, grip }])),
  ...seats.flatMap(({ holder, seats: own }) =>
    boardSize !== undefined && own.max > boardSize / 2 ? [{ holder, grip: 'possible' as const }] : [],
  ),
];
