import type { RecordId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import { type Property, propertyOf } from '../../model/properties.ts';
import type { Value } from '../../model/value.ts';
import { fail, type Result } from '../../result.ts';
import type { RefusalCode } from '../refusal.ts';
import { readBounds, readFact } from './cells.ts';
import type { Period } from './facts.ts';
import { cellText } from './header.ts';
import type { RowReading } from './row-reading.ts';

/** The facts that the columns of properties say about a subject. */
export function sayFacts(
  reading: RowReading,
  subject: RecordId,
  called: string,
  period: Period,
  marking: Marking,
  note: string,
): void {
  const ids = new Set(
    reading.mapping.placed.flatMap(({ field }) => /^property:([A-Za-z0-9]+)/.exec(field)?.[1] ?? []),
  );
  for (const id of ids) {
    const property = propertyOf(id);
    if (property === undefined) continue;
    const field = `property:${id}`;
    const fields = [field, `${field}.min`, `${field}.max`].filter(
      (one) => cellText(reading.cell(one)) !== '',
    );
    if (fields.length === 0) continue;
    const value = factOf(reading, property, field);
    if (!value.ok) {
      reading.fail(fields[0] as string, value.error);
      continue;
    }
    const quote = fields.map((one) => `${reading.header(one)}: ${cellText(reading.cell(one))}`).join('; ');
    const noted = note === '' ? {} : { note };
    reading.say({ subject, called, property, value: value.value, field, quote, period, marking, ...noted });
  }
}

function factOf(reading: RowReading, property: Property, field: string): Result<Value, RefusalCode> {
  const column = reading.column(field) ?? {};
  const whole = reading.cell(field);
  const [low, high] = [reading.cell(`${field}.min`), reading.cell(`${field}.max`)];
  if (low !== '' || high !== '') {
    const bounds = readBounds(
      property,
      [low, high],
      reading.column(`${field}.min`) ?? reading.column(`${field}.max`) ?? {},
      reading.mapping,
    );
    // An exact figure between its own bounds says more than they do.
    if (whole === '' || !bounds.ok) return bounds;
    const exact = readFact(property, whole, column, reading.mapping);
    if (!exact.ok || exact.value.kind !== 'number' || bounds.value.kind !== 'range')
      return exact.ok ? fail('valueAndRange') : exact;
    const { min = -Infinity, max = Infinity } = bounds.value;
    return exact.value.number >= min && exact.value.number <= max ? exact : fail('valueOutsideRange');
  }
  if (property.values.includes('record')) return reading.named(property, cellText(whole));
  return readFact(property, whole, column, reading.mapping);
}
