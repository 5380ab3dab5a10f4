import { highestMarking } from '../../model/marking.ts';
import type { TextFormat } from '../formats.ts';
import type { FileRow, ReadContext, Reader } from '../reader.ts';
import { type BodsPlan, planBods } from './plan.ts';

/** Every statement that the plan has something of: what it makes, or why it is refused. */
function rowsOf({ puts, refused }: BodsPlan, { basis }: ReadContext): FileRow[] {
  const rows = new Map<number, FileRow>();
  const at = (line: number): FileRow => rows.get(line) ?? { line, records: [], problems: [] };
  for (const { place, record, type, body, marking } of puts) {
    const line = Number(place.slice(place.lastIndexOf(':') + 1));
    const row = at(line);
    const own = { key: record, record, type, body, marking: highestMarking([marking, basis.marking]) };
    rows.set(line, { ...row, records: [...row.records, own] });
  }
  for (const { line, file: _, index: __, statementId, ...problem } of refused) {
    const row = at(line);
    const name = statementId === undefined ? {} : { name: statementId };
    rows.set(line, { ...row, ...name, problems: [...row.problems, problem] });
  }
  return [...rows.values()].sort((a, b) => a.line - b.line);
}

class BodsReader implements Reader<string> {
  readonly #pieces: string[] = [];
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  push(piece: string): readonly FileRow[] {
    this.#pieces.push(piece);
    return [];
  }

  end(): readonly FileRow[] {
    const { logId, file, known } = this.#context;
    const typeOf = (record: Parameters<typeof known.kindOf>[0]) => known.kindOf(record)?.type;
    return rowsOf(planBods(this.#pieces.join(''), { logId, file, typeOf }), this.#context);
  }
}

/** Statements of beneficial ownership, as a JSON array or as JSON lines. */
export const BODS: TextFormat = {
  extensions: ['json', 'jsonl'],
  looksLike: (head, name) => {
    if (/"statementI[dD]"\s*:/.test(head)) return 3;
    return /\.jsonl?$/.test(name) ? 1 : 0;
  },
  open: (context) => new BodsReader(context),
};
