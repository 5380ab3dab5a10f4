import { countryText } from '#shared/i18n/codes.ts';
import { LOCALES, TEXTS, type TextKey } from '#shared/i18n/index.ts';
import type { VersionView } from '#shared/ipc/common.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { Value } from '#shared/model/value.ts';
import { partialDateText } from '../../ui/dates.ts';
import { formatBytes, formatValue, type Wording } from './format.ts';

const { en } = TEXTS;

export type Body = VersionView['body'];

const isField = (name: string): name is keyof typeof en.model.field => Object.hasOwn(en.model.field, name);

/** Name of a member of a record; a member that this app does not know keeps its own. */
export const fieldName = (field: string, { t }: Wording): string =>
  isField(field) ? t(`model.field.${field}`) : field;

/** Topic of `words` that has the words for a member with a closed list. */
const LISTS: Readonly<Record<string, keyof typeof en.words>> = {
  status: 'status',
  leadDepartment: 'department',
  trigger: 'trigger',
  form: 'organisationForm',
  reliability: 'reliability',
  credibility: 'credibility',
  certainty: 'certainty',
  tlp: 'tlp',
  outcome: 'outcome',
  confidence: 'confidence',
  horizon: 'horizon',
  marking: 'marking',
};
const REFERENCES = ['subject', 'source', 'from', 'to', 'about', 'company'];
const DATES = ['validFrom', 'validTo', 'published', 'retrieved'];

const listWord = (type: string, field: string, code: string, { t }: Wording): string | undefined => {
  const byType: Readonly<Record<string, keyof typeof en.words>> = {
    'relation.kind': 'relationKind',
    'source.kind': 'sourceKind',
    'publicBody.level': 'publicBodyLevel',
  };
  const topic = byType[`${type}.${field}`] ?? LISTS[field];
  if (topic === undefined || !Object.hasOwn(en.words[topic], code)) return undefined;
  const word = t(`words.${topic}.${code}` as TextKey);
  return field === 'reliability' || field === 'credibility' ? `${code}: ${word}` : word;
};

/** One member of a record's body as a line of text, whatever its type; undefined when it is not filled in. */
export function fieldText(type: string, field: string, body: Body, wording: Wording): string | undefined {
  const member = body[field];
  const { t, lang } = wording;
  if (member === undefined || member === null || member === '') return undefined;
  if (typeof member === 'boolean') return t(member ? 'common.yes' : 'common.no');
  if (typeof member === 'number') {
    return field === 'size' ? formatBytes(member, lang) : new Intl.NumberFormat(LOCALES[lang]).format(member);
  }
  if (typeof member === 'string') {
    if (field === 'property') return propertyOf(member)?.label[lang] ?? member;
    if (field === 'country') return countryText(member, lang);
    if (REFERENCES.includes(field)) return wording.nameOf(member as RecordId) ?? member;
    if (DATES.includes(field)) return partialDateText(LOCALES[lang], member);
    return listWord(type, field, member, wording) ?? member;
  }
  if (Array.isArray(member)) {
    if (member.length === 0) return undefined;
    const names = member.map((item) => wording.nameOf(item as RecordId));
    return names.every((name) => name !== undefined)
      ? names.join(', ')
      : t('model.references', { count: member.length });
  }
  const value = Value.safeParse(member);
  if (!value.success) return JSON.stringify(member);
  const text = formatValue(String(body.property ?? ''), value.data, wording);
  return 'reason' in value.data && value.data.reason ? `${text} (${value.data.reason})` : text;
}

const ORDER = new Map(Object.keys(en.model.field).map((field, place) => [field, place]));
const placeOf = (field: string): number => ORDER.get(field) ?? Number.POSITIVE_INFINITY;

/** Members that any of the bodies has, in the order in which a reader expects them. */
export const orderedFields = (bodies: readonly Body[]): string[] =>
  [...new Set(bodies.flatMap((body) => Object.keys(body)))].sort((a, b) => placeOf(a) - placeOf(b));

/** Members that are not the same in all of the bodies. */
export const differingFields = (bodies: readonly Body[]): string[] =>
  orderedFields(bodies).filter(
    (field) => new Set(bodies.map((body) => JSON.stringify(sorted(body[field])))).size > 1,
  );

/** The same value with its keys in one order, so that spelling is no difference. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
};
