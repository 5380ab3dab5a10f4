import type { CaseGraph } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';

/** One country, or those of whom none is recorded (`code` null). Counts only: no country is better than another (PUR-20). */
export type CountryRow = {
  readonly code: string | null;
  readonly parties: readonly RecordId[];
  readonly sites: readonly RecordId[];
  readonly within: number;
  readonly outgoing: number;
  readonly incoming: number;
};
export type CountryFlow = {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
  readonly essential: number;
  readonly relations: readonly RecordId[];
};

/** Types that are somewhere; a technology, a process and a product are nowhere by themselves. */
const PLACED = new Set(['company', 'publicBody', 'site']);

/** Parties, sites and supplies by country: by where the supplier is, not by where goods were made. */
export function countriesOf(graph: CaseGraph): {
  readonly rows: readonly CountryRow[];
  readonly flows: readonly CountryFlow[];
} {
  const placed = graph.nodes.filter(({ type }) => PLACED.has(type));
  const codeOf = new Map(placed.map(({ record, country }) => [record, country ?? null]));
  const flows = new Map<
    string,
    { from: string | null; to: string | null; count: number; essential: number; relations: RecordId[] }
  >();
  for (const { record, from, to, flow, essential } of graph.edges) {
    const [start, end] = [codeOf.get(from), codeOf.get(to)];
    if (!flow || start === undefined || end === undefined) continue;
    const key = `${start} ${end}`;
    const known = flows.get(key) ?? { from: start, to: end, count: 0, essential: 0, relations: [] };
    known.count++;
    if (essential === 'yes') known.essential++;
    known.relations.push(record);
    flows.set(key, known);
  }
  const all = [...flows.values()];
  const sum = (test: (flow: CountryFlow) => boolean): number =>
    all.filter(test).reduce((total, { count }) => total + count, 0);
  const rows = [...Map.groupBy(placed, ({ country }) => country ?? null)].map(
    ([code, members]): CountryRow => {
      const of = (site: boolean): RecordId[] =>
        members.filter(({ type }) => (type === 'site') === site).map(({ record }) => record);
      return {
        code,
        parties: of(false),
        sites: of(true),
        within: sum(({ from, to }) => from === code && to === code),
        outgoing: sum(({ from, to }) => from === code && to !== code),
        incoming: sum(({ from, to }) => to === code && from !== code),
      };
    },
  );
  const byCode = (a: string | null, b: string | null): number =>
    Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? '');
  return {
    rows: rows.sort((a, b) => b.parties.length - a.parties.length || byCode(a.code, b.code)),
    flows: all.sort((a, b) => b.count - a.count || byCode(a.from, b.from) || byCode(a.to, b.to)),
  };
}
