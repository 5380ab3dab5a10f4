import { canonicalText } from '../model/canonical.ts';
import type { RecordId } from '../model/ids.ts';
import { appliesTo, type RelationKind, type SubjectKind } from '../model/properties.ts';
import type { RecordType } from '../model/records.ts';
import { referencesOf } from '../model/references.ts';
import type { FileRow, KnownCase, KnownRecord, Problem, RowRecord, RowReference } from './reader.ts';

/**
 * What the rows of a file come to as a whole. `kept` has each record once, in the order of the file; `refused` names
 * rows with every reason; `superseded` counts earlier versions, `repeated` rows that say again what a row said.
 */
export type SettledRows = {
  readonly kept: readonly (RowRecord & { readonly line: number })[];
  readonly refused: readonly { readonly line: number; readonly name?: string; readonly problem: Problem }[];
  readonly superseded: number;
  readonly repeated: number;
  readonly broken: boolean;
};

type Row = FileRow & { reasons: readonly Problem[] };

/** A pointer of a record; `property` is set where it is the subject of a claim on that property. */
export type Pointer = RowReference & { readonly property?: string };

/** All pointers of a record: those that the row lists, and whatever else the body points at. */
export function pointersOf({ type, body, references = [] }: RowRecord): Pointer[] {
  const listed = new Set(references.map(({ record }) => record));
  const others = referencesOf(type, { ...body }).filter(({ record }) => !listed.has(record));
  const all: RowReference[] = [
    ...references,
    ...others.map(({ member, record }) => ({ field: member, key: record as string, record })),
  ];
  return type === 'claim'
    ? all.map((one) => (one.record === body.subject ? { ...one, property: String(body.property) } : one))
    : all;
}

/** What a record says, to tell two records of one id apart. */
export const contentOf = ({ type, marking, body }: RowRecord): string =>
  canonicalText({ type, marking, body });

/** What a pointer leads to: its type, and its kind when it is a relation. */
export type Target = { readonly type: RecordType; readonly kind?: RelationKind };
export const targetOf = ({ type, body }: RowRecord): Target =>
  type === 'relation' ? { type, kind: body.kind as RelationKind } : { type };

/** What is wrong with a pointer that leads to `target`; undefined when it holds. */
export function pointerProblem(
  { field, key, to, property }: Omit<Pointer, 'record'>,
  target: Target | undefined,
  isGone: boolean,
): Problem | undefined {
  if (target === undefined)
    return { field, code: isGone ? 'referenceRefused' : 'referenceUnknown', params: { key } };
  if (to !== undefined && !to.includes(target.type))
    return { field, code: 'referenceType', params: { key, expected: to.join(', '), found: target.type } };
  if (property === undefined) return undefined;
  const subject = (target.kind ?? target.type) as SubjectKind;
  return appliesTo(property, subject)
    ? undefined
    : { field: 'property', code: 'propertyNotForSubject', params: { property, subject } };
}

/** A record that the case has as something else, or in two versions that a person has not settled yet. */
export function caseProblem(
  { type, key }: Pick<RowRecord, 'type' | 'key'>,
  present: KnownRecord | undefined,
): Problem | undefined {
  if (present === undefined) return undefined;
  const params = { key, expected: present.type, found: type };
  if (present.type !== type) return { field: 'key', code: 'referenceType', params };
  return present.conflict ? { field: 'key', code: 'recordInConflict', params: { key } } : undefined;
}

export const keyTwice = (key: string): Problem => ({ field: 'key', code: 'keyTwice', params: { key } });
export const versionRefused = (key: string): Problem => ({
  code: 'referenceRefused',
  params: { key: key.slice(0, 80) },
});

const groupBy = <K>(rows: readonly Row[], keysOf: (row: Row) => readonly K[]): Map<K, Row[]> => {
  const groups = new Map<K, Row[]>();
  for (const row of rows)
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  return groups;
};

/** Rows of one name: one when they say the same, none when they differ. */
function withoutRepeats(rows: readonly Row[]): Row[] {
  const again = new Set<Row>();
  for (const [name, sharing] of groupBy(rows, ({ name }) => (name === undefined ? [] : [name]))) {
    const saying = sharing.map(({ records }) => canonicalText(records.map(contentOf)));
    if (new Set(saying).size === 1) for (const row of sharing.slice(1)) again.add(row);
    else for (const row of sharing) if (row.reasons.length === 0) row.reasons = [keyTwice(name)];
  }
  return rows.filter((row) => !again.has(row));
}

/** The versions that count. With one version refused, nobody knows whether the others still hold. */
function latestVersions(rows: readonly Row[]): Row[] {
  const earlier = new Set<Row>();
  for (const [key, versions] of groupBy(rows, ({ version }) => (version ? [version.key] : []))) {
    if (versions.some(({ reasons }) => reasons.length > 0)) {
      for (const row of versions) if (row.reasons.length === 0) row.reasons = [versionRefused(key)];
      continue;
    }
    const rank = ({ version }: Row): string => version?.rank ?? '';
    const last = versions.reduce((best, row) => (rank(row) >= rank(best) ? row : best));
    for (const row of versions) if (row !== last) earlier.add(row);
  }
  return rows.filter((row) => !earlier.has(row));
}

/**
 * Settles what only the whole file can tell. The outcome is the greatest set of rows that hold together, and does not
 * depend on the order of the rows but where the last of equal versions counts. The store settles large files in the
 * same way; this is the form that can be read and tested.
 */
export function settleRows(read: Iterable<FileRow>, known: KnownCase): SettledRows {
  const all: Row[] = [...read].map((row) => ({ ...row, reasons: row.problems }));
  const single = withoutRepeats(all);
  const rows = latestVersions(single);
  const strong = groupBy(rows, ({ records }) =>
    records.filter(({ weak }) => !weak).map(({ record }) => record),
  );
  for (const [record, sharing] of [...strong].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const saying = sharing.flatMap(({ records }) =>
      records.filter((one) => one.record === record && !one.weak),
    );
    const [first] = saying;
    if (!first || new Set(saying.map(contentOf)).size === 1) continue;
    for (const row of sharing) if (row.reasons.length === 0) row.reasons = [keyTwice(first.key)];
  }
  dropDangling(rows, known);
  return {
    kept: keptOf(rows, known),
    refused: rows.flatMap(({ line, name, reasons }) =>
      reasons.map((problem) => ({ line, ...(name === undefined ? {} : { name }), problem })),
    ),
    superseded: single.length - rows.length,
    repeated: all.length - single.length,
    broken: all.some(({ broken }) => broken),
  };
}

/** Round by round: what points at nothing is refused, and then what pointed at that. */
function dropDangling(rows: readonly Row[], known: KnownCase): void {
  const stands = ({ reasons }: Row): boolean => reasons.length === 0;
  for (;;) {
    const { targets, gone } = survey(rows);
    const fallen: [Row, readonly Problem[]][] = [];
    for (const row of rows.filter(stands)) {
      const problems = row.records.flatMap((one) => {
        const present = known.kindOf(one.record);
        const wrong = one.weak && present ? undefined : caseProblem(one, present);
        const broken = pointersOf(one).map((pointer) =>
          pointerProblem(
            pointer,
            targets.get(pointer.record) ?? known.kindOf(pointer.record),
            gone.has(pointer.record),
          ),
        );
        return [wrong, ...broken].filter((problem) => problem !== undefined);
      });
      if (problems[0]) fallen.push([row, [problems[0]]]);
    }
    if (fallen.length === 0) return;
    for (const [row, reasons] of fallen) row.reasons = reasons;
  }
}

/** What standing rows bring, and what refused rows would have brought: no weak record takes the place of that. */
function survey(rows: readonly Row[]): { targets: Map<RecordId, Target>; gone: Set<RecordId> } {
  const gone = new Set<RecordId>();
  for (const { reasons, records, wanted = [] } of rows)
    if (reasons.length > 0)
      for (const record of [...wanted, ...records.filter(({ weak }) => !weak).map((one) => one.record)])
        gone.add(record);
  const targets = new Map<RecordId, Target>();
  for (const weak of [true, false])
    for (const { reasons, records } of rows)
      if (reasons.length === 0)
        for (const one of records)
          if ((one.weak ?? false) === weak && !(weak && gone.has(one.record)))
            targets.set(one.record, targetOf(one));
  return { targets, gone };
}

/** Each record once: the first strong one, or the first weak one that neither the file nor the case describes. */
function keptOf(rows: readonly Row[], known: KnownCase): SettledRows['kept'] {
  const standing = rows.filter(({ reasons }) => reasons.length === 0);
  const described = new Set(
    standing.flatMap(({ records }) => records.filter(({ weak }) => !weak).map(({ record }) => record)),
  );
  const { gone } = survey(rows);
  const taken = new Set<RecordId>();
  return standing.flatMap(({ line, records }) =>
    records.flatMap((one) => {
      const { weak, record } = one;
      const passedOver =
        weak && (described.has(record) || gone.has(record) || known.kindOf(record) !== undefined);
      if (passedOver || taken.has(one.record)) return [];
      taken.add(one.record);
      return [{ ...one, line }];
    }),
  );
}
