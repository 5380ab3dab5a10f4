import { PartialDate } from '#shared/model/dates.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { OwnParty, Party, Quantity, Step, StepKind } from '#shared/model/records/scenario.ts';
import type { FieldError } from '../../dossier/fieldError.ts';
import { type FieldSpec, STEP_FIELDS } from './spec.ts';

/** What a person has typed of a quantity so far. */
export type QuantityDraft = {
  readonly kind: Quantity['kind'];
  readonly value: number | string;
  readonly min: number | string;
  readonly max: number | string;
};
/** A party as the value of a choice: the id of a record, `own:` and the key of a party of the scenario, or nobody yet. */
export type PartyDraft = string | null;
export type FieldDraft = string | number | boolean | null | QuantityDraft;
export type StepDraft = {
  /** Keeps a step the same while it is moved. */
  readonly id: number;
  readonly kind: StepKind;
  readonly fields: { readonly [path: string]: FieldDraft };
  readonly note: string;
};
export type PartyRow = {
  readonly key: string;
  /** Made in this form: its key follows from its name when it is saved, the same in every scenario. */
  readonly fresh?: true;
  readonly name: string;
  readonly owner: PartyDraft;
  readonly percent: QuantityDraft;
  /** Further owners, which this form keeps as they are. */
  readonly others: OwnParty['owners'];
};
export type StepErrors = { readonly [path: string]: FieldError };

export const EMPTY_QUANTITY: QuantityDraft = { kind: 'exact', value: '', min: '', max: '' };
export const OWN = 'own:';

export const partyValue = (party: Party): string => ('record' in party ? party.record : `${OWN}${party.own}`);
export const partyOf = (value: string): Party =>
  value.startsWith(OWN) ? { own: value.slice(OWN.length) } : { record: value as RecordId };

const initial = (spec: FieldSpec): FieldDraft => {
  switch (spec.type) {
    case 'party':
      return null;
    case 'quantity':
      return EMPTY_QUANTITY;
    case 'choice':
      return spec.choices[0]?.[0] ?? '';
    case 'yesNo':
      return spec.initially;
    default:
      return '';
  }
};

export const quantityDraft = (quantity: Quantity | undefined): QuantityDraft =>
  quantity === undefined ? EMPTY_QUANTITY : { ...EMPTY_QUANTITY, ...quantity };

export const newStep = (id: number, kind: StepKind): StepDraft => ({
  id,
  kind,
  fields: Object.fromEntries(STEP_FIELDS[kind].map((spec) => [spec.path, initial(spec)])),
  note: '',
});

const memberAt = (body: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, name) => (at as { readonly [name: string]: unknown } | undefined)?.[name], body);

/** A stored step as it is typed. */
export function stepDraft(id: number, step: Step): StepDraft {
  const fresh = newStep(id, step.kind);
  const fields = STEP_FIELDS[step.kind].flatMap((spec): [string, FieldDraft][] => {
    const stored = memberAt(step, spec.path);
    if (stored === undefined) return [[spec.path, spec.path === 'strike.by' ? 'none' : initial(spec)]];
    if (spec.type === 'quantity') return [[spec.path, quantityDraft(stored as Quantity)]];
    return [[spec.path, spec.type === 'party' ? partyValue(stored as Party) : (stored as FieldDraft)]];
  });
  return { ...fresh, fields: { ...fresh.fields, ...Object.fromEntries(fields) }, note: step.note ?? '' };
}

/** The fields that are there with the choices that were made. */
export const fieldsOf = ({ kind, fields }: StepDraft): readonly FieldSpec[] =>
  STEP_FIELDS[kind].filter(({ when }) => when === undefined || when.is.includes(String(fields[when.path])));

const error = (key: FieldError['key']): FieldError => ({ key });

type Read<T> = { readonly value: T | undefined } | { readonly error: FieldError };

const numberOf = (typed: number | string, bound: 'any' | 'positive' | 'percent'): number | FieldError => {
  if (typed === '') return error('scenarios.form.error.required');
  const number = typeof typed === 'number' ? typed : Number.NaN;
  if (!Number.isFinite(number)) return error('scenarios.form.error.number');
  if (bound === 'percent') return number < 0 || number > 100 ? error('scenarios.form.error.percent') : number;
  if (bound === 'positive' && number <= 0) return error('scenarios.form.error.positive');
  return number < 0 ? error('scenarios.form.error.negative') : number;
};

/** A typed quantity, or what is wrong with it; an empty one is left out where it may be. */
export function readQuantity(
  draft: QuantityDraft,
  bound: 'any' | 'positive' | 'percent',
  optional = false,
): Read<Quantity> {
  if (draft.kind === 'unknown') return { value: { kind: 'unknown' } };
  if (draft.kind === 'exact') {
    if (optional && draft.value === '') return { value: undefined };
    const value = numberOf(draft.value, bound);
    return typeof value === 'number' ? { value: { kind: 'exact', value } } : { error: value };
  }
  const [min, max] = [numberOf(draft.min, bound), numberOf(draft.max, bound)];
  if (typeof min !== 'number') return { error: min };
  if (typeof max !== 'number') return { error: max };
  return min > max ? { error: error('scenarios.form.error.order') } : { value: { kind: 'range', min, max } };
}

function readField(spec: FieldSpec, draft: FieldDraft | undefined): Read<unknown> {
  switch (spec.type) {
    case 'quantity':
      return readQuantity((draft ?? EMPTY_QUANTITY) as QuantityDraft, spec.bound, spec.optional ?? false);
    case 'party':
      return typeof draft === 'string' && draft !== ''
        ? { value: partyOf(draft) }
        : { error: error('scenarios.form.error.party') };
    case 'date': {
      const typed = String(draft ?? '').trim();
      if (typed === '') return { value: undefined };
      const date = PartialDate.safeParse(typed);
      return date.success ? { value: date.data } : { error: error('scenarios.form.error.date') };
    }
    case 'number': {
      if (draft === '' || draft === null || draft === undefined) return { value: undefined };
      const number = numberOf(draft as number | string, 'positive');
      return typeof number === 'number' ? { value: number } : { error: number };
    }
    case 'text': {
      const typed = String(draft ?? '').trim();
      return { value: typed === '' ? undefined : typed };
    }
    default:
      return { value: draft };
  }
}

/** Two fields that must name different parties. */
const APART: Partial<Record<StepKind, readonly [string, string]>> = {
  transfer: ['from', 'to'],
  certify: ['holder', 'trustee'],
};

/** A typed step as its record has it, or what is wrong with which field. */
export function readStep(draft: StepDraft): { readonly step?: Step; readonly errors: StepErrors } {
  const errors: Record<string, FieldError> = {};
  const body: Record<string, unknown> = { kind: draft.kind };
  for (const spec of fieldsOf(draft)) {
    const read = readField(spec, draft.fields[spec.path]);
    if ('error' in read) errors[spec.path] = read.error;
    else if (read.value !== undefined) put(body, spec.path, read.value);
  }
  const [first, second] = APART[draft.kind] ?? [];
  if (first && second && draft.fields[first] !== null && draft.fields[first] === draft.fields[second])
    errors[second] ??= error('scenarios.form.error.same');
  if (draft.kind === 'seats') {
    const { seats, of } = body as { seats?: Quantity; of?: number };
    const most = seats?.kind === 'exact' ? seats.value : seats?.kind === 'range' ? seats.max : 0;
    if (of !== undefined && most > of) errors.of ??= error('scenarios.form.error.seats');
  }
  if ((body.strike as { by?: string } | undefined)?.by === 'none') delete body.strike;
  if (draft.note.trim() !== '') body.note = draft.note.trim();
  return Object.keys(errors).length > 0 ? { errors } : { step: body as unknown as Step, errors };
}

function put(body: Record<string, unknown>, path: string, value: unknown): void {
  const [member = '', inner] = path.split('.');
  if (inner === undefined) body[member] = value;
  else body[member] = { ...(body[member] as object | undefined), [inner]: value };
}

/** Gives new parties the keys of their names, and all who point at them too. */
export function withKeys(
  rows: readonly PartyRow[],
  steps: readonly StepDraft[],
): { readonly rows: readonly PartyRow[]; readonly steps: readonly StepDraft[] } {
  const taken = rows.flatMap(({ key, fresh }) => (fresh ? [] : [key]));
  const keys = new Map<string, string>();
  for (const { key, fresh, name } of rows) {
    if (!fresh) continue;
    const given = keyFor(name, taken);
    taken.push(given);
    keys.set(`${OWN}${key}`, `${OWN}${given}`);
  }
  const pointed = <T extends FieldDraft>(value: T): T =>
    (typeof value === 'string' ? (keys.get(value) ?? value) : value) as T;
  return {
    rows: rows.map((row) => ({
      ...row,
      key: pointed(`${OWN}${row.key}`).slice(OWN.length),
      owner: pointed(row.owner),
    })),
    steps: steps.map((step) => ({
      ...step,
      fields: Object.fromEntries(Object.entries(step.fields).map(([path, value]) => [path, pointed(value)])),
    })),
  };
}

/** A key for a party out of its name, different from those that are taken. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 32);
  const base = plain === '' ? 'partij' : plain;
  let key = base;
  for (let n = 2; taken.includes(key); n++) key = `${base}-${n}`;
  return key;
}

export const partyRow = ({ key, name, owners: [first, ...others] }: OwnParty): PartyRow => ({
  key,
  name,
  owner: first === undefined ? null : partyValue(first.owner),
  percent: first === undefined ? EMPTY_QUANTITY : quantityDraft(first.percent),
  others,
});

/** A typed party as the record has it, or what is wrong with its name or its owner's part. */
export function readParty(
  row: PartyRow,
  names: readonly string[],
): {
  readonly party?: OwnParty;
  readonly errors: { readonly name?: FieldError; readonly percent?: FieldError };
} {
  const name = row.name.trim();
  const errors: { name?: FieldError; percent?: FieldError } = {};
  if (name === '') errors.name = error('scenarios.form.error.required');
  else if (names.filter((one) => one.trim().toLowerCase() === name.toLowerCase()).length > 1)
    errors.name = error('scenarios.form.error.partyTwice');
  const percent = row.owner === null ? undefined : readQuantity(row.percent, 'percent');
  if (percent !== undefined && 'error' in percent) errors.percent = percent.error;
  if (errors.name || errors.percent) return { errors };
  const owners =
    row.owner === null || percent === undefined || !('value' in percent) || percent.value === undefined
      ? row.others
      : [{ owner: partyOf(row.owner), percent: percent.value }, ...row.others];
  return { party: { key: row.key, name, owners: [...owners] }, errors };
}
