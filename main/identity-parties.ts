import type { ReadDb } from '#db/handle.ts';
import { type PartyRow, type PartyScope, partyClaims, partyRows } from '#db/queries/parties.ts';
import { type Party, STRONG_IDENTIFIERS, type StrongIdentifier } from '#shared/identity/party.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { highestMarking, isWithin, type Marking } from '#shared/model/marking.ts';

/** A party with where it stands. `marking` is the highest of what was read of it. */
export type KnownParty = {
  readonly log: LogId;
  readonly type: PartyRow['type'];
  readonly label: string;
  readonly marking: Marking;
  readonly party: Party;
};

const isStrong = (property: string): property is StrongIdentifier =>
  STRONG_IDENTIFIERS.some((one) => one === property);

const textOf = (value: { kind: string; text?: string; code?: string }): string | undefined =>
  value.kind === 'text' ? value.text : value.kind === 'code' ? value.code : undefined;

/**
 * Parties of one case, or of all, or some of them, as far as the ceiling lets them be seen: a record of which a version stands above it
 * is left out, a fact above it is not used. `withheld` counts the records that were left out.
 */
export function knownParties(
  db: ReadDb,
  scope: PartyScope,
  ceiling: Marking,
): { readonly parties: readonly KnownParty[]; readonly withheld: number } {
  const key = (row: { log: LogId }, record: RecordId): string => `${row.log} ${record}`;
  const claims = Map.groupBy(
    partyClaims(db, scope).filter(({ marking }) => isWithin(marking, ceiling)),
    (claim) => key(claim, claim.subject),
  );
  const rows = Map.groupBy(partyRows(db, scope), (row) => key(row, row.record));
  let withheld = 0;
  const parties: KnownParty[] = [];
  for (const [id, versions] of rows) {
    const marking = highestMarking(versions.map((version) => version.marking));
    if (!isWithin(marking, ceiling)) {
      withheld++;
      continue;
    }
    const [first] = versions as [PartyRow, ...PartyRow[]];
    const said = (claims.get(id) ?? []).flatMap(({ property, value, marking: level }) => {
      const text = textOf(value);
      return text === undefined ? [] : [{ property, text, level }];
    });
    const of = (test: (property: string) => boolean): string[] =>
      said.filter(({ property }) => test(property)).map(({ text }) => text);
    parties.push({
      log: first.log,
      type: first.type,
      label: first.label,
      marking: highestMarking([marking, ...said.map(({ level }) => level)]),
      party: {
        record: first.record,
        kind: first.type === 'person' ? 'person' : 'organisation',
        names: [...versions.map(({ label }) => label), ...of((property) => property.endsWith('Name'))],
        identifiers: said.flatMap(({ property, text }) =>
          isStrong(property) ? [{ kind: property, value: text }] : [],
        ),
        ...(first.country ? { country: first.country } : {}),
        websites: of((property) => property === 'website'),
      },
    });
  }
  return { parties, withheld };
}
