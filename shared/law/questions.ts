import type { Lang } from '../i18n/index.ts';
import { CATALOGUE } from '../instruments/catalogue.ts';
import { type Condition, isAtom } from '../rules/condition.ts';
import { NL_LAW } from './nl-law.ts';
import { CASE_CONDITIONS } from './scope-cases.ts';

type Words = { readonly nl: string; readonly en: string };

function asksIn(condition: Condition): [string, Words][] {
  if (isAtom(condition)) return 'ask' in condition ? [[condition.ask, condition.text]] : [];
  if ('not' in condition) return asksIn(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(asksIn);
}

const CONDITIONS: readonly Condition[] = [
  ...CASE_CONDITIONS,
  ...NL_LAW.items.flatMap(({ versions }) =>
    versions.flatMap(({ scope, pending }) => [scope, pending].flatMap((one) => one ?? [])),
  ),
  ...CATALOGUE.instruments.flatMap(({ applies }) => applies ?? []),
];
const QUESTIONS = new Map(CONDITIONS.flatMap(asksIn));

/** The words of a question of the shipped laws and instruments; undefined for one that an analyst added. */
export const questionText = (ask: string, lang: Lang): string | undefined => QUESTIONS.get(ask)?.[lang];
