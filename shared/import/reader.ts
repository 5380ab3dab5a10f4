import type { Credibility, Reliability } from '../model/grade.ts';
import type { AuthorKey, LogId, RecordId } from '../model/ids.ts';
import type { Marking } from '../model/marking.ts';
import type { RelationKind } from '../model/properties.ts';
import type { EntityType, RecordType } from '../model/records.ts';
import type { Body } from './draft.ts';
import type { Refusal } from './refusal.ts';

/**
 * How a file of any format becomes planned records: a reader is given a file piece by piece and answers rows, each of
 * which stands or falls as a whole. It holds no more than it needs to go on, so that a large file is read in bounded
 * memory, and its answer depends on the file alone, never on where the pieces are cut. It does not look ahead: what
 * only the whole file can tell (a pointer that goes nowhere, a key that is there twice, a later version of the same
 * statement) is settled afterwards (`settle-rows.ts` says how; the store does the same for large files).
 */
export interface Reader<Piece> {
  /** The rows that this piece completes, in the order of the file. */
  push(piece: Piece): readonly FileRow[];
  /** The rows that were waiting for more; called once, after the last piece. */
  end(): readonly FileRow[];
}

/** Why a row is refused, without its place; `field` is the column, member or path inside the row. */
export type Problem = Omit<Refusal, 'file' | 'line'>;

/**
 * What one row, line, statement or element of a file comes to. With a problem the whole row is refused and none of its
 * records is taken.
 */
export type FileRow = {
  /** From 1: the line of the text on which it begins, the row of a sheet, or the number of the item in a list. */
  readonly line: number;
  readonly records: readonly RowRecord[];
  readonly problems: readonly Problem[];
  /** What the file calls the row (the id of a statement). Two rows of one name that differ are both refused. */
  readonly name?: string;
  /**
   * The row is one version of something: of the rows with this `key` the one with the greatest `rank` counts, of equal
   * ones the last; the others are passed over as superseded. When one of them is refused, all are.
   */
  readonly version?: { readonly key: string; readonly rank: string };
  /** The cells of a row of a table as they stand, to show, to correct and to write out again. */
  readonly cells?: readonly (string | number)[];
  /** Of a refused row the records that it would have made, as far as known: what points at them is refused too. */
  readonly wanted?: readonly RecordId[];
  /** Nothing after this row can be read: the file is refused as a whole. */
  readonly broken?: true;
};

/**
 * A record that a row makes, checked against its schema (`checkBody`, and `checkValue` for a claim). Ids come from
 * `slotId`, so that the same thing in the same case is the same record in every import. A record that comes from
 * several rows must say the same in each.
 */
export type RowRecord = {
  /** The word by which the file knows it, for messages. */
  readonly key: string;
  readonly record: RecordId;
  readonly type: RecordType;
  readonly body: Body;
  readonly marking: Marking;
  /**
   * Pointers of the body that the file spells in its own way or that may lead to some types only. Those that are not
   * listed are checked too: everything that the body points at must be in the file or in the case.
   */
  readonly references?: readonly RowReference[];
  /** Stands only where neither another row nor the case has this record: a party that is named but not described. */
  readonly weak?: true;
};

/** `to` are the types that it may lead to; none is any. */
export type RowReference = {
  readonly field: string;
  readonly key: string;
  readonly record: RecordId;
  readonly to?: readonly RecordType[];
};

/** What the person chose for the file as a whole; a format that says it of each row goes before it. */
export type FileBasis = {
  /** The record of the source that the facts of the file cite. */
  readonly source: RecordId;
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  readonly marking: Marking;
};

/** Identifiers by which a party is found again in the case. */
export const MATCH_IDENTIFIERS = ['kvk', 'lei', 'rsin', 'foreignRegistration'] as const;
export type MatchIdentifier = (typeof MATCH_IDENTIFIERS)[number];

/** A record of the case: its type, its kind when it is a relation, whether two versions of it are live. */
export type KnownRecord = {
  readonly type: RecordType;
  readonly kind?: RelationKind;
  readonly conflict?: boolean;
};

export type KnownRelation = {
  readonly record: RecordId;
  readonly label?: string;
  readonly validFrom?: string;
};

/** What a reader may ask of the case that it reads for. */
export type KnownCase = {
  /** What a live record is: its type, and the kind when it is a relation; undefined when the case does not have it. */
  readonly kindOf: (
    record: RecordId,
  ) => { readonly type: RecordType; readonly kind?: RelationKind } | undefined;
  /** Live entities with a live claim of this identifier, sorted. */
  readonly withIdentifier: (property: MatchIdentifier, code: string) => readonly RecordId[];
  /** Whether a live claim gives the entity an identifier of this kind. */
  readonly identified: (record: RecordId, property: MatchIdentifier) => boolean;
  /** Live entities of these types with exactly this name, sorted. */
  readonly named: (name: string, types: readonly EntityType[]) => readonly RecordId[];
  /** Live relations of this kind from one to the other, sorted by id. */
  readonly relations: (kind: RelationKind, from: RecordId, to: RecordId) => readonly KnownRelation[];
};

export type ReadContext = {
  readonly logId: LogId;
  readonly author: AuthorKey;
  /** Name of the file without its path. */
  readonly file: string;
  readonly basis: FileBasis;
  readonly known: KnownCase;
};

/** A case that has nothing yet. */
export const EMPTY_CASE: KnownCase = {
  kindOf: () => undefined,
  withIdentifier: () => [],
  identified: () => false,
  named: () => [],
  relations: () => [],
};

/**
 * The rows of a whole file that is in memory.
 * @public
 */
export function* readPieces<Piece>(reader: Reader<Piece>, pieces: Iterable<Piece>): Iterable<FileRow> {
  for (const piece of pieces) yield* reader.push(piece);
  yield* reader.end();
}
