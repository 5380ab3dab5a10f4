import { type LogId, type RecordId, slotId } from '../../model/ids.ts';
import type { RecordType } from '../../model/records.ts';
import type { ImportPlan } from '../case-folder.ts';
import { EMPTY_CASE, type ReadContext, readPieces } from '../reader.ts';
import type { Refusal } from '../refusal.ts';
import { settleRows } from '../settle-rows.ts';
import { BODS } from './reader.ts';

/** What a BODS file is read into. `typeOf` gives the type of a record that the case has already. */
export type BodsContext = {
  readonly logId: LogId;
  /** Name of the file, for places and for statements that name no source. */
  readonly file: string;
  readonly typeOf?: (record: RecordId) => RecordType | undefined;
};

/**
 * A refused statement. `index` counts the statements of the file from 0 and `line` from 1, `field` is the path of the
 * broken member inside the statement, `statementId` the id that the statement gives itself.
 */
export type BodsRefusal = Refusal & { readonly index: number; readonly statementId?: string };

/**
 * `superseded` are earlier versions of a record that a later statement of the file says anew; `refused` names each
 * refused statement with its index, id, path and reason.
 */
export type BodsPlan = Omit<ImportPlan, 'refused'> & {
  readonly refused: readonly BodsRefusal[];
  readonly statements: number;
  readonly superseded: number;
};

/** Largest text that is planned as a whole, in UTF-16 units. */
const MAX_CHARACTERS = 200_000_000;

/**
 * What a file of beneficial ownership statements that is in memory would bring into a case; see the reader. Nothing is
 * written; one bad statement never stops the others; the same file planned twice gives the same records with the same
 * ids. A file that is broken as a whole brings nothing.
 */
export function planBods(text: string, { logId, file, typeOf }: BodsContext): BodsPlan {
  const known: ReadContext['known'] = {
    ...EMPTY_CASE,
    kindOf: (record) => {
      const type = typeOf?.(record);
      return type === undefined ? undefined : { type };
    },
  };
  const basis = {
    source: slotId(logId, `bods/file/${file}`),
    reliability: 'F',
    credibility: '6',
    marking: 'open',
  } as const;
  let statements = 0;
  const pieces = text.length > MAX_CHARACTERS ? [] : [text];
  const context = { logId, author: '' as ReadContext['author'], file, basis, known };
  const rows = [...readPieces(BODS.open(context), pieces)];
  for (const { broken } of rows) if (!broken) statements += 1;
  const settled = settleRows(rows, known);
  const kept = settled.broken ? [] : settled.kept;
  const counts: Partial<Record<RecordType, number>> = {};
  for (const { type } of kept) counts[type] = (counts[type] ?? 0) + 1;
  return {
    puts: kept.map(({ line, record, type, body, marking }) => ({
      record,
      type,
      body,
      marking,
      place: `${file}:${line}`,
    })),
    attachments: [],
    refused: settled.refused
      .map(({ line, name, problem }) => ({
        file,
        line,
        index: line - 1,
        ...(name === undefined ? {} : { statementId: name }),
        ...problem,
      }))
      .sort((a, b) => a.index - b.index),
    counts,
    statements,
    superseded: settled.superseded,
  };
}
