import type { ReadDb } from '#db/handle.ts';
import { liveHeadsOf } from '#db/import/effects.ts';
import { type StagedRecord, stagedRecord, stageTypes } from '#db/import/pages.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveOf } from '#db/queries/versions.ts';
import type { RecordRef } from '#shared/ipc/common.ts';
import type { HistoryItem } from '#shared/ipc/history.ts';
import type { WaitingImport } from '#shared/ipc/imports.ts';
import { changedFields, whatHappened } from '#shared/log/fields.ts';
import type { Op } from '#shared/log/op.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { labelOf } from '#shared/model/label.ts';
import { referencesOf } from '#shared/model/references.ts';
import { type StageState, stageState } from './state.ts';

/** The import that waits for a case, as the face shows it. */
export function waitingImport(db: ReadDb, logId: LogId): WaitingImport | null {
  const state = stageState(db);
  return state?.logId === logId ? viewOf(db, state) : null;
}

/** Undefined counts: the file is still being read. */
export function viewOf(db: ReadDb, { id, file, format, counts, header }: StageState): WaitingImport | null {
  if (!counts) return null;
  return {
    id,
    file,
    format,
    counts: { ...counts },
    types: stageTypes(db),
    ...(header ? { header: [...header] } : {}),
  };
}

const refOfStaged = ({ record, type, body, marking }: StagedRecord): RecordRef => ({
  record,
  type,
  label: labelOf(type, body),
  marking,
});

/** Names of records: as the case has them, else as the import brings them. A relation is called by its two ends. */
function refsFor(db: ReadDb, log: LogId, records: ReadonlySet<RecordId>): Map<RecordId, RecordRef> {
  const refs = refsOf(db, log, records);
  for (const record of records) {
    if (refs.has(record)) continue;
    const staged = stagedRecord(db, record);
    if (staged) refs.set(record, refOfStaged(staged));
  }
  for (const [record, ref] of refs)
    if (ref.type === 'relation') refs.set(record, { ...ref, label: endsOf(db, log, record) ?? ref.label });
  return refs;
}

/** `Holder – Held`, as far as both are known. */
function endsOf(db: ReadDb, log: LogId, record: RecordId): string | undefined {
  const body = stagedRecord(db, record)?.body ?? liveOf(db, log, record)[0]?.body;
  const name = (end: 'from' | 'to'): string | undefined => {
    const id = body?.[end] as RecordId | undefined;
    if (id === undefined) return undefined;
    const staged = stagedRecord(db, id);
    return refsOf(db, log, [id]).get(id)?.label ?? (staged && refOfStaged(staged).label);
  };
  const [from, to] = [name('from'), name('to')];
  return from && to ? `${from} – ${to}` : undefined;
}

/** What is compared in words: a version by its members, without what does not change what it says. */
const asOp = (record: StagedRecord, body: Op['body'], marking: StagedRecord['marking']): Op => ({
  v: 1,
  salt: '',
  record: record.record,
  type: record.type,
  base: [],
  marking,
  body,
});

export type StagedItem = {
  readonly n: number;
  readonly row: number;
  readonly file: string;
  readonly line: number;
  readonly item: HistoryItem;
};

/** Records that wait, with what taking them would change, and the names of what they point at. */
export function itemsOf(
  db: ReadDb,
  log: LogId,
  staged: readonly StagedRecord[],
): { readonly items: StagedItem[]; readonly refs: RecordRef[] } {
  const pointed = new Set(
    staged.flatMap(({ type, body }) => referencesOf(type, body).map(({ record }) => record)),
  );
  const refs = refsFor(db, log, pointed);
  const items = staged.map((one): StagedItem => {
    const { n, row, file, line, record, body, marking, effect } = one;
    const [live] = effect === 'created' ? [] : liveHeadsOf(db, log, record);
    const before =
      live &&
      asOp(one, live.body === null ? null : (JSON.parse(live.body) as { [key: string]: Json }), live.marking);
    const after = asOp(one, body, marking);
    const subject = typeof body.subject === 'string' ? refs.get(body.subject as RecordId) : undefined;
    return {
      n,
      row,
      file,
      line,
      item: {
        ref:
          one.type === 'relation'
            ? { ...refOfStaged(one), label: endsOf(db, log, record) ?? one.key }
            : refOfStaged(one),
        ...(subject ? { about: subject } : {}),
        what: whatHappened(after, before),
        fields: changedFields(after, effect === 'unchanged' ? undefined : before),
      },
    };
  });
  return { items, refs: [...refs.values()] };
}
