import type { Ends } from './hhi.ts';

/**
 * Thresholds as dated data: what others call concentrated or dependent, with where it stands. They are yardsticks, not
 * rules of the letter.
 */
export type Threshold = {
  readonly id: string;
  /** Above this, as a fraction. */
  readonly above: number;
  readonly measure:
    | 'hhi'
    | 'hhiChange'
    | 'extraEuHhi'
    | 'extraEuShare'
    | 'importsToExports'
    | 'worldExportHhi';
  readonly source: string;
  readonly validFrom: string;
};

const MERGER_GUIDELINES = 'US DOJ and FTC, Merger Guidelines 2023, guideline 1';
const SWD = 'European Commission, SWD(2021) 352 final';
const GEODEP = 'CEPII, GeoDep';

export const THRESHOLDS = [
  { id: 'doj-high', measure: 'hhi', above: 0.18, source: MERGER_GUIDELINES, validFrom: '2023-12-18' },
  { id: 'doj-change', measure: 'hhiChange', above: 0.01, source: MERGER_GUIDELINES, validFrom: '2023-12-18' },
  { id: 'eu-cdi1', measure: 'extraEuHhi', above: 0.4, source: SWD, validFrom: '2021-05-05' },
  { id: 'eu-cdi2', measure: 'extraEuShare', above: 0.5, source: SWD, validFrom: '2021-05-05' },
  { id: 'eu-cdi3', measure: 'importsToExports', above: 1, source: SWD, validFrom: '2021-05-05' },
  { id: 'geodep-imports', measure: 'hhi', above: 0.4, source: GEODEP, validFrom: '2024-01-01' },
  { id: 'geodep-world', measure: 'worldExportHhi', above: 0.4, source: GEODEP, validFrom: '2024-01-01' },
  { id: 'geodep-ratio', measure: 'importsToExports', above: 1, source: GEODEP, validFrom: '2024-01-01' },
] as const satisfies readonly Threshold[];
export type ThresholdId = (typeof THRESHOLDS)[number]['id'];

export const thresholdOf = (id: ThresholdId): Threshold =>
  THRESHOLDS.find((one) => one.id === id) ?? THRESHOLDS[0];

/** For every value within the range, for some, or for none. */
export type Verdict = 'yes' | 'possible' | 'no';

/** Whether a range lies above a threshold; an index that is not known at all may. */
export function exceeds(range: Ends | undefined, above: number): Verdict {
  if (range === undefined) return 'possible';
  return range.min > above ? 'yes' : range.max > above ? 'possible' : 'no';
}

/** Whether all hold (Kleene). */
export const allOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('no') ? 'no' : verdicts.includes('possible') ? 'possible' : 'yes';

/** What a dependency test of the European kind needs of one product in one year; absent is unknown. */
export type TradeYear = {
  readonly extraEuHhi?: Ends | undefined;
  readonly extraEuShare?: Ends | undefined;
  readonly importsToExports?: Ends | undefined;
  readonly importHhi?: Ends | undefined;
  readonly worldExportHhi?: Ends | undefined;
};

/** The three criteria of the Commission (2021), and whether all hold: then the Union depends on others for the product. */
export function euDependency({ extraEuHhi, extraEuShare, importsToExports }: TradeYear) {
  const criteria = {
    'eu-cdi1': exceeds(extraEuHhi, thresholdOf('eu-cdi1').above),
    'eu-cdi2': exceeds(extraEuShare, thresholdOf('eu-cdi2').above),
    'eu-cdi3': exceeds(importsToExports, thresholdOf('eu-cdi3').above),
  };
  return { criteria, dependent: allOf(Object.values(criteria)) };
}

/** The test of CEPII: all three criteria in at least two of the years given, which are to be three. */
export function geoDependency(years: readonly TradeYear[]): {
  readonly years: readonly Verdict[];
  readonly dependent: Verdict;
} {
  const verdicts = years.map(({ importHhi, worldExportHhi, importsToExports }) =>
    allOf([
      exceeds(importHhi, thresholdOf('geodep-imports').above),
      exceeds(worldExportHhi, thresholdOf('geodep-world').above),
      exceeds(importsToExports, thresholdOf('geodep-ratio').above),
    ]),
  );
  const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  const sure = count('yes');
  const dependent = sure >= 2 ? 'yes' : sure + count('possible') >= 2 ? 'possible' : 'no';
  return { years: verdicts, dependent };
}

/** Members of the European Union since 1 February 2020. */
export const EU_MEMBERS: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);
