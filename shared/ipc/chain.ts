import { z } from 'zod';
import { GAP_KINDS } from '../chain/gaps.ts';
import { EDGE_KINDS, SUPPLY_STATES } from '../graph/model.ts';
import { SUGGESTED } from '../graph/suggest.ts';
import { Day } from '../model/dates.ts';
import { Certainty, CREDIBILITIES, RELIABILITIES } from '../model/grade.ts';
import { RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { ENTITY_TYPES } from '../model/records.ts';
import { RELATION_KINDS } from '../model/vocabulary.ts';
import { At, inCase, RecordRef } from './common.ts';
import { job, query } from './contract.ts';

const Ids = z.array(RecordId).readonly();
const Ternary = z.enum(['yes', 'no', 'unknown']);
const Verdict = z.enum(['certain', 'possible']);
export const Amount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), value: z.number() }),
  z.object({ kind: z.literal('range'), min: z.number(), max: z.number().nullable() }),
  z.object({
    kind: z.literal('unknown'),
    why: z.enum(['notRecorded', 'unknown', 'undisclosed', 'notApplicable']),
  }),
]);

const Support = z.object({
  claims: Ids,
  grade: z.object({ reliability: z.enum(RELIABILITIES), credibility: z.enum(CREDIBILITIES) }).optional(),
  certainty: Certainty.optional(),
  disputed: z.array(z.string()).readonly(),
  unsourced: z.boolean(),
  assumed: z.boolean(),
  conflict: z.boolean(),
});

/** `GraphNode` of shared/graph. */
export const ChainNode = z.object({
  record: RecordId,
  type: z.enum(ENTITY_TYPES),
  label: z.string(),
  marking: Marking,
  country: z.string().optional(),
  sector: z.string().optional(),
  vital: z.boolean(),
  government: z.boolean(),
  vitalProvider: Ternary,
  sensitiveTechnology: Ternary,
  vifoScope: Ternary,
  opaque: z.boolean(),
  sites: Ids,
  timeToRecover: Amount,
  timeToImpact: Amount,
  revenue: Amount,
  rdSpend: Amount,
  rdIntensity: Amount,
  patents: Amount,
  people: Amount,
  support: Support,
});

/** `GraphEdge` of shared/graph. */
export const ChainEdge = z.object({
  record: RecordId,
  relation: z.enum(RELATION_KINDS),
  kind: z.enum(EDGE_KINDS),
  from: RecordId,
  to: RecordId,
  flow: z.boolean(),
  directed: z.boolean(),
  state: z.enum(SUPPLY_STATES),
  exists: Ternary,
  label: z.string().optional(),
  marking: Marking,
  products: z.array(z.object({ record: RecordId.optional(), name: z.string() })).readonly(),
  inputs: z
    .array(
      z.object({ key: z.string(), label: z.string(), product: RecordId.optional(), stated: z.boolean() }),
    )
    .readonly(),
  essential: Ternary,
  singleSource: Ternary,
  share: Amount,
  salesShare: Amount,
  value: Amount,
  volume: Amount,
  volumeUnit: z.enum(['pieces', 'tonnes', 'count']).optional(),
  canCover: Amount,
  outputLoss: Amount,
  timeToReplace: Amount,
  timeToQualify: Amount,
  stockCover: Amount,
  timeToImpact: Amount,
  substitutes: z
    .array(
      z.object({
        name: z.string(),
        record: RecordId.optional(),
        edge: RecordId.optional(),
        timeToQualify: Amount,
        claims: Ids,
      }),
    )
    .readonly(),
  origin: z.array(z.string()).readonly(),
  topics: z.array(z.string()).readonly(),
  publicFunding: Amount,
  jointPatents: Amount,
  sharedPeople: Amount,
  jointOwnership: Ternary,
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  support: Support,
});

const Gaps = z.array(z.object({ relation: RecordId, kind: z.enum(GAP_KINDS) })).readonly();
const Days = z.object({ min: z.number(), max: z.number().nullable() });
/** `Hit` of shared/chain: days from the stop; `to` null means that it may go on. */
export const HitView = z.object({
  node: RecordId,
  verdict: Verdict,
  from: z.number(),
  to: z.number().nullable(),
  proof: Ids,
});

const shared = { verdict: Verdict, relations: Ids, gaps: Gaps, falls: Ids };
/** `Finding` of shared/chain. */
export const ChainFinding = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('processHit'),
    ...shared,
    node: RecordId,
    process: RecordId,
    from: z.number(),
    to: z.number().nullable(),
    via: Ids,
    noSecond: Ids,
  }),
  z.object({
    code: z.literal('sharedRoot'),
    ...shared,
    node: RecordId,
    customer: RecordId,
    input: z.string(),
    sources: Ids,
    processes: Ids,
    from: z.number().nullable(),
    sure: z.boolean(),
  }),
  z.object({
    code: z.literal('hiddenPoint'),
    ...shared,
    node: RecordId,
    processes: Ids,
    from: z.number(),
    to: z.number().nullable(),
    degree: z.int(),
    degreeRank: z.int(),
    of: z.int(),
  }),
  z.object({
    code: z.literal('stockGap'),
    ...shared,
    node: RecordId,
    input: z.string(),
    sources: Ids,
    survive: Days,
    replace: Days,
  }),
]);

const SinglePoint = z.object({
  node: RecordId,
  verdict: Verdict,
  hits: z.array(HitView).readonly(),
  degree: z.int(),
  degreeRank: z.int(),
  direct: z.boolean(),
});

const Study = z.object({
  processes: z
    .array(z.object({ process: RecordId, hit: HitView.nullable(), gaps: Gaps, falls: Ids, noSecond: Ids }))
    .readonly(),
  hits: z.array(HitView).readonly(),
  tiers: z.array(z.object({ node: RecordId, tier: z.int() })),
  dependants: z.object({ direct: z.int(), indirect: z.int(), government: Ids, vitalProviders: Ids }),
  suppliers: z.object({ direct: z.int(), indirect: z.int() }),
  survival: z
    .array(
      z.object({
        customer: RecordId,
        input: z.string(),
        essential: Ternary,
        sources: Ids,
        relations: Ids,
        survive: Days,
        replace: Days,
        known: z.object({ survive: z.boolean(), replace: z.boolean() }),
        gap: z.enum(['certain', 'possible', 'none']),
      }),
    )
    .readonly(),
  research: z
    .object({
      intensity: Amount,
      computed: z.boolean(),
      patents: Amount,
      partners: z
        .array(
          z.object({
            node: RecordId,
            relation: RecordId,
            topics: z.array(z.string()).readonly(),
            jointPatents: Amount,
            sharedPeople: Amount,
            jointOwnership: Ternary,
            publicFunding: Amount,
            shared: z.int(),
          }),
        )
        .readonly(),
      density: z.number().nullable(),
    })
    .optional(),
});

/** A suggestion for an indicator or scope case with its reasons; see shared/graph/suggest. */
const Suggestion = z.object({
  about: z.enum(SUGGESTED),
  strength: z.enum(['strong', 'some', 'none', 'open']),
  reasons: z
    .array(
      z.discriminatedUnion('code', [
        z.object({
          code: z.enum(['gapCertain', 'gapPossible', 'noSubstitute', 'substitute']),
          count: z.int(),
          relations: Ids,
        }),
        z.object({
          code: z.literal('dependants'),
          direct: z.int(),
          indirect: z.int(),
          relations: Ids,
        }),
        z.object({
          code: z.enum(['government', 'processCertain', 'processPossible']),
          count: z.int(),
          relations: Ids,
        }),
        z.object({ code: z.literal('research'), intensity: Amount, partners: z.int(), relations: Ids }),
        z.object({ code: z.literal('scopePath'), nodes: Ids, relations: Ids }),
        z.object({
          code: z.enum(['notMapped', 'processNone', 'scopeOwn', 'scopeOwnOpen', 'scopeNone']),
          relations: Ids,
        }),
      ]),
    )
    .readonly(),
});

const Ends = z.object({ min: z.number(), max: z.number() });
const Index = Ends.extend({ tight: z.boolean() });
const Counted = z.object({ certain: z.int(), possible: z.int() });
const Shown = inCase.extend({ day: Day, at: At.default({}) });

export const chainContract = {
  /** The dependencies of a case as a graph: what map and tables show. */
  'chain.graph': query(
    Shown,
    z.object({ nodes: z.array(ChainNode).readonly(), edges: z.array(ChainEdge).readonly() }),
  ),
  /**
   * What follows when one company stops, and what is worth reading. `points` is null in a case so large that stopping
   * every node in turn takes longer than a look: ask `chain.points`.
   */
  'chain.study': query(
    Shown.extend({ target: RecordId }),
    z.object({
      target: RecordRef,
      study: Study,
      findings: z.array(ChainFinding),
      points: z.array(SinglePoint).readonly().nullable(),
      of: z.int(),
      suggestions: z.array(Suggestion),
    }),
  ),
  /** How concentrated inputs are; of all customers, or in a large case (`all` false) of the target alone. */
  'chain.concentration': query(
    Shown.extend({ target: RecordId }),
    z.object({
      all: z.boolean(),
      rows: z.array(
        z.object({
          customer: RecordId,
          input: z.string(),
          relations: Ids,
          sources: Ids,
          supplier: Index.nullable(),
          country: Index.nullable(),
          owner: Index.nullable(),
          site: Index.nullable(),
          outsideEu: Ends.nullable(),
          open: Ends,
          contradictory: z.boolean(),
          verdicts: z
            .array(
              z.object({ id: z.string(), above: z.number(), verdict: z.enum(['yes', 'possible', 'no']) }),
            )
            .readonly(),
          owners: z.array(z.object({ source: RecordId, owner: RecordId })).readonly(),
        }),
      ),
    }),
  ),
  /** Pairs that fail a vital process together, and how many independent supply paths lead to it. */
  'chain.together': query(
    Shown,
    z.object({
      processes: z.array(
        z.object({
          process: RecordId,
          pairs: z.array(Ids).readonly(),
          complete: z.boolean(),
          paths: z.int(),
        }),
      ),
    }),
  ),
  /** Stops every node in turn, on a worker. */
  'chain.points': job(
    Shown.extend({ target: RecordId }),
    z.object({ findings: z.array(ChainFinding), points: z.array(SinglePoint).readonly(), of: z.int() }),
  ),
  /**
   * What follows when some close or are left with part of their capacity: who is hit and when by AND and OR (as if all
   * closed), and what each loses in the long run. Within the mapped network.
   */
  'chain.whatIf': query(
    Shown.extend({
      failing: z
        .array(z.strictObject({ node: RecordId, left: z.number().min(0).max(1) }))
        .min(1)
        .max(200),
    }),
    z.object({
      hits: z.array(HitView),
      timeline: z.array(z.object({ day: z.number(), atLeast: z.int(), atMost: z.int() })),
      losses: z.array(z.object({ node: RecordId, min: z.number(), max: z.number() })),
      /** Mean loss of all others in each week, each of equal weight; null in a case too large to follow at once. */
      weeks: z.array(Ends).nullable(),
      settled: z.boolean(),
    }),
  ),
  /** Measures of the drawing: they take every line for an alternative (OR) and prove nothing. */
  'chain.measures': job(
    Shown,
    z.object({
      measures: z.array(
        z.object({
          node: RecordId,
          lines: z.int(),
          betweenness: z.number(),
          pageRank: z.number(),
          core: z.int(),
          cut: z.boolean(),
        }),
      ),
    }),
  ),
  /** Closes every node in turn and ranks them by what the network loses, on a worker. */
  'chain.ranking': job(
    Shown,
    z.object({
      ranked: z.array(
        z.object({
          node: RecordId,
          loss: z.object({ min: z.number(), max: z.number() }),
          hit: Counted,
          vital: Counted,
        }),
      ),
    }),
  ),
} as const;
