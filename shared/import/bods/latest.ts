import { canonicalText } from '../../model/canonical.ts';
import type { Statement } from './schema.ts';

type Placed = {
  readonly index: number;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly statement: Statement;
};

/** A day without a time stands at its beginning; a statement without a date stands before all. */
const timeOf = ({ statement: { statementDate = '' } }: Placed): string =>
  statementDate.length === 10 ? `${statementDate}T00:00:00Z` : statementDate;

/**
 * The statement of each record that counts: the latest by date, and of those the last in the file. `twice` are
 * statements that share an id and yet differ, of which no one can be believed; a repeated statement is one statement.
 */
export function latestOfEach<T extends Placed>(
  read: readonly T[],
): { readonly latest: readonly T[]; readonly twice: readonly T[]; readonly superseded: number } {
  const byId = new Map<string, T[]>();
  for (const one of read) {
    const sharing = byId.get(one.statement.statementId);
    if (sharing) sharing.push(one);
    else byId.set(one.statement.statementId, [one]);
  }
  const twice: T[] = [];
  const single: T[] = [];
  for (const sharing of byId.values()) {
    const differ = sharing.length > 1 && new Set(sharing.map(({ raw }) => canonicalText(raw))).size > 1;
    if (differ) twice.push(...sharing);
    else if (sharing[0] !== undefined) single.push(sharing[0]);
  }
  const latest = new Map<string, T>();
  for (const one of single.sort((a, b) => a.index - b.index)) {
    const other = latest.get(one.statement.recordId);
    if (other === undefined || timeOf(other) <= timeOf(one)) latest.set(one.statement.recordId, one);
  }
  const kept = [...latest.values()].sort((a, b) => a.index - b.index);
  return { latest: kept, twice, superseded: single.length - kept.length };
}
