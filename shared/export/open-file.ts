import type { Day } from '../model/dates.ts';
import type { LogId, RecordId } from '../model/ids.ts';
import type { Marking } from '../model/marking.ts';
import { exportBods } from './bods/export.ts';
import { exportFtm } from './ftm/export.ts';
import { caseGraph } from './graph/case-graph.ts';
import { graphmlText } from './graph/graphml.ts';
import { graphTables } from './graph/tables.ts';
import type { Counted, OpenFormat } from './open-formats.ts';
import type { View } from './told.ts';

/**
 * The content of a file: one text, or several by name. `counts` are its parts, `disputed` records of which one of
 * several versions was taken, `told` how many records of the case it tells of.
 */
export type OpenFile = {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly counts: Readonly<Partial<Record<Counted, number>>>;
  readonly disputed: readonly RecordId[];
  readonly told: number;
  readonly marking: Marking;
};

/** Live versions of a case, already within the ceiling, in an open format. The same case gives the same text. */
export function openFile(
  views: readonly View[],
  format: OpenFormat,
  about: { readonly logId: LogId; readonly published: Day; readonly publisher: string },
): OpenFile {
  switch (format) {
    case 'bods': {
      const { statements, counts, disputed, told, marking } = exportBods(views, about);
      const lines = statements.map((statement) => JSON.stringify(statement)).join(',\n');
      return { files: [{ name: 'bods.json', text: `[\n${lines}\n]\n` }], counts, disputed, told, marking };
    }
    case 'ftm': {
      const { entities, counts, disputed, told, marking } = exportFtm(views);
      const text = entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');
      return { files: [{ name: 'ftm.json', text }], counts, disputed, told, marking };
    }
    case 'graphml':
    case 'csv': {
      const { graph, disputed, told, marking } = caseGraph(views);
      const counts = { node: graph.nodes.length, edge: graph.edges.length };
      const tables = (): OpenFile['files'] => {
        const { nodes, edges } = graphTables(graph);
        return [
          { name: 'nodes.csv', text: nodes },
          { name: 'edges.csv', text: edges },
        ];
      };
      const files = format === 'csv' ? tables() : [{ name: 'graph.graphml', text: graphmlText(graph) }];
      return { files, counts, disputed, told, marking };
    }
  }
}
