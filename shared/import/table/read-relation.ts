import { type RecordId, slotId } from '../../model/ids.ts';
import type { FileRow } from '../reader.ts';
import { addNamed } from './add-named.ts';
import { sayFacts } from './fact-columns.ts';
import type { Period } from './facts.ts';
import type { RowReading } from './row-reading.ts';

/** The one relation of the case that the row is about, when there is one. */
function known(
  reading: RowReading,
  from: RecordId,
  to: RecordId,
  label: string,
  period: Period,
): RecordId | undefined {
  const { context, mapping } = reading;
  if (reading.text('property:suppliedProduct') !== '') return undefined;
  const alike = context.known
    .relations(mapping.relationKind, from, to)
    .filter(
      (one) =>
        (label === '' || one.label === label) &&
        (period.validFrom === undefined || one.validFrom === period.validFrom),
    );
  return alike.length === 1 ? alike[0]?.record : undefined;
}

/** A row about a relation: its two parties, the relation between them, and its columns of facts. */
export function readRelation(reading: RowReading): FileRow {
  const { mapping, context } = reading;
  const kind = mapping.relationKind;
  const from = reading.party('from', mapping.fromType);
  const to = reading.party('to', mapping.toType);
  const marking = reading.marking();
  const period = reading.period();
  const [label, note] = [reading.text('label'), reading.text('note')];
  const own = reading.ownKey();
  if (!from || !to) return reading.end(own ? [own] : []);
  const place = [
    kind,
    from.record,
    to.record,
    label,
    period.validFrom ?? '',
    reading.text('property:suppliedProduct'),
  ];
  const slot = own ?? slotId(context.logId, `table/relation/${place.join('/')}`);
  const record =
    (own === undefined ? known(reading, from.record, to.record, label, period) : undefined) ?? slot;
  addNamed(reading, from, 'from');
  addNamed(reading, to, 'to');
  const called = `${from.reference.key} – ${to.reference.key}`;
  reading.add(
    'relation',
    called,
    record,
    { kind, from: from.record, to: to.record, ...(label === '' ? {} : { label }), ...period },
    { marking, references: [from.reference, to.reference], ...(record === slot ? {} : { weak: true }) },
  );
  sayFacts(reading, record, called, period, marking, note);
  return reading.end([record]);
}
