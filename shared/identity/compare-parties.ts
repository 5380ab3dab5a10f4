import { compareNames, type NameComparison } from './compare-names.ts';
import { editDistance } from './edits.ts';
import type { ParsedName } from './parse-name.ts';
import { type PreparedParty, STRONG_IDENTIFIERS } from './party.ts';
import { type AgainstReason, FOR_CODES, type ForReason, nameReasons } from './reasons.ts';

/**
 * How alike two parties are and why. `score` is 0 to 1, an order for the person who decides and no probability;
 * the tool's own construct, as are the weights below.
 */
export type PartyComparison = {
  readonly score: number;
  readonly reasons: readonly ForReason[];
  readonly against: readonly AgainstReason[];
};

/** From here on two parties are worth a look. */
export const CANDIDATE = 0.75;

const SAME_NUMBER = 0.99;
const SAME_NUMBER_OTHER_NAME = 0.9;
const OTHER_NUMBER = 0.5;
const SLIP_IN_NUMBER = 0.85;
const OTHER_COUNTRY = 0.85;
const RELATED = 0.7;
/** What a shared website takes away of the doubt. */
const SAME_SITE = 0.5;

type Names = {
  readonly a: ParsedName;
  readonly b: ParsedName;
  readonly compared: NameComparison;
  readonly first: boolean;
};

/** The two names of theirs that are most alike. */
function bestNames(a: PreparedParty, b: PreparedParty): Names | undefined {
  let best: Names | undefined;
  a.names.forEach((one, i) => {
    b.names.forEach((other, j) => {
      const compared = compareNames(one, other);
      if (!best || compared.score > best.compared.score)
        best = { a: one, b: other, compared, first: i === 0 && j === 0 };
    });
  });
  return best;
}

type Numbers = {
  readonly same: ForReason[];
  readonly other: AgainstReason[];
  readonly slip: AgainstReason[];
};

/** Numbers of one register that both have: equal, different, or different by one slip of the pen. */
function compareNumbers(a: PreparedParty, b: PreparedParty): Numbers {
  const found: Numbers = { same: [], other: [], slip: [] };
  for (const kind of STRONG_IDENTIFIERS) {
    const [one, other] = [[...(a.identifiers.get(kind) ?? [])], [...(b.identifiers.get(kind) ?? [])]];
    const [x, y] = [one[0], other[0]];
    if (x === undefined || y === undefined) continue;
    const same = one.find((value) => other.includes(value));
    if (same !== undefined) found.same.push({ code: 'sameIdentifier', kind, a: same });
    else if (one.some((p) => other.some((q) => editDistance(p, q, 1) === 1)))
      found.slip.push({ code: 'slipInIdentifier', kind, a: x, b: y });
    else found.other.push({ code: 'otherIdentifier', kind, a: x, b: y });
  }
  return found;
}

/**
 * Compares two parties. An equal number of a register makes them nearly certainly one, also under another name; a
 * different one speaks against it. `related` names a relation that runs between them: nobody owns oneself. Below
 * `least` the reasons are left out.
 */
export function compareParties(
  a: PreparedParty,
  b: PreparedParty,
  options: { readonly related?: string | undefined; readonly least?: number } = {},
): PartyComparison {
  if (a.party.kind !== b.party.kind) return NOTHING;
  const { related, least = 0 } = options;
  const names = bestNames(a, b);
  const byName = names?.compared.score ?? 0;
  const numbers = compareNumbers(a, b);
  const sameSite = [...a.websites].some((site) => b.websites.has(site));
  const [here, there] = [a.party.country, b.party.country];
  const abroad = here !== undefined && there !== undefined && here !== there;
  let score = sameSite ? 1 - (1 - byName) * SAME_SITE : byName;
  if (abroad) score *= OTHER_COUNTRY;
  if (numbers.same.length > 0) score = byName >= OTHER_NUMBER ? SAME_NUMBER : SAME_NUMBER_OTHER_NAME;
  if (numbers.other.length > 0) score *= OTHER_NUMBER;
  else if (numbers.slip.length > 0) score *= SLIP_IN_NUMBER;
  if (related !== undefined) score *= RELATED;
  score = Math.round(score * 1000) / 1000;
  if (score < least) return { ...NOTHING, score };
  const said = names ? nameReasons(names.a, names.b, names.compared) : NOTHING;
  const reasons: ForReason[] = [
    ...numbers.same,
    ...said.reasons,
    ...(names && !names.first && byName >= CANDIDATE ? [{ code: 'otherName' } as const] : []),
    ...(sameSite ? [{ code: 'sameWebsite' } as const] : []),
  ];
  return {
    score,
    reasons: reasons.sort((x, y) => FOR_CODES.indexOf(x.code) - FOR_CODES.indexOf(y.code)),
    against: [
      ...numbers.other,
      ...numbers.slip,
      ...said.against,
      ...(abroad ? [{ code: 'otherCountry', a: here, b: there } as const] : []),
      ...(related === undefined ? [] : [{ code: 'related', kind: related } as const]),
    ],
  };
}

const NOTHING: PartyComparison = { score: 0, reasons: [], against: [] };
