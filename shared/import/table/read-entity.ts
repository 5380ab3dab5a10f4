import type { FileRow } from '../reader.ts';
import { readYesNo } from './cells.ts';
import { sayFacts } from './fact-columns.ts';
import { ENTITY_MEMBERS } from './fields.ts';
import { bodyOfNamed } from './parties.ts';
import type { RowReading } from './row-reading.ts';

/** A row about an entity: the party that it names, what belongs to its body, and its columns of facts. */
export function readEntity(reading: RowReading): FileRow {
  const { mapping } = reading;
  const type = mapping.entityType;
  const name = reading.text('name');
  if (name === '') reading.refuse({ field: 'name', code: 'fieldMissing' });
  const party = reading.party('name', type);
  const marking = reading.marking();
  const period = reading.period();
  const note = reading.text('note');
  if (party === undefined) return reading.end([]);
  const { record, own } = party;
  const candidate: Record<string, unknown> = {
    ...bodyOfNamed(type, name, mapping),
    ...(note === '' ? {} : { note }),
  };
  for (const member of ENTITY_MEMBERS[type]) {
    const cell = reading.text(member);
    if (cell === '') continue;
    const vital = member === 'vital' ? readYesNo(cell) : undefined;
    if (member === 'vital' && vital === undefined) reading.refuse({ field: member, code: 'yesNoForm' });
    candidate[member] = vital ?? (member === 'country' ? cell.toUpperCase() : cell);
  }
  // What a person or another source made is found again, not written over: the file speaks of it in facts.
  reading.add(type, party.reference.key, record, candidate, { marking, ...(own ? {} : { weak: true }) });
  sayFacts(reading, record, party.reference.key, period, marking, '');
  return reading.end([record]);
}
