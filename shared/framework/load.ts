import { fail, ok, type Result } from '../result.ts';
import { Pack } from './pack.ts';

/** Deepest nesting of objects that a pack may have; a real one needs about eight. */
const MAX_DEPTH = 40;

export type PackErrorCode = 'packTooDeep' | 'packFormatUnknown' | 'packInvalid';

const deeperThan = (json: unknown, limit: number): boolean => {
  let layer: unknown[] = [json];
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > limit) return true;
    layer = layer.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
};

/**
 * Reads a framework pack from parsed JSON. Total. On failure `packInvalid` names the first `place` that is wrong, such
 * as `leaves.3.question.nl`, the `problem` there (a schema issue code or a `PackProblem`) and how many `more` there
 * are; `packFormatUnknown` is a pack of a later format; `packTooDeep` is not a pack at all.
 */
export const loadPack = (json: unknown): Result<Pack, PackErrorCode> => {
  if (deeperThan(json, MAX_DEPTH)) return fail('packTooDeep', { limit: MAX_DEPTH });
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (typeof format === 'number' && format !== 1) return fail('packFormatUnknown', { format, known: 1 });
  const parsed = Pack.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const [first, ...rest] = parsed.error.issues;
  return fail('packInvalid', {
    place: first === undefined || first.path.length === 0 ? '(pack)' : first.path.map(String).join('.'),
    problem: first === undefined ? 'unknown' : first.code === 'custom' ? first.message : first.code,
    more: rest.length,
  });
};
