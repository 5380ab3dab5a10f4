import { canonicalText, type Json } from '../model/canonical.ts';
import type { OpDigest, RecordId } from '../model/ids.ts';
import type { DraftOp } from './draft.ts';
import type { Op } from './op.ts';

/** What a version says, under the digest of its op; `body` is null when it withdraws the record. */
export type Version = Pick<Op, 'type' | 'marking' | 'body'> & { readonly digest: OpDigest };

export const versionOf = ({ type, marking, body }: Op, digest: OpDigest): Version => ({
  digest,
  type,
  marking,
  body,
});

/** One record that a change touched: its live versions before the change, after it, and now. */
export type Touched = {
  readonly record: RecordId;
  readonly before: readonly Version[];
  readonly after: readonly Version[];
  readonly now: readonly Version[];
};

type Body = { readonly [key: string]: Json };
const equal = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a === b : canonicalText(a) === canonicalText(b);
/** The same versions by what they say: an undo gives a record its earlier words again under a new digest. */
const contents = (versions: readonly Version[]): string =>
  canonicalText(versions.map(({ type, marking, body }) => canonicalText({ type, marking, body })).sort());
/** Whether nobody has written since is mostly told by the digests, without spelling the bodies. */
const sameSet = (a: readonly Version[], b: readonly Version[]): boolean =>
  (a.length === b.length && a.every(({ digest }, i) => digest === b[i]?.digest)) ||
  contents(a) === contents(b);

/** Takes back the members that differ between `before` and `after`, where `now` still has them as `after` left them. */
function withoutStep(before: Body, after: Body, now: Body): Body | null {
  const body: { [key: string]: Json } = { ...now };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (equal(before[key], after[key]) || equal(now[key], before[key])) continue;
    if (!equal(now[key], after[key])) return null;
    const old = before[key];
    if (old === undefined) delete body[key];
    else body[key] = old;
  }
  return body;
}

function revertOne({ record, before, after, now }: Touched): DraftOp[] | null {
  const base = now.map(({ digest }) => digest);
  if (sameSet(after, now)) {
    const type = (now[0] ?? before[0])?.type as string;
    const marking = (now[0] ?? before[0])?.marking as Version['marking'];
    if (before.length === 0)
      return now.every(({ body }) => body === null) ? [] : [{ record, type, base, marking, body: null }];
    return before.map(({ type: was, marking: kept, body }) => ({
      record,
      type: was,
      base,
      marking: kept,
      body,
    }));
  }
  const [b, a, n] = [before[0], after[0], now[0]];
  if (before.length !== 1 || after.length !== 1 || now.length !== 1 || !b?.body || !a?.body || !n?.body)
    return null;
  const body = withoutStep(b.body, a.body, n.body);
  if (body === null || (b.marking !== a.marking && n.marking !== a.marking)) return null;
  return [{ record, type: n.type, base, marking: b.marking === a.marking ? n.marking : b.marking, body }];
}

/**
 * The ops that take a change back: each touched record gets its earlier versions again, naming all that is live now as
 * replaced, so that nothing is lost and the step can itself be taken back. Where somebody edited the record later,
 * only the members that the change had touched go back, and only if the later edit left those alone; a record that
 * later changes build upon is told to `onBlocked`. Then nothing may be taken back, and no op follows.
 */
export function* revertEach(
  touched: Iterable<Touched>,
  onBlocked: (record: RecordId) => void,
): Iterable<DraftOp> {
  let blocked = false;
  for (const one of touched) {
    const reverted = revertOne(one);
    if (reverted === null) {
      blocked = true;
      onBlocked(one.record);
    } else if (!blocked) yield* reverted;
  }
}

/** All ops that take a change back; when later changes build upon some of its records, those and no op. */
export function revertOps(touched: Iterable<Touched>): {
  readonly ops: readonly DraftOp[];
  readonly blocked: readonly RecordId[];
} {
  const blocked: RecordId[] = [];
  const ops = [...revertEach(touched, (record) => void blocked.push(record))];
  return blocked.length > 0 ? { ops: [], blocked } : { ops, blocked };
}
