import { type Property, propertyOf } from '../../model/properties.ts';
import type { Role } from './fields.ts';
import { cellText } from './header.ts';
import type { Party } from './parties.ts';
import type { RowReading } from './row-reading.ts';

/** A party that is only named, and what the row says of its numbers. The first row that names it is cited. */
export function addNamed(reading: RowReading, { weak, record, codes, reference }: Party, role: Role): void {
  if (weak) reading.records.push(weak);
  for (const [id, code] of codes) {
    const field = `${role}.${id}`;
    reading.say({
      subject: record,
      called: reference.key,
      property: propertyOf(id) as Property,
      value: { kind: 'code', code },
      field,
      quote: `${reading.header(field)}: ${cellText(reading.cell(field))}`,
      period: {},
      weak: true,
    });
  }
}
