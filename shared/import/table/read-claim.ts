import { appliesTo, PROPERTIES, type Property, propertyOf } from '../../model/properties.ts';
import type { Value } from '../../model/value.ts';
import { fail, type Result } from '../../result.ts';
import type { FileRow } from '../reader.ts';
import type { RefusalCode } from '../refusal.ts';
import { addNamed } from './add-named.ts';
import { readBounds, readFact, unitOf } from './cells.ts';
import { cellText } from './header.ts';
import type { RowReading } from './row-reading.ts';

const lower = (text: string): string => text.toLowerCase().trim();
const byName = new Map(
  PROPERTIES.flatMap((property) =>
    [property.id, property.label.nl, property.label.en].map((name) => [lower(name), property] as const),
  ),
);

/** A row about one claim: its subject, its property by id or name, and its value. */
export function readClaim(reading: RowReading): FileRow {
  const { mapping } = reading;
  const party = reading.party('subject', mapping.entityType);
  const marking = reading.marking();
  const period = reading.period();
  const own = reading.ownKey();
  const word = reading.text('property');
  const property = propertyOf(word) ?? byName.get(lower(word));
  if (property === undefined)
    reading.refuse(
      word === ''
        ? { field: 'property', code: 'fieldMissing' }
        : { field: 'property', code: 'propertyUnknown' },
    );
  if (property === undefined || party === undefined) return reading.end(own ? [own] : []);
  if (!appliesTo(property.id, mapping.entityType))
    reading.refuse({
      field: 'property',
      code: 'propertyNotForSubject',
      params: { property: property.id, subject: mapping.entityType },
    });
  addNamed(reading, party, 'subject');
  const value = claimValue(reading, property);
  if (!value.ok) {
    reading.fail('value', value.error);
    return reading.end(own ? [own] : []);
  }
  const [quote, note] = [reading.text('quote'), reading.text('note')];
  reading.say({
    subject: party.record,
    called: party.reference.key,
    property,
    value: value.value,
    field: 'value',
    quote: quote === '' ? `${word}: ${cellText(reading.cell('value'))}` : quote,
    period,
    marking,
    ...(note === '' ? {} : { note }),
    ...(own === undefined ? {} : { key: own }),
  });
  return reading.end(own ? [own] : []);
}

function claimValue(reading: RowReading, property: Property): Result<Value, RefusalCode> {
  const { mapping } = reading;
  const word = reading.text('unit');
  const unit = word === '' ? undefined : unitOf(word);
  if (word !== '' && unit === undefined) return fail('unitUnknown');
  const column = { ...reading.column('value'), ...(unit === undefined ? {} : { unit }) };
  const [low, high, cell] = [reading.cell('min'), reading.cell('max'), reading.cell('value')];
  const reason = reading.text('reason');
  if (low !== '' || high !== '') {
    return cell === '' ? readBounds(property, [low, high], column, mapping) : fail('valueAndRange');
  }
  if (cell === '') return fail('valueMissing');
  if (property.values.includes('record')) return reading.named(property, cellText(cell));
  const read = readFact(property, cell, column, mapping);
  if (!read.ok || reason === '') return read;
  const { kind } = read.value;
  return kind === 'unknown' || kind === 'undisclosed' || kind === 'notApplicable'
    ? { ok: true, value: { kind, reason: reason.slice(0, 400) } }
    : fail('valueForm', { field: 'reason' });
}
