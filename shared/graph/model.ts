import type { PartialDate } from '../model/dates.ts';
import type { Certainty, Credibility, Reliability } from '../model/grade.ts';
import type { RecordId } from '../model/ids.ts';
import type { Marking } from '../model/marking.ts';
import type { RelationKind } from '../model/properties.ts';
import type { EntityType } from '../model/records.ts';
import type { Amount } from './amount.ts';

/**
 * The dependencies of a case as a typed graph (issue 4.1). **Every edge runs from what is needed to who needs it**:
 * from supplier to customer, from part to whole, from operator to process. A loss travels along an edge, from `from`
 * to `to`. Plain JSON: it crosses the bridge and goes to workers as it is.
 *
 * AND and OR: edges into one node with the same input key are alternatives of each other (OR); different inputs of a
 * node are all needed (AND) as far as they are essential. See `inputs.ts`.
 */

/** Yes, no, or not known: nobody has said it, or those who did contradict each other (`disputed` tells which). */
export type Ternary = 'yes' | 'no' | 'unknown';

/**
 * What an edge is. The first group carries losses (`flow`); the second says who is near whom. `people`: a person who
 * works for or leads somebody, carries losses only when recorded as essential.
 */
export const EDGE_KINDS = [
  'supply',
  'depends',
  'data',
  'infrastructure',
  'licence',
  'operates',
  'partOf',
  'develops',
  'people',
  'collaborates',
  'contract',
  'location',
  'owns',
  'controls',
  'influence',
  'finance',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** Kinds along which a loss travels. */
export const FLOW_KINDS: ReadonlySet<EdgeKind> = new Set([
  'supply',
  'depends',
  'data',
  'infrastructure',
  'licence',
  'operates',
  'partOf',
  'develops',
] satisfies EdgeKind[]);

/** Whether a source supplies now, may do so without further tests, or would first have to be qualified. */
export const SUPPLY_STATES = ['current', 'qualified', 'candidate'] as const;
export type SupplyState = (typeof SUPPLY_STATES)[number];

/** A product, or what the record calls it in words. */
export type ProductRef = { readonly record?: RecordId; readonly name: string };

/**
 * The input of the customer that an edge is a source of. `stated`: a product or an input is recorded; otherwise the
 * edge stands alone under a key of its own, and whether others are alternatives to it is not known.
 */
export type InputRef = {
  readonly key: string;
  readonly label: string;
  readonly product?: RecordId;
  readonly stated: boolean;
};

/** Another source that is named for an edge; `edge` when it is recorded as a supply of its own that is on standby. */
export type Substitute = {
  readonly name: string;
  readonly record?: RecordId;
  readonly edge?: RecordId;
  readonly timeToQualify: Amount;
  readonly claims: readonly RecordId[];
};

/** How well something is founded: the weakest of the claims that it rests on, and what is wrong with them. */
export type Support = {
  readonly claims: readonly RecordId[];
  /** Absent when nothing is said of it. */
  readonly grade?: { readonly reliability: Reliability; readonly credibility: Credibility };
  /** The weakest way in which a claim came to be; absent when there is none. */
  readonly certainty?: Certainty;
  /** Properties on which live claims contradict each other. */
  readonly disputed: readonly string[];
  /** Something is said without a source, or nothing is said at all. */
  readonly unsourced: boolean;
  /** Something rests on an assumption. */
  readonly assumed: boolean;
  /** The record itself has several live versions. */
  readonly conflict: boolean;
};

export type GraphNode = {
  readonly record: RecordId;
  readonly type: EntityType;
  readonly label: string;
  readonly marking: Marking;
  /** ISO 3166 code, user-assigned ones too; absent when not recorded. */
  readonly country?: string;
  readonly sector?: string;
  /** A process that is recorded as vital. */
  readonly vital: boolean;
  /** A Dutch body of government; institutions of knowledge and state companies are not. */
  readonly government: boolean;
  readonly vitalProvider: Ternary;
  readonly sensitiveTechnology: Ternary;
  readonly vifoScope: Ternary;
  /** Nobody can see behind it: an owner who is not known. */
  readonly opaque: boolean;
  readonly sites: readonly RecordId[];
  /** Days to work again after failing. */
  readonly timeToRecover: Amount;
  /** Days that a process can go on without its providers before the effects are felt. */
  readonly timeToImpact: Amount;
  /** Euros a year, the latest known. */
  readonly revenue: Amount;
  readonly rdSpend: Amount;
  /** Fraction of revenue, as recorded. */
  readonly rdIntensity: Amount;
  readonly patents: Amount;
  readonly people: Amount;
  readonly support: Support;
};

export type GraphEdge = {
  /** The relation. */
  readonly record: RecordId;
  readonly relation: RelationKind;
  readonly kind: EdgeKind;
  /** Who is needed. */
  readonly from: RecordId;
  /** Who needs it. */
  readonly to: RecordId;
  /** A loss travels from `from` to `to`: the kind carries losses, the source supplies now and it is not denied. */
  readonly flow: boolean;
  /** False for what two do together: collaborations and contracts. */
  readonly directed: boolean;
  readonly state: SupplyState;
  /** Whether the relation is there: `no` when all claims deny it. */
  readonly exists: Ternary;
  readonly label?: string;
  readonly marking: Marking;
  readonly products: readonly ProductRef[];
  /** At least one; more when one supply serves several inputs. */
  readonly inputs: readonly InputRef[];
  readonly essential: Ternary;
  readonly singleSource: Ternary;
  /** Fraction of what the customer buys of this input. */
  readonly share: Amount;
  /** Fraction of what the supplier sells. */
  readonly salesShare: Amount;
  /** Euros a year. */
  readonly value: Amount;
  readonly volume: Amount;
  readonly volumeUnit?: 'pieces' | 'tonnes' | 'count';
  /** Fraction of the customer's need that this source could cover at most. */
  readonly canCover: Amount;
  /** Fraction of the customer's output that is lost without this input. */
  readonly outputLoss: Amount;
  /** Days. */
  readonly timeToReplace: Amount;
  /** Days. */
  readonly timeToQualify: Amount;
  /** Days that the customer can go on from stock. */
  readonly stockCover: Amount;
  /** Days until the effects are felt, where the edge leads to a process. */
  readonly timeToImpact: Amount;
  readonly substitutes: readonly Substitute[];
  /** Where the goods come from, when recorded for this supply. */
  readonly origin: readonly string[];
  readonly topics: readonly string[];
  readonly publicFunding: Amount;
  readonly jointPatents: Amount;
  readonly sharedPeople: Amount;
  readonly jointOwnership: Ternary;
  readonly validFrom?: PartialDate;
  readonly validTo?: PartialDate;
  readonly support: Support;
};

export type CaseGraph = {
  /** In the order of the ids, so that a graph and its results are the same on every machine. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
};
