import type { RecordId } from '../model/ids.ts';
import { type CellMark, STANDARD_HYPOTHESES } from '../model/records/threat.ts';
import type { BodyOf } from '../model/records.ts';
import {
  diagnosticity,
  type EvidenceRow,
  inconsistency,
  linchpins,
  type Mark,
  rankHypotheses,
} from '../scoring/hypotheses.ts';

type Live<T extends 'hypothesis' | 'matrixRow'> = {
  readonly record: RecordId;
  /** Live versions; more than one is a conflict. */
  readonly bodies: readonly BodyOf<T>[];
};

/** A column: `key` is the id of a standard hypothesis, or the record of one of the case. */
export type Hypothesis = {
  readonly key: string;
  readonly standard?: (typeof STANDARD_HYPOTHESES)[number];
  readonly record?: RecordId;
  /** Absent for a standard one that keeps its own words. */
  readonly title?: string;
  readonly note?: string;
  readonly conflict: boolean;
};

const keyOfMark = (mark: CellMark): string => ('standard' in mark ? mark.standard : mark.own);

/**
 * The columns of the matrix: the standard hypotheses that nobody dropped, then those of the case in the order of their
 * titles. A hypothesis whose versions disagree stays, and says so.
 */
export function hypothesesOf(live: readonly Live<'hypothesis'>[]): Hypothesis[] {
  const told = live.flatMap(({ record, bodies }) => {
    const [body] = bodies;
    return body ? [{ record, body, conflict: bodies.length > 1 }] : [];
  });
  const column = ({ record, body, conflict }: (typeof told)[number], key: string): Hypothesis => ({
    key,
    ...(body.standard ? { standard: body.standard } : {}),
    record,
    title: body.title,
    ...(body.note ? { note: body.note } : {}),
    conflict,
  });
  const standard = STANDARD_HYPOTHESES.flatMap((id): Hypothesis[] => {
    const own = told.find(({ body }) => body.standard === id);
    if (!own) return [{ key: id, standard: id, conflict: false }];
    return own.body.dropped && !own.conflict ? [] : [column(own, id)];
  });
  const others = told
    .filter(({ body, conflict }) => body.standard === undefined && (!body.dropped || conflict))
    .sort((a, b) => (a.body.title < b.body.title ? -1 : 1))
    .map((one) => column(one, one.record));
  return [...standard, ...others];
}

/** What the versions of a row say of a hypothesis: a mark, nothing yet, or that they disagree. */
export type Cell = Mark | null | 'conflict';

export type MatrixRow = {
  readonly record: RecordId;
  readonly cells: readonly Cell[];
  readonly conflict: boolean;
  readonly diagnosticity: 'some' | 'none' | 'open';
  /** Without this row another hypothesis would be the least contradicted. */
  readonly linchpin: boolean;
};

export type Matrix = {
  readonly rows: readonly MatrixRow[];
  /** For each hypothesis 0 or below, nearer to 0 is less contradicted; null while no row says anything of it. */
  readonly scores: readonly (number | null)[];
  /** Places of the hypotheses, the least contradicted first; empty while nothing tells them apart. */
  readonly ranking: readonly number[];
};

const markOf = (body: BodyOf<'matrixRow'>, key: string): Mark | null =>
  body.marks.find((mark) => keyOfMark(mark) === key)?.mark ?? null;

const rowOf = (body: BodyOf<'matrixRow'>, keys: readonly string[]): EvidenceRow => ({
  credibility: body.credibility,
  relevance: body.relevance,
  marks: keys.map((key) => markOf(body, key)),
});

/**
 * The matrix of competing hypotheses (Heuer 1999; PARC weights) as an aid: it says what speaks least against each, and
 * never what CON-2 is. Rows whose versions disagree are shown and count for nothing until somebody settles them.
 */
export function matrixOf(live: readonly Live<'matrixRow'>[], keys: readonly string[]): Matrix {
  const shown = live.flatMap(({ record, bodies }) => {
    const [body] = bodies;
    return body ? [{ record, bodies, row: rowOf(body, keys), conflict: bodies.length > 1 }] : [];
  });
  const counted = shown.filter(({ conflict }) => !conflict);
  const rows = counted.map(({ row }) => row);
  const pins = new Set(linchpins(rows, keys.length).map((k) => counted[k]?.record));
  const scores = inconsistency(rows, keys.length);
  const told = keys.map((_, h) => rows.some(({ marks }) => marks[h] != null));
  const apart = rows.some((row) => new Set(row.marks).size > 1);
  return {
    rows: shown.map(({ record, bodies, row, conflict }) => ({
      record,
      cells: keys.map((key): Cell => {
        const said = new Set(bodies.map((body) => markOf(body, key)));
        return said.size > 1 ? 'conflict' : ([...said][0] ?? null);
      }),
      conflict,
      diagnosticity: conflict ? 'open' : diagnosticity(row, keys.length),
      linchpin: pins.has(record),
    })),
    scores: scores.map((score, h) => (told[h] ? score : null)),
    ranking: apart ? rankHypotheses(scores).filter((h) => told[h]) : [],
  };
}

/** A row's marks with those of some hypotheses changed; `null` takes a mark away. */
export function withMarks(
  marks: readonly CellMark[],
  changes: readonly { readonly key: string; readonly mark: Mark | null }[],
): CellMark[] {
  const kept = marks.filter((mark) => !changes.some(({ key }) => key === keyOfMark(mark)));
  const added = changes.flatMap(({ key, mark }): CellMark[] => {
    if (mark === null) return [];
    const standard = STANDARD_HYPOTHESES.find((one) => one === key);
    return [standard ? { standard, mark } : { own: key as RecordId, mark }];
  });
  return [...kept, ...added].sort((a, b) => (keyOfMark(a) < keyOfMark(b) ? -1 : 1));
}
