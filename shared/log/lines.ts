import { z } from 'zod';
import { canonicalText } from '../model/canonical.ts';
import { fail, ok, type Result } from '../result.ts';
import { Change, changeId, type Verify } from './change.ts';
import { digestOp, Op, opText } from './op.ts';
import type { LogEntry } from './state.ts';
import { verifyChange } from './verify.ts';

/** One change a line, as it travels: the signed header and, in its order, each op's body or null where it is withheld. */
const Line = z.strictObject({ change: Change, ops: z.array(z.union([Op, z.null()])) });

/** Canonical text of an entry, without the line feed. */
export function entryLine({ change, ops }: LogEntry): string {
  const bodies = new Map(ops.map((op) => [digestOp(op) as string, op]));
  return canonicalText({ change, ops: change.header.ops.map((digest) => bodies.get(digest) ?? null) });
}

/**
 * Reads lines that come from outside. Every line must be canonical, of this log, signed by the key that it names, and
 * every body must be the one that was signed for. One bad line refuses all.
 * Failure params: `line` from 1, and for `changeInvalid` the `finding`.
 */
export function parseEntryLines(
  text: string,
  logId: string,
  verify: Verify,
): Result<LogEntry[], 'changesMalformed' | 'changeInvalid'> {
  const entries: LogEntry[] = [];
  const lines = text.split('\n');
  if (lines.pop() !== '') return fail('changesMalformed', { line: lines.length + 1 });
  for (const [index, line] of lines.entries()) {
    const parsed = parseLine(line);
    if (!parsed) return fail('changesMalformed', { line: index + 1 });
    const { change, ops } = parsed;
    const [finding] = verifyChange(
      {
        id: changeId(change.header),
        header: canonicalText(change.header),
        signature: change.signature,
        ops: change.header.ops.map((digest, i) => ({ digest, text: ops[i] ? opText(ops[i] as Op) : null })),
      },
      logId,
      verify,
    );
    if (finding) return fail('changeInvalid', { line: index + 1, finding: finding.code });
    entries.push({ change, ops: ops.filter((op) => op !== null) });
  }
  return ok(entries);
}

function parseLine(line: string): { change: Change; ops: (Op | null)[] } | null {
  try {
    const json: unknown = JSON.parse(line);
    const parsed = Line.safeParse(json);
    if (!parsed.success || canonicalText(json) !== line) return null;
    const { change, ops } = parsed.data;
    return ops.length === change.header.ops.length ? { change, ops: ops as (Op | null)[] } : null;
  } catch {
    return null;
  }
}
