import { canonicalText, type Json } from '../model/canonical.ts';
import type { Op } from './op.ts';

export type ChangedField = { field: string; before?: Json; after?: Json };

/** Members of a record that a version changed, `marking` among them; a created or withdrawn record lists all it had. */
export function changedFields(op: Op, base: Op | undefined): ChangedField[] {
  const before = base?.body ?? {};
  const after = op.body ?? {};
  const fields: ChangedField[] = [];
  for (const field of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const [was, is] = [before[field], after[field]];
    if (was !== undefined && is !== undefined && canonicalText(was) === canonicalText(is)) continue;
    fields.push({
      field,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    });
  }
  if (base && base.marking !== op.marking)
    fields.push({ field: 'marking', before: base.marking, after: op.marking });
  return fields;
}

/** What a version did to its record. */
export const whatHappened = (
  op: Op,
  base: Op | undefined,
): 'created' | 'changed' | 'withdrawn' | 'restored' => {
  if (op.body === null) return 'withdrawn';
  if (base === undefined) return 'created';
  return base.body === null ? 'restored' : 'changed';
};
