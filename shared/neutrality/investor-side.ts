import type { Told } from '../evidence/facts.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import { isInterest } from '../ownership/from-records.ts';
import { investorsOf } from '../scenario/groups.ts';
import { OWN_PREFIX } from '../scenario/run.ts';
import { HOME } from './country-words.ts';

/** Who stands on the side of the investor: the parties of the deal, those above them, and parties of a scenario alone. */
export type InvestorSide = {
  readonly investors: readonly RecordId[];
  /** Holders, directors, financiers and states behind an investor, the nearest first. */
  readonly above: readonly RecordId[];
  /** Names of parties that are there in a scenario alone. */
  readonly own: readonly string[];
};

type Link = { readonly below: RecordId; readonly above: RecordId };

/** What reaches upward: interests, direction, finance, influence, and being a part of something larger. */
function linksOf(live: readonly Told[]): Link[] {
  return live.flatMap(({ type, body }): Link[] => {
    if (type === 'influence') {
      const { party, actor } = body as BodyOf<'influence'>;
      return [{ below: party, above: actor }];
    }
    if (type !== 'relation') return [];
    const { kind, from, to } = body as BodyOf<'relation'>;
    if (isInterest(kind) || kind === 'finances') return [{ below: to, above: from }];
    return kind === 'partOf' ? [{ below: from, above: to }] : [];
  });
}

/** Everybody above some parties, the nearest first; never through the company itself. */
function upward(
  from: readonly RecordId[],
  links: readonly Link[],
  company: RecordId | undefined,
): RecordId[] {
  const above = Map.groupBy(links, ({ below }) => below);
  const seen = new Set<RecordId>(from);
  for (const one of seen)
    for (const link of above.get(one) ?? []) if (link.above !== company) seen.add(link.above);
  return [...seen].slice(new Set(from).size);
}

/**
 * The investor of the unwanted deals that are recorded as scenarios, and where there is none who finances the company;
 * and whoever has a stake in it with a foreign public body above them, because a holding that is there already is
 * judged too (AMB-08). Parties that were called the same are one, by the record that stands for them (`of`).
 */
export function investorSide(live: readonly Told[], of: (record: RecordId) => RecordId): InvestorSide {
  const asked = live.find(({ type }) => type === 'case')?.body.company as RecordId | undefined;
  const company = asked && of(asked);
  const deals = live.flatMap(({ type, body }) =>
    type === 'scenario' && body.kind === 'unwantedDeal' ? [body as unknown as BodyOf<'scenario'>] : [],
  );
  const nodes = deals.flatMap(({ steps }) => investorsOf(steps));
  const own = deals.flatMap(({ parties }) => parties.map(({ name }) => name));
  const foreign = new Set(
    live.flatMap(({ type, record, body }) =>
      type === 'publicBody' && body.country !== HOME ? [of(record)] : [],
    ),
  );
  const links = linksOf(live).map(({ below, above }) => ({ below: of(below), above: of(above) }));
  const direct = links.flatMap(({ below, above }) => (below === company ? [above] : []));
  const tied = direct.filter(
    (one) => foreign.has(one) || upward([one], links, company).some((node) => foreign.has(node)),
  );
  const planned = nodes.flatMap((node) => (node.startsWith(OWN_PREFIX) ? [] : [of(node as RecordId)]));
  const financing = live.flatMap(({ type, body }) =>
    type === 'relation' && body.kind === 'finances' && of(body.to as RecordId) === company
      ? [of(body.from as RecordId)]
      : [],
  );
  const investors = [...new Set([...(nodes.length > 0 ? planned : financing), ...tied])].filter(
    (one) => one !== company,
  );
  return { investors, above: upward(investors, links, company), own: [...new Set(own)] };
}
