import { countryText } from '#shared/i18n/codes.ts';
import type { At } from '#shared/ipc/common.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { neutralityContract } from '#shared/ipc/neutrality.ts';
import type { Day } from '#shared/model/dates.ts';
import type { LogId } from '#shared/model/ids.ts';
import { swapsOf } from '#shared/neutrality/countries.ts';
import { lightestOption } from '#shared/neutrality/lightest.ts';
import { ok } from '#shared/result.ts';
import type { Desk } from './desk.ts';
import type { CliResult } from './failure.ts';
import { columns } from './layout.ts';
import type { Terminal } from './terminal.ts';

export type Shown = { readonly logId: LogId; readonly at: At; readonly day: Day };

type Answer<Name extends keyof typeof neutralityContract> = OutputOf<(typeof neutralityContract)[Name]>;
type Neutral = Answer<'neutrality.get'>;
type Masked = Answer<'neutrality.masked'>;

/** The neutrality part of an assessment (PUR-18 to PUR-20). */
export type NeutralityPart = {
  readonly day: Day;
  readonly countries: Neutral['countries'];
  /** Which outcomes are others with one country in the place of another; no swaps in a case without one abroad. */
  readonly swaps: Answer<'neutrality.swap'>['swaps'];
  /** Judgements that may rest on a country alone. */
  readonly onCountry: Neutral['findings'];
  readonly principles: Neutral['principles'];
  /** Least intervention first, each with what a foreign state would have; parts from 0 to 1. */
  readonly options: Neutral['options'];
  /** The lightest option that takes control by a foreign state away; null where none is known to. */
  readonly lightest: string | null;
  /** Masked ratings, and beside the open one of the same rater: in levels, open less masked. */
  readonly masked: Pick<Masked, 'ratings' | 'rows'>;
};

/** Asks what the neutrality screen asks, with every swap that `swapsOf` names. */
export async function neutralityOf(call: Desk['call'], shown: Shown): Promise<CliResult<NeutralityPart>> {
  const got = await call('neutrality.get', shown);
  if (!got.ok) return got;
  const { logId, at, day } = shown;
  const masked = await call('neutrality.masked', { logId, at });
  if (!masked.ok) return masked;
  const { countries, findings, principles, options } = got.value;
  const swaps = swapsOf(countries);
  const swapped = swaps.length === 0 ? ok({ swaps: [] }) : await call('neutrality.swap', { ...shown, swaps });
  if (!swapped.ok) return swapped;
  const { ratings, rows } = masked.value;
  return ok({
    day,
    countries,
    swaps: swapped.value.swaps,
    onCountry: findings,
    principles,
    options,
    lightest: lightestOption(options)?.record ?? null,
    masked: { ratings, rows },
  });
}

/** In a few lines: what each swap changes, judgements on a country alone, and masked ratings that ask for a reason. */
export function neutralityLines({ t, lang }: Terminal, part: NeutralityPart): string[] {
  const differences = part.masked.rows.filter(({ standing }) => standing === 'differs').length;
  return [
    ...columns(
      part.swaps.map(({ from, to, drift }) => [
        t('cli.assess.swap', { from: countryText(from, lang), to: countryText(to, lang) }),
        drift.length === 0 ? t('cli.assess.swapSame') : t('neutrality.swap.some', { count: drift.length }),
      ]),
      '  ',
    ),
    ...(part.swaps.length === 0 ? [`  ${t('neutrality.swap.noCountries')}`] : []),
    `  ${t('cli.assess.onCountry', { count: part.onCountry.length })}`,
    `  ${differences === 0 ? t('neutrality.masked.noDifferences') : t('neutrality.masked.openDifferences', { count: differences })}`,
  ];
}
