import type { RecordId } from '../model/ids.ts';
import type { Marking } from '../model/marking.ts';
import type { BodyOf, RecordType } from '../model/records.ts';
import { TABLES } from './columns.ts';
import type { Body, Draft, Drafts, ImportContext } from './draft.ts';
import { readCaseFile, readListFile } from './json-files.ts';
import type { Refusal } from './refusal.ts';
import { settle } from './settle.ts';
import { readTable } from './table-rows.ts';

export type { Body, ImportContext } from './draft.ts';
export type { Refusal, RefusalCode } from './refusal.ts';

const LISTS = [
  ['verdicts.json', 'verdict'],
  ['ratings.json', 'rating'],
  ['determinations.json', 'determination'],
  ['scenarios.json', 'scenario'],
  ['rungs.json', 'rung'],
  ['market.json', 'marketContact'],
  ['influences.json', 'influence'],
  ['appraisals.json', 'appraisal'],
  ['matrix.json', 'matrixRow'],
  ['weighing.json', 'weighing'],
] as const;

/** The files of a case folder in reading order; all may be absent but `case.json`. Attachments are in `attachments/`. */
export const CASE_FILES: readonly string[] = [
  'case.json',
  ...TABLES.map(({ file }) => file),
  ...LISTS.map(([file]) => file),
];

/** One record to put, with the place it comes from (`claims.csv:14`; in a JSON list the number of the item). */
export type PlannedPut = {
  readonly record: RecordId;
  readonly type: RecordType;
  readonly body: Body;
  readonly marking: Marking;
  readonly place: string;
};

/** An attachment whose bytes are still to be read from `path`; its size and hash complete the body. */
export type PlannedAttachment = {
  readonly record: RecordId;
  readonly path: string;
  readonly body: Omit<BodyOf<'attachment'>, 'size' | 'hash'>;
  readonly marking: Marking;
  readonly place: string;
};

/** `counts` has the number of planned records of each type, attachments among them. */
export type ImportPlan = {
  readonly puts: readonly PlannedPut[];
  readonly attachments: readonly PlannedAttachment[];
  readonly refused: readonly Refusal[];
  readonly counts: Readonly<Partial<Record<RecordType, number>>>;
};

const place = (draft: Draft): string => `${draft.file}:${draft.line}`;

/**
 * What a folder of plain files would bring into a case. `files` maps the names of the files at the top of the folder
 * to their text; names that are no CSV or JSON are passed over. Nothing is written and nothing is guessed: each row is
 * planned or refused by file, line, field and reason, and one bad row never stops the others. The same folder planned
 * twice gives the same records with the same ids, in whatever order the rows stand. A plan without a `case` among its
 * puts is no case.
 */
export function planImport(files: ReadonlyMap<string, string>, context: ImportContext): ImportPlan {
  const read: Drafts[] = [readCaseFile(files.get('case.json'), context)];
  for (const table of TABLES) {
    const text = files.get(table.file);
    if (text !== undefined) read.push(readTable(table, text, context));
  }
  for (const [file, type] of LISTS) {
    const text = files.get(file);
    if (text !== undefined) read.push(readListFile(file, type, text, context));
  }
  const settled = settle(
    read.flatMap(({ drafts }) => drafts),
    new Set(read.flatMap(({ refusedKeys }) => refusedKeys).filter((key) => key !== '')),
  );
  const counts: Partial<Record<RecordType, number>> = {};
  for (const { type } of settled.kept) counts[type] = (counts[type] ?? 0) + 1;
  const refused = [...unknownFiles(files), ...read.flatMap((drafts) => drafts.refused), ...settled.refused];
  return {
    puts: settled.kept.filter(({ attached }) => attached === undefined).map(putOf),
    attachments: settled.kept.flatMap(attachmentOf),
    refused: refused.sort((a, b) => fileRank(a.file) - fileRank(b.file) || a.line - b.line),
    counts,
  };
}

const fileRank = (file: string): number => {
  const rank = CASE_FILES.indexOf(file);
  return rank < 0 ? CASE_FILES.length : rank;
};

/** A table under a wrong name would be left out in silence, so it is named. */
const unknownFiles = (files: ReadonlyMap<string, string>): Refusal[] =>
  [...files.keys()]
    .filter((file) => /\.(?:csv|json)$/i.test(file) && !CASE_FILES.includes(file))
    .sort()
    .map((file) => ({ file, line: 1, code: 'fileUnknown', params: { expected: CASE_FILES.join(', ') } }));

const putOf = (draft: Draft): PlannedPut => ({
  record: draft.record,
  type: draft.type,
  body: draft.body,
  marking: draft.marking,
  place: place(draft),
});

const attachmentOf = (draft: Draft): PlannedAttachment[] =>
  draft.attached === undefined
    ? []
    : [
        {
          record: draft.record,
          path: draft.attached,
          body: draft.body as PlannedAttachment['body'],
          marking: draft.marking,
          place: place(draft),
        },
      ];
