import type { Lang } from '../i18n/index.ts';
import type { Likelihood, YardstickId } from '../model/records/threat.ts';
import { type Term, type Yardstick, yardstickOf } from '../scoring/yardstick.ts';

/** The yardstick of a case in which nobody chose one. */
export const DEFAULT_YARDSTICK: YardstickId = 'icd203';

export function knownYardstick(id: YardstickId): Yardstick {
  const found = yardstickOf(id);
  if (found === undefined) throw new Error(`no yardstick ${id}`);
  return found;
}

/** The word that a likelihood names; undefined for bounds, for "not to be said", and for a word that is not in it. */
export const termIn = (likelihood: Likelihood): Term | undefined =>
  likelihood.kind === 'term'
    ? knownYardstick(likelihood.yardstick).terms.find(({ id }) => id === likelihood.term)
    : undefined;

/** Bounds from 0 to 1; null when nothing can be said, which is neither 0 nor "somewhere in between". */
export function likelihoodBounds(
  likelihood: Likelihood,
): { readonly min: number; readonly max: number } | null {
  if (likelihood.kind === 'range') return { min: likelihood.min, max: likelihood.max };
  const term = termIn(likelihood);
  return term === undefined ? null : { min: term.from, max: term.to };
}

/** Bounds in whole per cents, for example `55–80%`. */
export const percentText = ({ min, max }: { readonly min: number; readonly max: number }): string => {
  const [low, high] = [Math.round(min * 100), Math.round(max * 100)];
  return low === high ? `${low}%` : `${low}–${high}%`;
};

/** The word with its bounds, or the bounds alone; undefined when nothing can be said. */
export function likelihoodText(likelihood: Likelihood, lang: Lang): string | undefined {
  const bounds = likelihoodBounds(likelihood);
  if (bounds === null) return undefined;
  const term = termIn(likelihood);
  return term === undefined ? percentText(bounds) : `${term[lang]} (${percentText(bounds)})`;
}
