import { canonicalText } from '../../model/canonical.ts';
import { type RecordId, slotId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import { checkValue, type Property } from '../../model/properties.ts';
import type { Value } from '../../model/value.ts';
import { fail, ok, type Result } from '../../result.ts';
import { checkBody } from '../draft.ts';
import type { Problem, ReadContext, RowRecord } from '../reader.ts';
import type { RefusalCode } from '../refusal.ts';
import { isCellError, missingWord } from './cells.ts';

export type Period = { readonly validFrom?: string; readonly validTo?: string };

/** What one cell, or a pair for a range, says of a subject. */
export type Saying = {
  readonly subject: RecordId;
  /** The word by which messages call the subject. */
  readonly called: string;
  readonly property: Property;
  readonly value: Value;
  readonly field: string;
  /** Words of the file: the name of the column and the cell. */
  readonly quote: string;
  readonly period: Period;
  readonly marking: Marking;
  readonly note?: string;
  readonly key?: RecordId;
  readonly weak?: true;
};

const QUOTE = 4_000;
const cut = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const short = text.slice(0, limit - 1);
  return `${short.isWellFormed() ? short : short.slice(0, -1)}…`;
};

/**
 * A claim of the file. It has a fixed place: what this source says of this subject under this property for this period
 * is one claim, whose value a later edition of the file may change; a property that takes several values at a time has
 * one place a value.
 */
export function claimRecord(
  { logId, basis }: ReadContext,
  page: string,
  saying: Saying,
): { readonly record: RowRecord } | { readonly problem: Problem } {
  const { subject, called, property, value, field, quote, period, marking, note, key, weak } = saying;
  const place = [
    basis.source,
    subject,
    property.id,
    period.validFrom ?? '',
    property.many ? canonicalText(value) : '',
  ];
  const checked = checkBody('claim', {
    subject,
    property: property.id,
    value,
    source: basis.source,
    quote: cut(quote, QUOTE),
    page,
    reliability: basis.reliability,
    credibility: basis.credibility,
    certainty: 'asserted',
    ...period,
    ...(note === undefined ? {} : { note }),
  });
  if ('problems' in checked) return { problem: { ...(checked.problems[0] as Problem), field } };
  return {
    record: {
      key: `${called}: ${property.id}`,
      record: key ?? slotId(logId, `table/claim/${place.join('/')}`),
      type: 'claim',
      body: checked.body,
      marking,
      ...(weak ? { weak } : {}),
    },
  };
}

/** A record that a property takes as its value, where it is known by name: a product that is supplied. */
export function recordValue(
  context: ReadContext,
  property: Property,
  text: string,
): Result<{ readonly value: Value; readonly product?: RowRecord }, RefusalCode> {
  const { known, logId, basis } = context;
  const missing = missingWord(text);
  if (missing !== undefined) return ok({ value: { kind: missing } });
  if (isCellError(text)) return fail('cellError');
  if (property.id !== 'suppliedProduct') {
    const value = checkValue(property.id, { kind: 'text', text });
    return value.ok ? ok({ value: value.value }) : value;
  }
  const found = known.named(text, ['product']);
  if (found.length > 1) return fail('matchAmbiguous', { count: found.length });
  const record = found[0] ?? slotId(logId, `table/party/name/product/${text}`);
  const body = checkBody('product', { name: text });
  if ('problems' in body) return fail(body.problems[0]?.code ?? 'fieldInvalid');
  return ok({
    value: { kind: 'record', record },
    product: { key: text, record, type: 'product', body: body.body, marking: basis.marking, weak: true },
  });
}
