import { canonicalBytes, canonicalText, type Json, sha256Hex } from '../../model/canonical.ts';
import { type LogId, type RecordId, slotId } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import { claimBodyOf, type Made, short } from '../made.ts';
import type { FileBasis } from '../reader.ts';
import type { Statement } from './schema.ts';

/** A statement with what is needed to make records of it. `raw` is the statement as the file has it, shaped as 0.4. */
export type Reading = {
  readonly logId: LogId;
  readonly file: string;
  readonly basis: Pick<FileBasis, 'reliability' | 'credibility'>;
  readonly statement: Statement;
  readonly raw: Readonly<Record<string, unknown>>;
  /** The record of what the statement says of its origin. */
  readonly source: RecordId;
  /** The relation of ours that a statement was about before somebody changed the statement. */
  readonly mine?: { readonly record: RecordId; readonly kind: string } | undefined;
};

/** Id of the entity or person with that record id: the same in every file and every import into the case. */
export const partyId = (logId: LogId, recordId: string): RecordId => slotId(logId, `bods/party/${recordId}`);

/** Id of the relation of one kind that a relationship statement makes. */
export const relationId = ({ logId, statement, mine }: Reading, kind: string): RecordId =>
  mine?.kind === kind ? mine.record : slotId(logId, `bods/relation/${kind}/${statement.recordId}`);

/** Id of a party that a relationship points at without any statement that describes it. */
export const nobodyId = (logId: LogId, side: string, recordId: string): RecordId =>
  slotId(logId, `bods/nobody/${side}/${recordId}`);

/** A claim that a statement makes, with the fragment it rests on as quote, graded as the person graded the file. */
export function claimOf(
  { logId, statement, source, basis }: Reading,
  said: {
    readonly subject: RecordId;
    readonly property: string;
    readonly value: Value;
    /** Path of the fragment in the statement, which is also what tells two claims of one statement apart. */
    readonly path: string;
    readonly fragment: unknown;
    readonly validFrom?: string | undefined;
    readonly validTo?: string | undefined;
  },
): Made {
  const { subject, property, path } = said;
  return {
    record: slotId(logId, `bods/claim/${property}/${path}/${subject}/${statement.recordId}`),
    type: 'claim',
    path,
    // The fragment in canonical form, also where it is only words: that is what the statement says to the letter.
    body: claimBodyOf(
      { ...said, fragment: canonicalText(said.fragment), source, note: `BODS ${statement.statementId}` },
      basis,
    ),
  };
}

/** What a statement says of where it comes from; statements that say the same share one source. */
export const originOf = (raw: Readonly<Record<string, unknown>>): { readonly [key: string]: Json } =>
  Object.fromEntries(
    (['source', 'publicationDetails'] as const).flatMap((name) =>
      raw[name] === undefined ? [] : [[name, raw[name] as Json]],
    ),
  );

/** Id of the source that a statement's claims cite. A statement without any origin comes from the file alone. */
export function sourceId(logId: LogId, file: string, raw: Readonly<Record<string, unknown>>): RecordId {
  const origin = originOf(raw);
  const known = Object.keys(origin).length > 0;
  return slotId(logId, `bods/source/${known ? sha256Hex(canonicalBytes(origin)) : `file/${file}`}`);
}

const MAX_KEPT = 19_900;

/**
 * Keeps a part of a statement that has no property of its own, as text under a general one (`description` of a party,
 * `relationNote` of a relation): the member's name and its content as JSON. Undefined when the part is absent.
 */
export function keptOf(
  reading: Reading,
  subject: RecordId,
  property: 'description' | 'relationNote',
  path: string,
  fragment: unknown,
): Made | undefined {
  if (fragment === undefined) return undefined;
  const name = path.slice(path.lastIndexOf('.') + 1);
  const content = typeof fragment === 'string' ? fragment : canonicalText(fragment);
  const value: Value = { kind: 'text', text: short(`${name}: ${content}`, MAX_KEPT) };
  return claimOf(reading, { subject, property, value, path, fragment });
}
