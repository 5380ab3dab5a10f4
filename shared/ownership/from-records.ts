import type { VersionView } from '../ipc/common.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import type { Value } from '../model/value.ts';
import { certaintyOf, type InfluenceEdge } from './influence.ts';
import { bounds, type Holding, type Share, UNKNOWN_SHARE } from './interest.ts';

type Claim = BodyOf<'claim'>;
type Relation = BodyOf<'relation'>;

/** Kinds of relation that the picture of ownership and control shows; only the first two carry shares or rights. */
export const INTEREST_KINDS = ['owns', 'controls', 'directs', 'influences'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];
export const isInterest = (kind: Relation['kind']): kind is InterestKind =>
  INTEREST_KINDS.some((one) => one === kind);

/** What one claim says of a share; null when it says nothing about size. */
function shareOf(value: Value): Share | null {
  switch (value.kind) {
    case 'number':
      return { kind: 'exact', value: value.number / 100 };
    case 'range':
      return { kind: 'range', min: (value.min ?? 0) / 100, max: (value.max ?? 100) / 100 };
    case 'unknown':
    case 'undisclosed':
      return UNKNOWN_SHARE;
    default:
      return null;
  }
}

/**
 * One share out of all claims on it. Claims that disagree span a range, so that whatever follows holds whoever is
 * right; "unknown" beside a number adds nothing. Undefined when no claim speaks of it.
 */
export function joinShares(values: readonly Value[]): Share | undefined {
  const shares = values.map(shareOf).filter((share) => share !== null);
  const sized = shares.filter((share) => share.kind !== 'unknown');
  const [first] = sized;
  if (!first) return shares[0];
  const low = Math.min(...sized.map((share) => bounds(share).min));
  const high = Math.max(...sized.map((share) => bounds(share).max));
  return low === high ? { kind: 'exact', value: low } : { kind: 'range', min: low, max: high };
}

const yes = (claims: readonly Claim[], property: string): boolean =>
  claims.some(({ property: id, value }) => id === property && value.kind === 'yesNo' && value.yes);

const denied = (claims: readonly Claim[]): boolean =>
  claims.some(({ property, value }) => property === 'exists' && value.kind === 'yesNo' && !value.yes);

/**
 * A right that gives control by itself. A recorded relation of control without votes is such a right; it is certain
 * unless a claim says that it is not there. Appointment of directors and a golden share may go that far.
 */
function rightOf(kind: InterestKind, claims: readonly Claim[], votes: Share | undefined): Holding['right'] {
  if (kind === 'controls' && votes === undefined) return denied(claims) ? 'possible' : 'certain';
  return yes(claims, 'boardAppointment') || yes(claims, 'goldenShare') ? 'possible' : undefined;
}

/**
 * The interest that a relation record and the live claims about it make. An ownership without any claim on its size is
 * an interest of unknown size, not of none. Relations of other kinds give undefined: they are shown, never counted.
 */
export function holdingOf(relation: VersionView, claims: readonly Claim[]): Holding | undefined {
  const { kind, from, to, validFrom, validTo } = relation.body as Relation;
  if (kind !== 'owns' && kind !== 'controls') return undefined;
  const said = (property: string): Value[] =>
    claims.filter((claim) => claim.property === property).map(({ value }) => value);
  const capital = joinShares(said('capital'));
  const votes = joinShares(said('votes'));
  const sized = capital !== undefined || votes !== undefined;
  return {
    id: relation.record,
    holder: from,
    held: to,
    capital: kind === 'owns' && !sized ? UNKNOWN_SHARE : capital,
    votes,
    right: rightOf(kind, claims, votes),
    validFrom,
    validTo,
  };
}

/** What is recorded of an interest for after the deal, on any relation that says so; undefined when nothing is. */
export function holdingAfter(relation: VersionView, claims: readonly Claim[]): Holding | undefined {
  const { from, to } = relation.body as Relation;
  const said = (property: string): Value[] =>
    claims.filter((claim) => claim.property === property).map(({ value }) => value);
  const capital = joinShares(said('capitalAfterDeal'));
  const votes = joinShares(said('votesAfterDeal'));
  if (capital === undefined && votes === undefined) return undefined;
  return { id: relation.record, holder: from, held: to, capital, votes };
}

/**
 * How a relation reaches a party without a share: who directs or influences somebody may bend their will. How far that
 * goes the relation does not say; an influence claim does (CON-2). A relation that is denied reaches nobody.
 */
export function influenceOf(relation: VersionView, claims: readonly Claim[]): InfluenceEdge | undefined {
  const { kind, from, to, validFrom, validTo } = relation.body as Relation;
  if (kind !== 'directs' && kind !== 'influences') return undefined;
  const certainty = denied(claims) ? 'excluded' : 'possible';
  return { id: relation.record, actor: from, party: to, grip: 'influence', certainty, validFrom, validTo };
}

/** An influence claim as a way of influence, as probable as it says. */
export function claimedInfluence(view: VersionView): InfluenceEdge {
  const { actor, party, grip, probability, validFrom, validTo } = view.body as BodyOf<'influence'>;
  return { id: view.record, actor, party, grip, certainty: certaintyOf(probability), validFrom, validTo };
}

/** Steps above (positive) and below (negative) a target, over all interests; each node once, the nearest way. */
export function layersAround(
  target: RecordId,
  edges: readonly { from: RecordId; to: RecordId }[],
): Map<RecordId, number> {
  const layers = new Map<RecordId, number>([[target, 0]]);
  const walk = (step: 1 | -1): void => {
    let front = [target];
    for (let layer = step as number; front.length > 0; layer += step) {
      const next = edges
        .filter(({ from, to }) => front.includes(step === 1 ? to : from))
        .map(({ from, to }) => (step === 1 ? from : to))
        .filter((node) => !layers.has(node));
      front = [...new Set(next)];
      for (const node of front) layers.set(node, layer);
    }
  };
  walk(1);
  walk(-1);
  return layers;
}
