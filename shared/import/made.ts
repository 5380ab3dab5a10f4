import { canonicalText, type Json } from '../model/canonical.ts';
import { caseRecordId, type LogId, type RecordId } from '../model/ids.ts';
import { highestMarking, type Marking } from '../model/marking.ts';
import { checkValue } from '../model/properties.ts';
import type { RecordType } from '../model/records.ts';
import type { Value } from '../model/value.ts';
import { checkBody } from './draft.ts';
import type { FileBasis, FileRow, Problem, ReadContext, RowRecord, RowReference } from './reader.ts';

/** A record that a part of a file makes, not yet checked. `path` is the part of the row that it comes from. */
export type Made = {
  readonly record: RecordId;
  readonly type: RecordType;
  readonly body: Readonly<Record<string, unknown>>;
  readonly path: string;
  /** The marking that the file itself says; what the person chose for the file is the least. */
  readonly marking?: Marking;
  readonly weak?: true;
  /** Pointers that the file spells in its own way. */
  readonly references?: readonly RowReference[];
};

/** The part of a list that is there. */
export const there = <T>(list: readonly (T | undefined)[]): T[] => list.filter((one) => one !== undefined);

/** Words that fit into one field; longer ones end in an ellipsis. The whole is kept elsewhere. */
export const short = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
};

/** Types that a file of parties may bring: never a verdict, and never the case itself. */
const BROUGHT: readonly RecordType[] = [
  'company',
  'person',
  'publicBody',
  'technology',
  'process',
  'site',
  'product',
  'relation',
  'claim',
  'source',
  'note',
];

function checked(made: Made, logId: LogId, least: Marking): RowRecord | Problem {
  const { record, type, body, path, marking = 'open', weak, references } = made;
  const field = path === '' ? {} : { field: path };
  if (!BROUGHT.includes(type) || record === caseRecordId(logId))
    return {
      ...field,
      code: 'referenceType',
      params: { key: record, expected: BROUGHT.join(', '), found: type },
    };
  const parsed = checkBody(type, body);
  if ('problems' in parsed) {
    const [first] = parsed.problems;
    return {
      ...field,
      code: first?.code ?? 'fieldInvalid',
      ...(first?.params ? { params: first.params } : {}),
    };
  }
  const whole = {
    key: path,
    record,
    type,
    marking: highestMarking([marking, least]),
    ...(weak ? { weak } : {}),
    ...(references ? { references } : {}),
  };
  if (type !== 'claim') return { ...whole, body: parsed.body };
  const value = checkValue(parsed.body.property as string, parsed.body.value as Value);
  return value.ok
    ? { ...whole, body: { ...parsed.body, value: value.value as Json } }
    : { ...field, ...value.error };
}

const isProblem = (one: RowRecord | Problem): one is Problem => 'code' in one;

/** A row of all records that a part of a file makes, or of what is wrong with them. */
export function rowOf(
  line: number,
  made: readonly Made[],
  { logId, basis }: Pick<ReadContext, 'logId' | 'basis'>,
  more: Partial<FileRow> = {},
): FileRow {
  const all = made.map((one) => checked(one, logId, basis.marking));
  const problems = [...all.filter(isProblem), ...(more.problems ?? [])];
  if (problems.length === 0)
    return { ...more, line, records: all.filter((one): one is RowRecord => !isProblem(one)), problems };
  const wanted = made.filter(({ weak }) => !weak).map(({ record }) => record);
  return { ...more, line, records: [], problems, wanted };
}

const QUOTE_LIMIT = 4_000;
const PAGE_LIMIT = 60;

/**
 * The body of a claim that a part of a file makes: the part itself as quote, its place as page, graded as the person
 * graded the file.
 */
export const claimBodyOf = (
  said: {
    readonly subject: RecordId;
    readonly property: string;
    readonly value: Value;
    readonly source: RecordId;
    readonly path: string;
    readonly fragment: unknown;
    readonly note: string;
    readonly certainty?: 'asserted' | 'inferred' | 'assumption';
    readonly validFrom?: string | undefined;
    readonly validTo?: string | undefined;
  },
  { reliability, credibility }: Pick<FileBasis, 'reliability' | 'credibility'>,
): Readonly<Record<string, unknown>> => {
  const { path, fragment, certainty = 'asserted', validFrom, validTo, note, ...rest } = said;
  return {
    ...rest,
    quote: short(typeof fragment === 'string' ? fragment : canonicalText(fragment), QUOTE_LIMIT),
    page: short(path, PAGE_LIMIT),
    reliability,
    credibility,
    certainty,
    note,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
};
