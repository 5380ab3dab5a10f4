import { type Amount, boundsOf, spanning } from '../graph/amount.ts';
import type { GraphEdge, Ternary } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';
import type { Chain } from './compile.ts';
import { isStorable } from './readings.ts';

/** Days between two bounds; `max: null` is open. */
export type Days = { readonly min: number; readonly max: number | null };

/**
 * How long a customer survives without an input against how long it takes to replace it (time to survive and time to
 * recover of Simchi-Levi et al. 2014; field-practice 2.6.13). `gap`: replacing takes longer than the stock lasts.
 */
export type Survival = {
  readonly customer: RecordId;
  readonly input: string;
  readonly essential: Ternary;
  readonly sources: readonly RecordId[];
  readonly relations: readonly RecordId[];
  readonly survive: Days;
  readonly replace: Days;
  /** Whether each is recorded; what is not spans everything. */
  readonly known: { readonly survive: boolean; readonly replace: boolean };
  readonly gap: 'certain' | 'possible' | 'none';
};

/** What is known of several sources spans a range; what is not known of one of them adds nothing. */
function daysOf(amounts: readonly Amount[], unknown: Days): Days {
  const amount = spanning(amounts);
  if (amount.kind === 'unknown') return unknown;
  const [min, max] = boundsOf(amount);
  return { min, max: Number.isFinite(max) ? max : null };
}

/** The inputs of a node, essential ones first, then the largest gap. */
export function survivalOf(chain: Chain, node: number): Survival[] {
  const rows = chain.needs.worst
    .filter(({ to }) => to === node)
    .map(({ sources }): Survival => {
      const edges = sources.flatMap((e) => chain.edges[e] ?? []);
      const stock = edges.map(({ stockCover }) => stockCover);
      const replaced = edges.map(({ timeToReplace }) => timeToReplace);
      const stored = edges.some(isStorable);
      const survive = daysOf(stock, { min: 0, max: stored ? null : 0 });
      const replace = daysOf(replaced, { min: 0, max: null });
      const most = survive.max ?? Number.POSITIVE_INFINITY;
      const longest = replace.max ?? Number.POSITIVE_INFINITY;
      return {
        customer: chain.nodes[node]?.record as RecordId,
        input: inputLabel(edges),
        essential: jointly(edges),
        sources: [...new Set(edges.map(({ from }) => from))],
        relations: edges.map(({ record }) => record),
        survive,
        replace,
        known: {
          survive: stock.some(({ kind }) => kind !== 'unknown') || !stored,
          replace: replaced.some(({ kind }) => kind !== 'unknown'),
        },
        gap: replace.min > most ? 'certain' : longest > survive.min ? 'possible' : 'none',
      };
    });
  const rank = { yes: 0, unknown: 1, no: 2 } as const;
  const gap = { certain: 0, possible: 1, none: 2 } as const;
  return rows.sort(
    (a, b) =>
      rank[a.essential] - rank[b.essential] ||
      gap[a.gap] - gap[b.gap] ||
      b.replace.min - a.replace.min ||
      a.input.localeCompare(b.input),
  );
}

const jointly = (edges: readonly GraphEdge[]): Ternary => {
  if (edges.some(({ essential }) => essential === 'yes')) return 'yes';
  return edges.every(({ essential }) => essential === 'no') ? 'no' : 'unknown';
};

/** The words of the input that all these edges share. */
export function inputLabel(edges: readonly GraphEdge[]): string {
  const [first] = edges;
  const shared = first?.inputs.find(({ key }) =>
    edges.every(({ inputs }) => inputs.some((one) => one.key === key)),
  );
  return shared?.label ?? first?.inputs[0]?.label ?? '';
}
