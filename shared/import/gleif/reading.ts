import { PartialDate } from '../../model/dates.ts';
import { checkLei } from '../../model/identifiers.ts';
import { type LogId, type RecordId, slotId } from '../../model/ids.ts';
import { appliesTo, checkValue, type SubjectKind } from '../../model/properties.ts';
import type { Value } from '../../model/value.ts';
import { claimBodyOf, type Made, short } from '../made.ts';
import type { ReadContext } from '../reader.ts';

/** A row of a GLEIF file by the names of its columns; a cell that is empty or not there is undefined. */
export type Cells = (column: string) => string | undefined;

export type GleifRow = { readonly line: number; readonly cells: Cells; readonly context: ReadContext };

const partySlot = (logId: LogId, lei: string): RecordId => slotId(logId, `gleif/lei/${lei}`);

/** What an LEI leads to: the one party of the case that has it, or the place of a party of its own. */
export type Party = {
  readonly lei: string;
  readonly record: RecordId;
  /** The case has it already, made by somebody else: its own words are left alone. */
  readonly theirs: boolean;
  readonly inCase: boolean;
  readonly kind: SubjectKind;
};

/** The party of an LEI; undefined when the number is none (length, characters, check digits: ISO 17442). */
export function partyOf({ logId, known }: ReadContext, text: string | undefined): Party | undefined {
  const lei = text === undefined ? undefined : checkLei(text);
  if (!lei?.ok) return undefined;
  const own = partySlot(logId, lei.value);
  const found = known.withIdentifier('lei', lei.value);
  const [only] = found;
  const record = found.length === 1 && only !== undefined ? only : own;
  const present = known.kindOf(record);
  const kind = (present?.type ?? 'company') as SubjectKind;
  return {
    lei: lei.value,
    record,
    theirs: record !== own,
    inCase: found.length > 0 || present !== undefined,
    kind,
  };
}

export const dayOf = (text: string | undefined): string | undefined => {
  const day = PartialDate.safeParse(text?.slice(0, 10));
  return day.success ? day.data : undefined;
};

/** A claim of a cell; undefined when there is nothing to say, or when it cannot be said of the subject. */
export function claimOf(
  { context }: GleifRow,
  said: {
    readonly subject: RecordId;
    readonly kind: SubjectKind;
    readonly property: string;
    readonly value: Value | undefined;
    readonly column: string;
    /** What tells the claim from others of the same column: the LEI or the pair that the row is about. */
    readonly slot: string;
    readonly fragment: string;
    readonly certainty?: 'inferred';
    readonly validFrom?: string | undefined;
    readonly validTo?: string | undefined;
  },
): Made | undefined {
  const { kind, column, slot, value, ...rest } = said;
  if (value === undefined || !appliesTo(said.property, kind)) return undefined;
  const checked = checkValue(said.property, value);
  if (!checked.ok) return undefined;
  return {
    record: slotId(context.logId, `gleif/claim/${said.property}/${column}/${slot}`),
    type: 'claim',
    path: column,
    body: claimBodyOf(
      {
        ...rest,
        value: checked.value,
        source: context.basis.source,
        path: column,
        note: short(`GLEIF ${slot}`, 400),
      },
      context.basis,
    ),
  };
}

export const text = (words: string | undefined): Value | undefined =>
  words === undefined || words.trim() === ''
    ? undefined
    : { kind: 'text', text: short(words.trim(), 20_000) };
export const code = (word: string | undefined): Value | undefined =>
  word === undefined || word.trim() === '' ? undefined : { kind: 'code', code: short(word.trim(), 80) };
export const date = (word: string | undefined): Value | undefined => {
  const day = dayOf(word);
  return day === undefined ? undefined : { kind: 'date', date: day };
};

/**
 * A party that a row names only by its number: it stands where neither the file nor the case describes it, and carries
 * its number so that a later file finds it.
 */
export function namedOnly(row: GleifRow, party: Party): Made[] {
  if (party.inCase) return [];
  const { lei, record } = party;
  const lone: Made = {
    record,
    type: 'company',
    path: 'LEI',
    body: { name: `LEI ${lei}`, form: 'unknown' },
    weak: true,
  };
  const number = claimOf(row, {
    subject: record,
    kind: 'company',
    property: 'lei',
    value: { kind: 'code', code: lei },
    column: 'LEI',
    slot: lei,
    fragment: lei,
  });
  return number === undefined ? [lone] : [lone, { ...number, weak: true }];
}
