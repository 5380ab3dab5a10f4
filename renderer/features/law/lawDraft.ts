import { LawItem, type LawVersion } from '#shared/law/law-item.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import type { LawRow } from './LawContext.ts';

/** What the form holds: one law and the version of it that is written or changed. */
export type LawForm = {
  name: string;
  short: string;
  kind: LawItem['kind'];
  role: LawItem['role'];
  level: LawItem['level'];
  version: string;
  status: LawVersion['status'];
  validFrom: string | null;
  validTo: string | null;
  confidence: LawVersion['confidence'];
  toVerify: boolean;
  source: string;
  text: string;
  reason: string;
};

/** Words that a person types stand for both languages until somebody translates them. */
const both = (text: string) => ({ nl: text.trim(), en: text.trim() });

export const versionForm = (version: LawVersion | undefined, lang: 'nl' | 'en') => ({
  version: version?.id ?? '',
  status: version?.status ?? ('inForce' as const),
  validFrom: version?.validFrom ?? null,
  validTo: version?.validTo ?? null,
  confidence: version?.confidence ?? ('moderate' as const),
  toVerify: version?.toVerify ?? true,
  source: version?.source ?? '',
  text: version?.text[lang] ?? '',
});

export const formOf = (law: LawRow | null, item: LawItem | undefined, lang: 'nl' | 'en'): LawForm => ({
  name: law?.title[lang] ?? '',
  short: law?.short[lang] ?? '',
  kind: law?.kind ?? 'act',
  role: law?.role ?? 'screening',
  level: law?.level ?? 'national',
  reason: '',
  ...versionForm(item?.versions.find(({ id }) => id === law?.answer.version?.id) ?? item?.versions[0], lang),
});

/** An id out of a name: small letters and digits, words parted by hyphens. */
const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 36);

const keepWords = (words: { readonly nl: string; readonly en: string }, text: string, lang: 'nl' | 'en') =>
  words[lang] === text.trim() ? words : both(text);

/** The shipped law of that id, when there is one. */
export const shippedLaw = (id: string): LawItem | undefined => NL_LAW.items.find((item) => item.id === id);

/**
 * The law as the form has it, checked by the schema: a correction keeps the conditions of the version that it changes;
 * a new law asks one question, which a person answers.
 */
export function lawOf(form: LawForm, item: LawItem | undefined, ask: string, lang: 'nl' | 'en') {
  const { validFrom, validTo, status, confidence, toVerify, source } = form;
  const dates = { ...(validFrom ? { validFrom } : {}), ...(validTo ? { validTo } : {}) };
  const said = { status, confidence, toVerify, source: source.trim(), ...dates };
  if (item === undefined) {
    const id = `own-${idOf(form.short)}`.slice(0, 40);
    const scope = { ask: `own.${id}`, text: both(ask) };
    return LawItem.safeParse({
      id,
      kind: form.kind,
      role: form.role,
      level: form.level,
      title: both(form.name),
      short: both(form.short),
      letter: [],
      versions: [{ id: `${id}-1`, text: both(form.text), scope, ...said }],
    });
  }
  const versions = item.versions.map((version) => {
    if (version.id !== form.version) return version;
    const { validFrom: _, validTo: __, ...rest } = version;
    return { ...rest, ...said, text: keepWords(version.text, form.text, lang) };
  });
  return LawItem.safeParse({
    ...item,
    title: keepWords(item.title, form.name, lang),
    short: keepWords(item.short, form.short, lang),
    versions,
  });
}
