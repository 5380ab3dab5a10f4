import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { RecordId } from '../model/ids.ts';
import { ConcentrationRow } from './chain/concentration.ts';
import { ChainFinding, HitView, SinglePoint } from './chain/findings.ts';
import { ChainEdge, ChainNode } from './chain/graph.ts';
import { Ends, Ids } from './chain/parts.ts';
import { Study } from './chain/study.ts';
import { Suggestion } from './chain/suggestion.ts';
import { At, inCase, RecordRef } from './common.ts';
import { job, query } from './contract.ts';

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
      rows: z.array(ConcentrationRow),
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
