import { PARTY_MEMBERS } from '../model/records/scenario.ts';
import {
  checkBody,
  type Draft,
  type ImportContext,
  idOfKey,
  isKey,
  type Reference,
  readMarking,
} from './draft.ts';
import type { Refusal } from './refusal.ts';

type Item = Readonly<Record<string, unknown>>;
const PARTIES: readonly string[] = [...PARTY_MEMBERS, 'owner'];
/** Members that hold a quantity; a bare number, a pair or the word `unknown` may stand for it. */
const QUANTITIES: readonly string[] = [
  'amount',
  'cap',
  'count',
  'discount',
  'loan',
  'percent',
  'preMoney',
  'price',
  'seats',
  'valuation',
  'votesPerShare',
];
const OWN = 'own:';
const HOLDERS = ['company', 'person', 'publicBody'] as const;

const quantity = (value: unknown): unknown =>
  typeof value === 'number'
    ? { kind: 'exact', value }
    : value === 'unknown'
      ? { kind: 'unknown' }
      : Array.isArray(value) && value.length === 2
        ? { kind: 'range', min: value[0], max: value[1] }
        : value;

/**
 * One item of `scenarios.json`: the body of a scenario in which parties are keys of rows (`co-helion`) or of parties of
 * the scenario itself (`own:state`), and quantities are numbers, pairs `[from, to]` or `unknown`. Gives the draft, or
 * every reason why there is none.
 */
export function readScenario(
  file: string,
  line: number,
  item: Item,
  context: ImportContext,
): { readonly draft: Draft } | { readonly refused: readonly Refusal[] } {
  const { key, marking: cell, ...rest } = item;
  const references: Reference[] = [];
  const idAt = (field: string, value: unknown, to: Reference['to']): unknown => {
    if (typeof value !== 'string') return value;
    references.push({ field, key: value, to });
    return idOfKey(context.logId, value);
  };
  const party = (field: string, value: unknown): unknown =>
    typeof value !== 'string'
      ? value
      : value.startsWith(OWN)
        ? { own: value.slice(OWN.length) }
        : { record: idAt(field, value, HOLDERS) };
  const expand = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((one, i) => expand(one, `${path}.${i}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([member, inner]) => {
        const place = `${path}.${member}`;
        if (PARTIES.includes(member)) return [member, party(place, inner)];
        return [member, QUANTITIES.includes(member) ? quantity(inner) : expand(inner, place)];
      }),
    );
  };
  const candidate = {
    ...rest,
    ...('company' in rest ? { company: idAt('company', rest.company, ['company']) } : {}),
    ...('basedOn' in rest ? { basedOn: idAt('basedOn', rest.basedOn, ['scenario']) } : {}),
    ...('parties' in rest ? { parties: expand(rest.parties, 'parties') } : {}),
    ...('steps' in rest ? { steps: expand(rest.steps, 'steps') } : {}),
  };
  const checked = checkBody('scenario', candidate);
  const marking = readMarking(cell);
  const keyed = typeof key === 'string' && isKey(key);
  if (keyed && 'body' in checked && 'marking' in marking) {
    const record = idOfKey(context.logId, key);
    const { marking: level } = marking;
    return {
      draft: { file, line, key, record, type: 'scenario', marking: level, body: checked.body, references },
    };
  }
  return {
    refused: [
      ...(keyed
        ? []
        : [{ file, line, field: 'key', code: key === undefined ? 'keyMissing' : 'keyForm' } as const]),
      ...('problems' in checked ? checked.problems.map((one) => ({ file, line, ...one })) : []),
      ...('problem' in marking ? [{ file, line, ...marking.problem }] : []),
    ],
  };
}
