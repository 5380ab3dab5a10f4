import { essentialWays } from '../graph/essential-ways.ts';
import { caseGraph } from '../graph/from-records.ts';
import type { GraphNode } from '../graph/model.ts';
import type { GraphView } from '../graph/said.ts';
import type { Day } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import type { Answer } from '../rules/answer.ts';
import type { DerivedName } from '../rules/condition.ts';

const GOALS: Readonly<Record<DerivedName, (node: GraphNode) => boolean>> = {
  essentialSupplierOfVital: ({ vitalProvider }) => vitalProvider === 'yes',
  essentialSupplierOfSensitive: ({ sensitiveTechnology }) => sensitiveTechnology === 'yes',
};

/**
 * What the map of dependencies says to the law (SC-2). `views` gives all live entities, relations and claims of a case. A
 * way that is found makes it met, resting on its relations; that none is mapped proves nothing, and stays open.
 */
export function derivedFacts(views: () => readonly GraphView[], company: RecordId) {
  const graphOn = new Map<Day, ReturnType<typeof caseGraph>>();
  return (name: DerivedName, day: Day): Answer => {
    const graph = graphOn.get(day) ?? caseGraph(views(), day);
    graphOn.set(day, graph);
    const { nodes, relations } = essentialWays(graph, company, GOALS[name]);
    return nodes.length > 0
      ? { outcome: 'met', reason: 'stated', rests: relations }
      : { outcome: 'undetermined', reason: 'missing', rests: [] };
  };
}
