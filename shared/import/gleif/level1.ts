import { type Made, rowOf, there } from '../made.ts';
import type { FileRow } from '../reader.ts';
import { LEGAL_FORMS } from './elf.ts';
import { claimOf, code, date, type GleifRow, partyOf, text } from './reading.ts';

/** The trade register of the Netherlands in GLEIF's list of registration authorities. */
const KVK_AUTHORITY = 'RA000463';

/** Categories of entities that are no company to us. */
const PUBLIC: readonly string[] = ['RESIDENT_GOVERNMENT_ENTITY', 'INTERNATIONAL_ORGANIZATION'];
const OTHER_NAMES = [1, 2, 3, 4, 5] as const;
const ADDRESS = ['FirstAddressLine', 'PostalCode', 'City', 'Region', 'Country'] as const;

const addressOf = ({ cells }: GleifRow, place: string): string =>
  there(ADDRESS.map((part) => cells(`Entity.${place}.${part}`)))
    .join(', ')
    .trim();

/** Type and body of the entity, and the words for its legal form. */
function entityOf({ cells }: GleifRow) {
  const name = cells('Entity.LegalName') ?? '';
  const country = (cells('Entity.LegalJurisdiction') ?? cells('Entity.LegalAddress.Country') ?? '')
    .slice(0, 2)
    .toUpperCase();
  const located = /^[A-Z]{2}$/.test(country) ? { country } : {};
  const elf = cells('Entity.LegalForm.EntityLegalFormCode');
  const [words, known] = (elf !== undefined && Object.hasOwn(LEGAL_FORMS, elf) && LEGAL_FORMS[elf]) || [];
  const category = cells('Entity.EntityCategory') ?? '';
  const form = category === 'FUND' ? 'fund' : (known ?? 'company');
  const legalForm =
    words === undefined ? (elf === undefined ? undefined : `ELF ${elf}`) : `${words} (ELF ${elf})`;
  const type = PUBLIC.includes(category) ? 'publicBody' : 'company';
  const body = type === 'publicBody' ? { name, level: 'government', ...located } : { name, form, ...located };
  return { type, body, legalForm: cells('Entity.LegalForm.OtherLegalForm') ?? legalForm } as const;
}

/** The number in the register where the entity is registered, under our property for it. */
function registration({ cells }: GleifRow): { property: string; number: string | undefined } {
  const authority = cells('Entity.RegistrationAuthority.RegistrationAuthorityID');
  const number = cells('Entity.RegistrationAuthority.RegistrationAuthorityEntityID');
  if (number === undefined) return { property: 'foreignRegistration', number };
  if (authority === KVK_AUTHORITY && /^\d{8}$/.test(number)) return { property: 'kvk', number };
  return {
    property: 'foreignRegistration',
    number: authority === undefined ? number : `${authority}:${number}`,
  };
}

/**
 * A row of level 1 (LEI-CDF, who is who): the party and what the record says of it. Of a party that the case already
 * has by other means only facts are added. Undefined for a row that GLEIF itself takes back.
 */
export function level1Row(row: GleifRow, touching: boolean): FileRow | undefined {
  const { line, cells, context } = row;
  const given = cells('LEI');
  const party = partyOf(context, given);
  if (party === undefined)
    return {
      line,
      records: [],
      problems: [{ field: 'LEI', code: given ? 'identifierCheckDigit' : 'fieldMissing' }],
    };
  if (touching && !party.inCase) return undefined;
  const status = cells('Registration.RegistrationStatus');
  if (status === 'DUPLICATE' || status === 'ANNULLED') return undefined;
  const { type, body, legalForm } = entityOf(row);
  const { lei, record, theirs } = party;
  const kind = theirs ? party.kind : type;
  const say = (
    property: string,
    value: Parameters<typeof claimOf>[1]['value'],
    column: string,
  ): Made | undefined =>
    claimOf(row, {
      subject: record,
      kind,
      property,
      value,
      column,
      slot: lei,
      fragment: cells(column) ?? lei,
    });
  const { property, number } = registration(row);
  const legal = addressOf(row, 'LegalAddress');
  const seat = addressOf(row, 'HeadquartersAddress');
  const inactive = cells('Entity.EntityStatus') === 'INACTIVE';
  const main: Made[] = theirs ? [] : [{ record, type, path: 'Entity.LegalName', body }];
  const successor =
    cells('Entity.SuccessorEntity.SuccessorLEI') ?? cells('Entity.SuccessorEntity.1.SuccessorLEI');
  const made = there([
    say('lei', code(lei), 'LEI'),
    say('legalName', text(cells('Entity.LegalName')), 'Entity.LegalName'),
    ...OTHER_NAMES.map((at) => {
      const column = `Entity.OtherEntityNames.OtherEntityName.${at}`;
      const former = cells(`${column}.type`) === 'PREVIOUS_LEGAL_NAME';
      return say(former ? 'formerName' : 'tradeName', text(cells(column)), column);
    }),
    say('legalForm', text(legalForm), 'Entity.LegalForm.EntityLegalFormCode'),
    say('seat', text(cells('Entity.LegalAddress.City')), 'Entity.LegalAddress.City'),
    say('address', text(legal), 'Entity.LegalAddress.FirstAddressLine'),
    seat === legal
      ? undefined
      : say(
          'description',
          text(seat === '' ? undefined : `HeadquartersAddress: ${seat}`),
          'Entity.HeadquartersAddress.FirstAddressLine',
        ),
    say(property, code(number), 'Entity.RegistrationAuthority.RegistrationAuthorityEntityID'),
    say('founded', date(cells('Entity.EntityCreationDate')), 'Entity.EntityCreationDate'),
    inactive
      ? say('dissolved', date(cells('Entity.EntityExpirationDate')), 'Entity.EntityExpirationDate')
      : undefined,
    say(
      'description',
      text(successor && `SuccessorLEI: ${successor}`),
      'Entity.SuccessorEntity.SuccessorLEI',
    ),
    status === 'ISSUED' || status === undefined
      ? undefined
      : say('description', text(`RegistrationStatus: ${status}`), 'Registration.RegistrationStatus'),
  ]);
  return rowOf(line, [...main, ...made], context, { name: `LEI ${lei}` });
}
