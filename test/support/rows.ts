import type { View } from '#shared/export/told.ts';
import type { TextFormat } from '#shared/import/formats.ts';
import { EMPTY_CASE, type KnownCase, type ReadContext, readPieces } from '#shared/import/reader.ts';
import { type SettledRows, settleRows } from '#shared/import/settle-rows.ts';
import { canonicalText, sha256Hex } from '#shared/model/canonical.ts';
import { type AuthorKey, type LogId, type RecordId, slotId } from '#shared/model/ids.ts';

export const LOG_ID = '00000000-0000-4000-8000-00000000000e' as LogId;
export const FILE_SOURCE = slotId(LOG_ID, 'file');

/** A case that has these records, and the source of the file. */
export const caseOf = (views: readonly Pick<View, 'record' | 'type' | 'body'>[]): KnownCase => {
  const found = new Map(views.map(({ record, type, body }) => [record, { type, body }]));
  return {
    ...EMPTY_CASE,
    kindOf: (record) => {
      if (record === FILE_SOURCE) return { type: 'source' };
      const one = found.get(record);
      if (one === undefined) return undefined;
      return one.type === 'relation' ? { type: one.type, kind: one.body.kind as 'owns' } : { type: one.type };
    },
  };
};

export const contextFor = (known: KnownCase = caseOf([]), more: Partial<ReadContext> = {}): ReadContext => ({
  logId: LOG_ID,
  author: 'b'.repeat(64) as AuthorKey,
  file: 'bestand',
  basis: { source: FILE_SOURCE, reliability: 'F', credibility: '6', marking: 'open' },
  known,
  ...more,
});

/** What a text comes to, read in pieces of this length (whole when there is none) and settled. */
export function readAll(
  format: TextFormat,
  text: string,
  context: ReadContext = contextFor(),
  piece = Number.POSITIVE_INFINITY,
): SettledRows {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += piece) pieces.push(text.slice(at, at + piece));
  return settleRows(readPieces(format.open(context), pieces), context.known);
}

/** Settled records as they would live in a case. */
export const viewsOf = (kept: readonly Pick<View, 'record' | 'type' | 'marking' | 'body'>[]): View[] =>
  kept.map(({ record, type, marking, body }) => ({
    record,
    type,
    marking,
    body: { ...body },
    digest: sha256Hex(new TextEncoder().encode(canonicalText(body))) as View['digest'],
  }));

/** What records are, whatever the order in which they came. */
export const factsOf = (
  records: readonly { record: RecordId; type: string; marking: string; body: unknown }[],
): string[] =>
  records.map(({ record, type, marking, body }) => canonicalText({ record, type, marking, body })).sort();
