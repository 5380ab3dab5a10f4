import { slotId } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import { type Made, rowOf, there } from '../made.ts';
import type { FileRow } from '../reader.ts';
import { claimOf, type GleifRow, namedOnly, partyOf } from './reading.ts';

/**
 * Why a party reports no parent (reporting exceptions 2.1). `kept`: somebody keeps it from us. `none`: there may be no
 * such parent at all, so that the relation itself is in question. Codes of older versions occur too.
 */
const REASONS: Readonly<Record<string, 'kept' | 'none' | 'unknown'>> = {
  NO_KNOWN_PERSON: 'none',
  NON_CONSOLIDATING: 'none',
  NATURAL_PERSONS: 'unknown',
  NO_LEI: 'unknown',
  NON_PUBLIC: 'kept',
  BINDING_LEGAL_COMMITMENTS: 'kept',
  LEGAL_OBSTACLES: 'kept',
  CONSENT_NOT_OBTAINED: 'kept',
  DETRIMENT_NOT_EXCLUDED: 'kept',
  DISCLOSURE_DETRIMENTAL: 'kept',
};
const CATEGORIES: Readonly<Record<string, string>> = {
  DIRECT_ACCOUNTING_CONSOLIDATION_PARENT: 'direct parent',
  ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT: 'ultimate parent',
};
const REASON_COLUMNS = ['Exception.Reason.1', 'Exception.Reason.2', 'Exception.Reason'] as const;

/**
 * A reporting exception: an owner that nobody names is a party of its own, with the reason that was given, so that
 * what is hidden is seen in every picture of control and never reads as nobody.
 */
export function exceptionRow(row: GleifRow, touching: boolean): FileRow | undefined {
  const { line, cells, context } = row;
  const given = cells('LEI');
  const party = partyOf(context, given);
  const refuse = (
    field: string,
    code: 'fieldMissing' | 'identifierCheckDigit' | 'fieldNotInList',
    list?: object,
  ) => ({
    line,
    records: [],
    problems: [{ field, code, ...(list ? { params: { expected: Object.keys(list).join(', ') } } : {}) }],
  });
  if (party === undefined) return refuse('LEI', given ? 'identifierCheckDigit' : 'fieldMissing');
  if (touching && !party.inCase) return undefined;
  const category = cells('Exception.Category') ?? '';
  if (!Object.hasOwn(CATEGORIES, category)) return refuse('Exception.Category', 'fieldNotInList', CATEGORIES);
  const column = REASON_COLUMNS.find((name) => cells(name) !== undefined);
  const reason = column === undefined ? '' : (cells(column) ?? '');
  if (column === undefined || !Object.hasOwn(REASONS, reason))
    return refuse('Exception.Reason.1', 'fieldNotInList', REASONS);
  const why = REASONS[reason];
  const reference = cells('Exception.Reference.1') ?? cells('Exception.Reference');
  const missing: Value = {
    kind: why === 'kept' ? 'undisclosed' : 'unknown',
    reason: [`${reason} (${CATEGORIES[category]})`, reference].filter(Boolean).join(': ').slice(0, 400),
  };
  const slot = `${party.lei} ${category}`;
  const owner = slotId(context.logId, `gleif/exception/owner/${slot}`);
  const record = slotId(context.logId, `gleif/exception/relation/${slot}`);
  const say = (subject: typeof owner, kind: 'company' | 'controls', property: string, value: Value) =>
    claimOf(row, { subject, kind, property, value, column, slot, fragment: reason });
  const made: Made[] = [
    ...namedOnly(row, party),
    {
      record: owner,
      type: 'company',
      path: column,
      body: { name: `${reason}: ${CATEGORIES[category]} ${party.lei}`, form: 'unknown' },
    },
    {
      record,
      type: 'relation',
      path: column,
      body: { kind: 'controls', from: owner, to: party.record },
    },
    ...there([
      say(owner, 'company', 'description', missing),
      say(record, 'controls', 'controlBasis', missing),
      say(record, 'controls', 'votes', missing),
      say(record, 'controls', 'exists', why === 'none' ? missing : { kind: 'yesNo', yes: true }),
    ]),
  ];
  return rowOf(line, made, context, { name: slot });
}
