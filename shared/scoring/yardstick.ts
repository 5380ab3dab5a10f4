/**
 * Words for probability with their bounds. A yardstick is chosen once for a case and never mixed with another; how sure
 * one is of a judgement (confidence) is a second axis and stands in another sentence (ICD 203; field-practice 2.5.2).
 */
export type Term = {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  /** Other words for the same term, same bounds. */
  readonly also: readonly string[];
  readonly from: number;
  readonly to: number;
};
export type Yardstick = {
  readonly id: string;
  readonly source: string;
  /** The words are the tool's proposal, not an official list. */
  readonly construct: boolean;
  readonly terms: readonly Term[];
};

const term = (
  id: string,
  nl: string,
  en: string,
  from: number,
  to: number,
  ...also: readonly string[]
): Term => ({ id, nl, en, also, from, to });

const ICD_BOUNDS = [0.01, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95, 0.99] as const;

/** The seven steps of ICD 203 with other words. */
const sevenSteps = (words: readonly (readonly [string, string, string, ...string[]])[]): Term[] =>
  words.map(([id, nl, en, ...also], k) =>
    term(id, nl, en, ICD_BOUNDS[k] as number, ICD_BOUNDS[k + 1] as number, ...also),
  );

const DUTCH_SEVEN = [
  'vrijwel uitgesloten',
  'zeer onwaarschijnlijk',
  'onwaarschijnlijk',
  'ongeveer even kans',
  'waarschijnlijk',
  'zeer waarschijnlijk',
  'vrijwel zeker',
] as const;

export const YARDSTICKS: readonly Yardstick[] = [
  {
    id: 'icd203',
    source: 'ICD 203 (2015)',
    construct: false,
    terms: sevenSteps([
      ['almostNoChance', DUTCH_SEVEN[0], 'almost no chance', 'remote'],
      ['veryUnlikely', DUTCH_SEVEN[1], 'very unlikely', 'highly improbable'],
      ['unlikely', DUTCH_SEVEN[2], 'unlikely', 'improbable'],
      ['evenChance', DUTCH_SEVEN[3], 'roughly even chance', 'roughly even odds'],
      ['likely', DUTCH_SEVEN[4], 'likely', 'probable'],
      ['veryLikely', DUTCH_SEVEN[5], 'very likely', 'highly probable'],
      ['almostCertain', DUTCH_SEVEN[6], 'almost certain', 'nearly certain'],
    ]),
  },
  {
    id: 'phia',
    source: 'UK PHIA Probability Yardstick',
    construct: false,
    terms: [
      term('remote', 'verwaarloosbaar', 'remote chance', 0, 0.05),
      term('highlyUnlikely', 'hoogst onwaarschijnlijk', 'highly unlikely', 0.1, 0.2),
      term('unlikely', 'onwaarschijnlijk', 'unlikely', 0.25, 0.35),
      term('realisticPossibility', 'reële mogelijkheid', 'realistic possibility', 0.4, 0.5),
      term('likely', 'waarschijnlijk', 'likely', 0.55, 0.75, 'probable'),
      term('highlyLikely', 'hoogst waarschijnlijk', 'highly likely', 0.8, 0.9),
      term('almostCertain', 'vrijwel zeker', 'almost certain', 0.95, 1),
    ],
  },
  {
    id: 'nato',
    source: 'NATO AJP-2.1',
    construct: false,
    terms: [
      term('highlyUnlikely', 'hoogst onwaarschijnlijk', 'highly unlikely', 0, 0.1),
      term('unlikely', 'onwaarschijnlijk', 'unlikely', 0.1, 0.4),
      term('evenChance', 'even kans', 'even chance', 0.4, 0.6),
      term('likely', 'waarschijnlijk', 'likely', 0.6, 0.9),
      term('highlyLikely', 'hoogst waarschijnlijk', 'highly likely', 0.9, 1),
    ],
  },
  {
    id: 'nl',
    source: 'Bounds of ICD 203; Dutch words proposed by the tool',
    construct: true,
    terms: sevenSteps(
      DUTCH_SEVEN.map((nl, k) => [
        `step${k + 1}`,
        nl,
        [
          'almost no chance',
          'very unlikely',
          'unlikely',
          'roughly even chance',
          'likely',
          'very likely',
          'almost certain',
        ][k] as string,
      ]),
    ),
  },
];

/** What a probability is called: a term, or that it lies in a gap of the yardstick or beyond its ends. */
export type Named =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'gap'; readonly below: Term; readonly above: Term }
  | { readonly kind: 'outside' };

/**
 * The term of a probability from 0 to 1. Bounds that touch belong to the upper term, `[from, to)`, except the last one:
 * .05 is very unlikely, .20 unlikely, .55 likely. 1 and 0 lie outside ICD 203: certainty is no probability.
 */
export function termOf({ terms }: Yardstick, probability: number): Named {
  const last = terms.length - 1;
  const at = terms.findIndex(({ from, to }, k) => {
    // A bound belongs to the term below where the next one does not begin there.
    const closed = k === last || terms[k + 1]?.from !== to;
    return probability >= from && (probability < to || (closed && probability === to));
  });
  const found = terms[at];
  if (found) return { kind: 'term', term: found };
  const above = terms.findIndex(({ from }) => from > probability);
  const [lower, upper] = [terms[above - 1], terms[above]];
  return lower && upper ? { kind: 'gap', below: lower, above: upper } : { kind: 'outside' };
}

export const yardstickOf = (id: string): Yardstick | undefined => YARDSTICKS.find((one) => one.id === id);
