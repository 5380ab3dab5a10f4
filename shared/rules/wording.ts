import { codeText } from '../i18n/codes.ts';
import type { Lang, Translate } from '../i18n/index.ts';
import { propertyOf } from '../model/properties.ts';
import type { Unit } from '../model/value.ts';
import type { Atom, Fact } from './condition.ts';

/** How days and numbers are written where the words will stand. */
export type AtomWording = {
  readonly lang: Lang;
  readonly t: Translate;
  readonly day: (day: string) => string;
  readonly number: (value: number, unit: Unit) => string;
};

function testText(fact: Fact, { lang, t, day, number }: AtomWording): string {
  const { fact: property, yes, in: list, atLeast, below, unit, before, from } = fact;
  if (yes !== undefined) return t(yes ? 'law.test.yes' : 'law.test.no');
  if (list !== undefined) return list.map((code) => codeText(property, code, { lang, t })).join(', ');
  if (before !== undefined) return t('law.test.before', { day: day(before) });
  if (from !== undefined) return t('law.test.from', { day: day(from) });
  const limit = number(atLeast ?? below ?? 0, unit ?? 'count');
  return t(atLeast === undefined ? 'law.test.below' : 'law.test.atLeast', { number: limit });
}

/** An atom of a rule in words: a question as it stands, a fact as "Sensitieve technologie (de onderneming): ja". */
export function atomText(atom: Atom, wording: AtomWording): string {
  const { lang, t } = wording;
  if ('ask' in atom) return atom.text[lang];
  if ('derived' in atom) return t(`law.derived.${atom.derived}`);
  const property = propertyOf(atom.fact)?.label[lang] ?? atom.fact;
  return t('law.factText', { property, on: t(`law.on.${atom.on}`), test: testText(atom, wording) });
}
