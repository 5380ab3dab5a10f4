import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText, sha256Hex } from '../model/canonical.ts';
import type { ChangeId, OpDigest } from '../model/ids.ts';
import { Change, ChangeHeader, changeId, signedBytes, type Verify } from './change.ts';
import { Op } from './op.ts';

/** What can be wrong with a log; `where` names the change, op or journal entry. */
export type LogFinding = {
  readonly code:
    | 'headerUnreadable'
    | 'headerNotCanonical'
    | 'changeIdWrong'
    | 'signatureWrong'
    | 'logWrong'
    | 'opUnreadable'
    | 'opNotCanonical'
    | 'opDigestWrong'
    | 'opUnsigned'
    | 'opVanished'
    | 'parentMissing'
    | 'journalGap'
    | 'journalHashWrong'
    | 'journalChangeMissing'
    | 'changeUnjournaled'
    | 'anchorAhead'
    | 'anchorMismatch';
  readonly where: string;
};

/** A change exactly as it is kept: texts, not parsed, so that every byte counts. `text` null is a withheld body. */
export type StoredChange = {
  readonly id: string;
  readonly header: string;
  readonly signature: string;
  readonly ops: readonly { readonly digest: string; readonly text: string | null }[];
};

function parseExact<T>(
  text: string,
  parse: (value: unknown) => { success: true; data: T } | { success: false },
): { value: T; exact: boolean } | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = parse(json);
  return parsed.success ? { value: parsed.data, exact: canonicalText(json) === text } : null;
}

/** Checks one op text against the digest under which it is listed. */
export function verifyOp(digest: string, text: string): LogFinding[] {
  const parsed = parseExact(
    text,
    (value) => Op.safeParse(value) as { success: true; data: Op } | { success: false },
  );
  if (!parsed) return [{ code: 'opUnreadable', where: digest }];
  if (!parsed.exact) return [{ code: 'opNotCanonical', where: digest }];
  return sha256Hex(utf8ToBytes(text)) === digest ? [] : [{ code: 'opDigestWrong', where: digest }];
}

/** Checks one change: canonical header, id, signature, and every body against the digest that was signed. */
export function verifyChange(stored: StoredChange, logId: string, verify: Verify): LogFinding[] {
  const parsed = parseExact(stored.header, (value) => ChangeHeader.safeParse(value));
  if (!parsed) return [{ code: 'headerUnreadable', where: stored.id }];
  const findings: LogFinding[] = [];
  const header = parsed.value;
  if (!parsed.exact) findings.push({ code: 'headerNotCanonical', where: stored.id });
  if (changeId(header) !== stored.id) findings.push({ code: 'changeIdWrong', where: stored.id });
  if (header.log !== logId) findings.push({ code: 'logWrong', where: stored.id });
  const shaped = Change.safeParse({ header, signature: stored.signature });
  if (!shaped.success || !verify(header.author.key, signedBytes(header), stored.signature))
    findings.push({ code: 'signatureWrong', where: stored.id });
  const signed = new Set<string>(header.ops);
  const listed = new Set(stored.ops.map((op) => op.digest));
  for (const digest of header.ops)
    if (!listed.has(digest)) findings.push({ code: 'opVanished', where: digest });
  for (const { digest, text } of stored.ops) {
    if (!signed.has(digest)) findings.push({ code: 'opUnsigned', where: digest });
    if (text !== null) findings.push(...verifyOp(digest, text));
  }
  return findings;
}

/**
 * One line of the journal: what reached this vault, when, in which batch. Its hash covers the previous one, so that
 * dropping, adding or reordering lines shows; `present` is the digest of the op bodies that came with it, so that a
 * body that vanishes shows too.
 */
export type JournalLine = {
  readonly seq: number;
  readonly change: ChangeId;
  readonly receivedAt: string;
  readonly batch: number;
  readonly present: string;
};

const PIECE = 1_000;

/** Digest over the bodies that came with a journal line, order apart. */
export function presentDigest(digests: readonly OpDigest[]): string {
  const sorted = [...digests].sort();
  // In pieces: the digests of a large import are many megabytes as one text.
  const hash = sha256.create();
  for (let from = 0; from < sorted.length; from += PIECE)
    hash.update(utf8ToBytes((from === 0 ? '' : '\n') + sorted.slice(from, from + PIECE).join('\n')));
  return bytesToHex(hash.digest());
}

/** Hash of a journal line after the one before it (64 zeros for the first). */
export const journalHash = (previous: string, line: JournalLine): string =>
  sha256Hex(utf8ToBytes(`waarborg/journal/v1\n${previous}\n${canonicalText(line)}`));

export const JOURNAL_START = '0'.repeat(64);

/** Where a journal stood at some moment, kept outside the store: in the vault's header, in bundles, on paper. */
export type Anchor = { readonly size: number; readonly head: string };

export type StoredLine = JournalLine & { readonly hash: string };

/** Walks the journal: no gap, every hash follows, every change there, and the anchor's head is on the way. */
export function verifyJournal(
  lines: readonly StoredLine[],
  known: ReadonlySet<string>,
  bodies: (seq: number) => readonly OpDigest[],
  anchor: Anchor | null,
): LogFinding[] {
  const findings: LogFinding[] = [];
  const journaled = new Set<string>();
  let previous = JOURNAL_START;
  let anchored = anchor === null || anchor.size === 0;
  for (const [index, { hash, ...line }] of lines.entries()) {
    const where = String(line.seq);
    if (line.seq !== index + 1) findings.push({ code: 'journalGap', where });
    if (line.present !== presentDigest(bodies(line.seq)))
      findings.push({ code: 'opVanished', where: `journal ${where}` });
    if (journalHash(previous, line) !== hash) findings.push({ code: 'journalHashWrong', where });
    if (!known.has(line.change)) findings.push({ code: 'journalChangeMissing', where: line.change });
    if (anchor && line.seq === anchor.size) {
      anchored = true;
      if (hash !== anchor.head) findings.push({ code: 'anchorMismatch', where });
    }
    journaled.add(line.change);
    previous = hash;
  }
  if (!anchored && anchor) findings.push({ code: 'anchorAhead', where: String(anchor.size) });
  for (const id of known) if (!journaled.has(id)) findings.push({ code: 'changeUnjournaled', where: id });
  return findings;
}

/** Parents that nobody has: the sign of a dropped change. */
export function verifyParents(
  headers: ReadonlyMap<string, { readonly parents: readonly string[] }>,
): LogFinding[] {
  const findings: LogFinding[] = [];
  for (const [id, { parents }] of headers)
    for (const parent of parents)
      if (!headers.has(parent)) findings.push({ code: 'parentMissing', where: `${id} -> ${parent}` });
  return findings;
}
