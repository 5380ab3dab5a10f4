import type { GraphNode } from '#shared/graph/model.ts';
import type { chainContract } from '#shared/ipc/chain.ts';
import type { At } from '#shared/ipc/common.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { ok } from '#shared/result.ts';
import type { Desk } from './desk.ts';
import type { CliResult } from './failure.ts';
import { atOf, findCase, headingOf } from './find-case.ts';
import { today } from './find-party.ts';
import { plainText } from './share-text.ts';

export type ChainGraph = OutputOf<(typeof chainContract)['chain.graph']>;

/** The dependencies of a case on a day, and what stands at the head of every answer about them. */
export type ChainCase = {
  readonly logId: LogId;
  readonly day: string;
  readonly at: At;
  readonly graph: ChainGraph;
  readonly heading: string;
  /** `case`, `day` and `at` of the document. */
  readonly about: { readonly [member: string]: unknown };
  /** The name of a node; of one that is not there its id. */
  readonly nameOf: (record: string) => string;
};

export async function chainCase(
  desk: Desk,
  options: { readonly case: string } & At,
): Promise<CliResult<ChainCase>> {
  const found = await findCase(desk, options.case);
  if (!found.ok) return found;
  const { logId, title, reference } = found.value;
  const at = atOf(options);
  const day = options.validAt ?? today();
  const shown = await desk.call('chain.graph', { logId, day, at });
  if (!shown.ok) return shown;
  const names = new Map<string, string>(
    shown.value.nodes.map(({ record, label }: Pick<GraphNode, 'record' | 'label'>) => [
      record,
      plainText(label),
    ]),
  );
  return ok({
    logId,
    day,
    at,
    graph: shown.value,
    heading: headingOf(found.value),
    about: { case: { logId, title, ...(reference ? { reference } : {}) }, day, at },
    nameOf: (record) => names.get(record) ?? record,
  });
}

/** Whether a record is a node of the graph: a place or an attachment may be in the case and not in its chain. */
export const isInChain = ({ graph }: ChainCase, record: RecordId): boolean =>
  graph.nodes.some((node) => node.record === record);
