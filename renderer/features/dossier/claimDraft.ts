import { PartialDate } from '#shared/model/dates.ts';
import type { Certainty, Credibility, Reliability } from '#shared/model/grade.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { checkValue, type Property, propertyOf } from '#shared/model/properties.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { MAX_TEXT, type Unit, type Value, type ValueKind } from '#shared/model/value.ts';
import { type FieldError, isError } from './fieldError.ts';
import { readPeriod } from './period.ts';

/** What a person has typed of a value so far; only the parts of the chosen kind count. */
export type ValueDraft = {
  readonly kind: ValueKind;
  readonly text: string;
  readonly code: string;
  readonly number: number | string;
  readonly min: number | string;
  readonly max: number | string;
  readonly unit: Unit;
  readonly date: string;
  readonly yes: boolean | null;
  readonly record: RecordId | null;
  readonly reason: string;
};

export type ClaimDraft = {
  readonly property: string | null;
  readonly value: ValueDraft;
  readonly source: RecordId | null;
  readonly quote: string;
  readonly page: string;
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  readonly certainty: Certainty;
  readonly basis: readonly RecordId[];
  readonly marking: Marking;
  readonly validFrom: string;
  readonly validTo: string;
  readonly note: string;
};

const emptyValue = (property: Property | undefined): ValueDraft => ({
  kind: property?.values[0] ?? 'text',
  text: '',
  code: '',
  number: '',
  min: '',
  max: '',
  unit: property?.units?.[0] ?? 'count',
  date: '',
  yes: null,
  record: null,
  reason: '',
});

/** A value draft fit for another property: what was typed stays where the new property can hold it. */
export const valueFor = (property: Property, draft: ValueDraft): ValueDraft => ({
  ...draft,
  kind:
    isMissingKind(draft.kind) || property.values.some((kind) => kind === draft.kind)
      ? draft.kind
      : (property.values[0] ?? 'text'),
  unit:
    property.units === undefined || property.units.includes(draft.unit)
      ? draft.unit
      : (property.units[0] ?? 'count'),
});

export const isMissingKind = (kind: ValueKind): kind is 'unknown' | 'undisclosed' | 'notApplicable' =>
  kind === 'unknown' || kind === 'undisclosed' || kind === 'notApplicable';

/** Grades start at "cannot be judged": a judgement is made by a person, never by a default (F and 6 are unknown). */
export const newClaim = (property: string | null, marking: Marking): ClaimDraft => ({
  property,
  value: emptyValue(property === null ? undefined : propertyOf(property)),
  source: null,
  quote: '',
  page: '',
  reliability: 'F',
  credibility: '6',
  certainty: 'asserted',
  basis: [],
  marking,
  validFrom: '',
  validTo: '',
  note: '',
});

const valueToDraft = (value: Value, property: Property | undefined): ValueDraft => {
  const draft = emptyValue(property);
  switch (value.kind) {
    case 'range':
      return { ...draft, kind: 'range', min: value.min ?? '', max: value.max ?? '', unit: value.unit };
    case 'unknown':
    case 'undisclosed':
    case 'notApplicable':
      return { ...draft, kind: value.kind, reason: value.reason ?? '' };
    default:
      return { ...draft, ...value };
  }
};

export const claimToDraft = (body: BodyOf<'claim'>, marking: Marking): ClaimDraft => ({
  property: body.property,
  value: valueToDraft(body.value, propertyOf(body.property)),
  source: body.source ?? null,
  quote: body.quote ?? '',
  page: body.page ?? '',
  reliability: body.reliability,
  credibility: body.credibility,
  certainty: body.certainty,
  basis: body.basis,
  marking,
  validFrom: body.validFrom ?? '',
  validTo: body.validTo ?? '',
  note: body.note ?? '',
});

const bound = (typed: number | string): number | undefined => (typeof typed === 'number' ? typed : undefined);

/** The value that was typed, unchecked against the property; an error when it is not yet a value. */
function readValue(draft: ValueDraft): Value | FieldError {
  const required: FieldError = { key: 'dossier.error.required' };
  switch (draft.kind) {
    case 'text': {
      const text = draft.text.trim();
      if (text.length > MAX_TEXT) return { key: 'dossier.error.tooLong', params: { max: MAX_TEXT } };
      return text === '' ? required : { kind: 'text', text };
    }
    case 'code': {
      const code = draft.code.trim();
      if (code.length > 80) return { key: 'dossier.error.tooLong', params: { max: 80 } };
      return code === '' ? required : { kind: 'code', code };
    }
    case 'number':
      return typeof draft.number === 'number'
        ? { kind: 'number', number: draft.number, unit: draft.unit }
        : { key: 'dossier.error.number' };
    case 'range': {
      const min = bound(draft.min);
      const max = bound(draft.max);
      if (min === undefined && max === undefined) return { key: 'dossier.error.rangeWithoutBounds' };
      if (min !== undefined && max !== undefined && min > max) return { key: 'dossier.error.rangeReversed' };
      return {
        kind: 'range',
        unit: draft.unit,
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
      };
    }
    case 'date': {
      const date = PartialDate.safeParse(draft.date.trim());
      return date.success ? { kind: 'date', date: date.data } : { key: 'dossier.error.date' };
    }
    case 'yesNo':
      return draft.yes === null ? required : { kind: 'yesNo', yes: draft.yes };
    case 'record':
      return draft.record === null ? required : { kind: 'record', record: draft.record };
    default: {
      const reason = draft.reason.trim();
      if (reason.length > 400) return { key: 'dossier.error.tooLong', params: { max: 400 } };
      return reason === '' ? { kind: draft.kind } : { kind: draft.kind, reason };
    }
  }
}

/** The value as the catalogue accepts it (identifiers in their normal spelling), or why it does not. */
export function checkedValue(property: string, draft: ValueDraft): Value | FieldError {
  const value = readValue(draft);
  if ('key' in value) return value;
  const checked = checkValue(property, value);
  if (checked.ok) return checked.value;
  const { code, params } = checked.error;
  return params === undefined ? { key: `dossier.error.${code}` } : { key: `dossier.error.${code}`, params };
}

export type ClaimErrors = Partial<Record<keyof ClaimDraft, FieldError>>;

const tooLong = (text: string, max: number): FieldError | undefined =>
  text.length > max ? { key: 'dossier.error.tooLong', params: { max } } : undefined;

/** The claim as it will be written, or what is wrong in which field. */
export function readClaim(
  draft: ClaimDraft,
  subject: RecordId,
): { readonly body?: BodyOf<'claim'>; readonly errors: ClaimErrors } {
  const errors: ClaimErrors = {};
  const { property } = draft;
  if (property === null) errors.property = { key: 'dossier.error.property' };
  const value = property === null ? undefined : checkedValue(property, draft.value);
  if (isError(value)) errors.value = value;
  const quote = tooLong(draft.quote, 4_000);
  if (quote) errors.quote = quote;
  const page = tooLong(draft.page.trim(), 60);
  if (page) errors.page = page;
  const note = tooLong(draft.note, MAX_TEXT);
  if (note) errors.note = note;
  if (draft.certainty === 'inferred' && draft.basis.length === 0) {
    errors.basis = { key: 'dossier.error.basis' };
  }
  const period = readPeriod(draft.validFrom, draft.validTo);
  Object.assign(errors, period.errors);
  if (property === null || value === undefined || isError(value) || Object.keys(errors).length > 0) {
    return { errors };
  }
  return {
    errors,
    body: {
      subject,
      property,
      value,
      ...(draft.source === null ? {} : { source: draft.source }),
      ...(draft.quote.trim() === '' ? {} : { quote: draft.quote }),
      ...(draft.page.trim() === '' ? {} : { page: draft.page.trim() }),
      reliability: draft.reliability,
      credibility: draft.credibility,
      certainty: draft.certainty,
      basis: [...draft.basis],
      ...(draft.note.trim() === '' ? {} : { note: draft.note }),
      ...(period.validFrom === undefined ? {} : { validFrom: period.validFrom }),
      ...(period.validTo === undefined ? {} : { validTo: period.validTo }),
    },
  };
}
