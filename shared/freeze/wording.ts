import { BEV_2023 } from '../framework/bev2023.ts';
import { ADVICE_OUTCOMES } from '../framework/pack.ts';
import { gateById, leafById } from '../framework/wording.ts';
import type { Lang, Translate } from '../i18n/index.ts';
import { CATALOGUE } from '../instruments/catalogue.ts';
import { GAPS } from '../instruments/ladder.ts';
import { NL_LAW } from '../law/nl-law.ts';
import { SCOPES } from '../law/scope.ts';
import { RUNG_VERDICTS } from '../model/records/last-resort.ts';
import { OUTCOMES } from '../model/vocabulary.ts';

const among = <Word extends string>(words: readonly Word[], word: string): Word | undefined =>
  words.find((one) => one === word);

/** An outcome of a frozen assessment in words: what kind of outcome it is follows from what it is of. */
export function outcomeText(t: Translate, of: string, is: string | null): string {
  if (is === null) return t('freeze.list.absent');
  const [kind] = of.split(' ');
  const word = is.split(' ')[0] ?? is;
  const advice = kind === 'advice' ? among(ADVICE_OUTCOMES, word) : undefined;
  if (advice) return t(`assessment.advice.${advice}`);
  const scope = kind === 'law' ? among(SCOPES, word) : undefined;
  if (scope) return t(`law.scope.${scope}`);
  const gap = kind === 'rung' ? among(GAPS, word) : undefined;
  const verdict = kind === 'rung' ? among(RUNG_VERDICTS, word) : undefined;
  if (gap) return t(`instruments.gap.${gap}`);
  if (verdict) return t(`instruments.verdict.${verdict}`);
  const outcome = among(OUTCOMES, word);
  if (outcome) return t(`words.outcome.${outcome}`);
  const counted = kind === 'indicator' ? COUNTED.exec(is) : null;
  if (counted === null) return is;
  const [, low = '-', high = low, rated = '', unknown = ''] = counted;
  return t('freeze.list.indicator', {
    levels: low === high ? low.replace('-', '–') : `${low}–${high}`,
    rated,
    unknown,
  });
}

/** How `evaluateCase` writes an indicator: levels, ratings and how many of these are unknown. */
const COUNTED = /^(-|\d+)(?:-(\d+))?, (\d+) rated, (\d+) unknown$/;

/** What an outcome is of, by the name that the packs give it. */
export function partText(t: Translate, of: string, lang: Lang): string {
  const [kind, id = of] = of.split(' ');
  if (kind === 'advice') return t('freeze.list.advice');
  const indicator = BEV_2023.indicators.find((one) => one.id === id)?.title[lang];
  const rung = [...CATALOGUE.instruments, ...CATALOGUE.measures].find((one) => one.id === id)?.title[lang];
  const law = NL_LAW.items.find((one) => one.id === id)?.short[lang];
  const named =
    leafById(BEV_2023, id)?.title[lang] ?? gateById(BEV_2023, id)?.title[lang] ?? indicator ?? rung ?? law;
  const part = named === undefined ? id : `${named} (${id})`;
  return kind === 'suggestion' ? t('freeze.list.suggestion', { part }) : part;
}
