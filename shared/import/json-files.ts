import { caseRecordId, slotId } from '../model/ids.ts';
import type { RecordType } from '../model/records.ts';
import { ENTITIES, EVIDENCE } from './columns.ts';
import {
  checkBody,
  type Draft,
  type Drafts,
  type ImportContext,
  idOfKey,
  type Reference,
  readMarking,
} from './draft.ts';
import type { Refusal } from './refusal.ts';
import { readScenario } from './scenarios.ts';

type Item = Readonly<Record<string, unknown>>;
const MAX_ITEMS = 10_000;

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refusedFile = (refusal: Refusal): Drafts => ({ drafts: [], refused: [refusal], refusedKeys: [] });

function parseJson(
  file: string,
  text: string,
): { readonly content: unknown } | { readonly refusal: Refusal } {
  try {
    return { content: JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { refusal: { file, line: 1, code: 'jsonSyntax' } };
    throw error;
  }
}

/** The case itself: one object, whose record has the id of the log. */
export function readCaseFile(text: string | undefined, context: ImportContext): Drafts {
  const file = 'case.json';
  if (text === undefined) return refusedFile({ file, line: 1, code: 'caseMissing' });
  const parsed = parseJson(file, text);
  if ('refusal' in parsed) return refusedFile(parsed.refusal);
  if (!isItem(parsed.content)) return refusedFile({ file, line: 1, code: 'jsonShape' });
  return readItems(file, 'case', [parsed.content], context);
}

/** Types of record that come as a list in a JSON file of their own. */
export type ListType =
  | 'verdict'
  | 'rating'
  | 'determination'
  | 'scenario'
  | 'rung'
  | 'marketContact'
  | 'influence'
  | 'appraisal'
  | 'matrixRow'
  | 'weighing';

/** A list of objects, of which `line` counts the items from 1. */
export function readListFile(file: string, type: ListType, text: string, context: ImportContext): Drafts {
  const parsed = parseJson(file, text);
  if ('refusal' in parsed) return refusedFile(parsed.refusal);
  const list = parsed.content;
  if (!Array.isArray(list) || list.length > MAX_ITEMS || !list.every(isItem)) {
    return refusedFile({ file, line: 1, code: 'jsonShape', params: { limit: MAX_ITEMS } });
  }
  return type === 'scenario' ? readScenarios(file, list, context) : readItems(file, type, list, context);
}

/** Scenarios have keys of their own, as rows of a table do. */
function readScenarios(file: string, items: readonly Item[], context: ImportContext): Drafts {
  const read = items.map((item, index) => readScenario(file, index + 1, item, context));
  return {
    drafts: read.flatMap((one) => ('draft' in one ? [one.draft] : [])),
    refused: read.flatMap((one) => ('refused' in one ? one.refused : [])),
    refusedKeys: read.flatMap((one, i) => ('refused' in one ? keysOf([items[i]?.key]) : [])),
  };
}

function readItems(file: string, type: RecordType, items: readonly Item[], context: ImportContext): Drafts {
  const drafts: Draft[] = [];
  const refused: Refusal[] = [];
  items.forEach((item, index) => {
    const line = index + 1;
    const { marking: cell, ...members } = item;
    const { key: _, ...unnamed } = members;
    const rest = type === 'influence' ? unnamed : members;
    const references = referencesOf(rest);
    const candidate = {
      ...rest,
      ...pointers(rest, context),
      ...(type === 'rating' ? { rater: context.author } : {}),
    };
    const checked = checkBody(type, candidate);
    const marking = readMarking(cell);
    if ('body' in checked && 'marking' in marking) {
      const slot = slotOf(type, item, context);
      drafts.push({ file, line, type, references, ...slot, marking: marking.marking, body: checked.body });
      return;
    }
    if ('problems' in checked) refused.push(...checked.problems.map((p) => ({ file, line, ...p })));
    if ('problem' in marking) refused.push({ file, line, ...marking.problem });
  });
  return { drafts, refused, refusedKeys: [] };
}

const keysOf = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter((key): key is string => typeof key === 'string') : [];

/** Members that name another row by its key, with the types that they may name. */
const POINTERS: Readonly<Record<string, readonly RecordType[]>> = {
  company: ['company'],
  party: ENTITIES,
  actor: ENTITIES,
  evidence: EVIDENCE,
};

const referencesOf = (item: Item): readonly Reference[] => [
  ...keysOf(item.evidence).map((key): Reference => ({ field: 'evidence', key, to: EVIDENCE })),
  ...Object.entries(POINTERS).flatMap(([field, to]): Reference[] => {
    const key = item[field];
    return typeof key === 'string' ? [{ field, key, to }] : [];
  }),
];

/** The same members with ids in the place of keys; what is no key is left for the schema to refuse. */
const pointers = (item: Item, { logId }: ImportContext): Item => ({
  ...(Array.isArray(item.evidence)
    ? { evidence: item.evidence.map((key) => (typeof key === 'string' ? idOfKey(logId, key) : key)) }
    : {}),
  ...Object.fromEntries(
    Object.keys(POINTERS).flatMap((field) => {
      const key = item[field];
      return typeof key === 'string' ? [[field, idOfKey(logId, key)]] : [];
    }),
  ),
});

const PLACES: Readonly<
  Record<
    Exclude<ListType, 'scenario'>,
    (item: Item, context: Pick<ImportContext, 'logId' | 'author'>) => string
  >
> = {
  verdict: ({ leaf }) => `verdict:${leaf}`,
  rating: ({ indicator }, { author }) => `rating:${indicator}:${author}`,
  determination: ({ question }) => `determination:${question}`,
  weighing: ({ part }) => `weighing:${part}`,
  rung: ({ instrument }) => `rung:${instrument}`,
  marketContact: ({ name, approached }) => `market:${name}:${approached}`,
  // A claim may be one of several between the same two, so that its writer names it.
  appraisal: ({ criterion, pane, statement }) => `appraisal:${criterion ?? `${pane}:${statement}`}`,
  matrixRow: ({ evidence, text }, { logId }) =>
    `matrix:${typeof evidence === 'string' ? idOfKey(logId, evidence) : text}`,
  influence: ({ key, actor, party, channel }) => `influence:${key ?? `${actor}:${party}:${channel}`}`,
};

/** The fixed place of a case or of an item of a list; its colon keeps it apart from every key of a row. */
function slotOf(
  type: RecordType,
  item: Item,
  { logId, author }: ImportContext,
): Pick<Draft, 'key' | 'record'> {
  if (type === 'case') return { key: 'case:', record: caseRecordId(logId) };
  const key = PLACES[type as keyof typeof PLACES](item, { logId, author });
  return { key, record: slotId(logId, key) };
}
