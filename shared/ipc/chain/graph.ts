import { z } from 'zod';
import { EDGE_KINDS, SUPPLY_STATES } from '../../graph/model.ts';
import { Certainty, CREDIBILITIES, RELIABILITIES } from '../../model/grade.ts';
import { RecordId } from '../../model/ids.ts';
import { Marking } from '../../model/marking.ts';
import { ENTITY_TYPES } from '../../model/records.ts';
import { RELATION_KINDS } from '../../model/vocabulary.ts';
import { Amount, Ids, Ternary } from './parts.ts';

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
