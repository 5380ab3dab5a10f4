import { IDENTIFIER_CHECKS } from '../../model/identifiers.ts';
import { type RecordId, slotId } from '../../model/ids.ts';
import { propertyOf } from '../../model/properties.ts';
import type { EntityType } from '../../model/records.ts';
import { fail, ok, type Result } from '../../result.ts';
import { checkBody, idOfKey, isKey } from '../draft.ts';
import {
  MATCH_IDENTIFIERS,
  type MatchIdentifier,
  type Problem,
  type ReadContext,
  type RowRecord,
  type RowReference,
} from '../reader.ts';
import type { TableMapping } from './mapping.ts';

/** How a row names a party. */
export type PartyCells = {
  readonly name: string;
  readonly key: string;
  readonly identifiers: Readonly<Partial<Record<MatchIdentifier, string>>>;
};

/** A party as it was found or made. `own` is a record that no one but imports makes: the file may describe it. */
export type Party = {
  readonly record: RecordId;
  readonly reference: RowReference;
  readonly codes: readonly (readonly [MatchIdentifier, string])[];
  readonly own: boolean;
  /** The party as the row names it, to stand where nothing describes it. Absent for a key. */
  readonly weak?: RowRecord;
};

type Defaults = Pick<TableMapping, 'form' | 'level' | 'vital'>;

/** A body for a party of which only the name is known. */
export const bodyOfNamed = (type: EntityType, name: string, { form, level, vital }: Defaults) => {
  if (type === 'company') return { name, form };
  if (type === 'publicBody') return { name, level };
  return type === 'process' ? { name, vital } : { name };
};

/** Id of an entity by what a table knows it by: the same in every table and every import into the case. */
const slotOf = ({ logId }: ReadContext, what: string): RecordId => slotId(logId, `table/party/${what}`);

function checkCodes(
  { identifiers }: PartyCells,
  field: string,
): { readonly codes: (readonly [MatchIdentifier, string])[] } | { readonly problem: Problem } {
  const codes: (readonly [MatchIdentifier, string])[] = [];
  for (const id of MATCH_IDENTIFIERS) {
    const cell = identifiers[id];
    if (cell === undefined || cell === '') continue;
    const check = propertyOf(id)?.check;
    const code = check === undefined ? ok(cell.slice(0, 80)) : IDENTIFIER_CHECKS[check](cell);
    if (!code.ok)
      return { problem: { field: `${field}.${id}`, code: code.error.code, ...paramsOf(code.error) } };
    codes.push([id, code.value]);
  }
  return { codes };
}

const paramsOf = ({ params }: { readonly params?: Problem['params'] }) =>
  params === undefined ? {} : { params };

/** Looks a party up: by identifier first, then by name among those that no other identifier tells apart. */
function find(
  { known }: ReadContext,
  type: EntityType,
  name: string,
  codes: readonly (readonly [MatchIdentifier, string])[],
): Result<RecordId | undefined, 'matchAmbiguous'> {
  const coded = new Set(codes.flatMap(([id, code]) => known.withIdentifier(id, code)));
  const named = (): readonly RecordId[] =>
    name === ''
      ? []
      : known.named(name, [type]).filter((one) => !codes.some(([id]) => known.identified(one, id)));
  const found = coded.size > 0 ? [...coded] : named();
  return found.length > 1 ? fail('matchAmbiguous', { count: found.length }) : ok(found[0]);
}

/**
 * The party that a row names: by a key of this or an earlier import, by an identifier, or by exactly its name. One that
 * the case does not have gets an id of its own that is always the same. Two that fit are refused: nobody guesses.
 * `field` is the column that is named in a refusal.
 */
export function partyOf(
  cells: PartyCells,
  type: EntityType,
  field: string,
  defaults: Defaults,
  context: ReadContext,
): { readonly party: Party } | { readonly problem: Problem } {
  const { name, key } = cells;
  const checked = checkCodes(cells, field);
  if ('problem' in checked) return checked;
  const { codes } = checked;
  if (key !== '') {
    if (!isKey(key)) return { problem: { field: `${field}.key`, code: 'keyForm' } };
    const record = idOfKey(context.logId, key);
    return { party: { record, codes, own: true, reference: { field, key, record, to: [type] } } };
  }
  const [first] = codes;
  const shown = name !== '' ? name : (first?.[1] ?? '');
  if (shown === '') return { problem: { field, code: 'partyMissing' } };
  const found = find(context, type, name, codes);
  if (!found.ok) return { problem: { field, code: 'matchAmbiguous', ...paramsOf(found.error) } };
  const slot = slotOf(context, first ? `${first[0]}/${first[1]}` : `name/${type}/${name}`);
  const record = found.value ?? slot;
  const body = checkBody(type, bodyOfNamed(type, shown, defaults));
  if ('problems' in body) {
    const [problem] = body.problems;
    return { problem: { ...(problem as Problem), field } };
  }
  const { marking } = context.basis;
  return {
    party: {
      record,
      codes,
      own: record === slot,
      reference: { field, key: shown, record, to: [type] },
      weak: { key: shown, record, type, body: body.body, marking, weak: true },
    },
  };
}
