import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '#shared/import/csv.ts';
import { LEGAL_FORMS } from '#shared/import/gleif/elf.ts';
import { GLEIF, GLEIF_ALL } from '#shared/import/gleif/reader.ts';
import type { KnownCase } from '#shared/import/reader.ts';
import { checkLei } from '#shared/model/identifiers.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordType } from '#shared/model/records.ts';
import { holdingOf } from '#shared/ownership/from-records.ts';
import { caseOf, contextFor, factsOf, readAll } from '../../support/rows.ts';

const ELF = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/gleif/elf/datasets/_global/gleif/ref/elf-codes-1.4.1.csv',
);

/** An invented LEI: eighteen characters and the check digits that make it one. */
const lei = (eighteen: string): string => {
  for (let check = 2; check <= 98; check++) {
    const whole = `${eighteen}${String(check).padStart(2, '0')}`;
    if (checkLei(whole).ok) return whole;
  }
  throw new Error('no check digits');
};
const TARGET = lei('ZZZZ00TARGET000001');
const PARENT = lei('ZZZZ00PARENT000002');
const OTHER = lei('ZZZZ00STRANGER0003');

const csv = (columns: readonly string[], ...rows: readonly Readonly<Record<string, string>>[]): string =>
  [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');

const LEVEL1 = [
  'LEI',
  'Entity.LegalName',
  'Entity.LegalName.xmllang',
  'Entity.OtherEntityNames.OtherEntityName.1',
  'Entity.OtherEntityNames.OtherEntityName.1.xmllang',
  'Entity.OtherEntityNames.OtherEntityName.1.type',
  'Entity.LegalAddress.FirstAddressLine',
  'Entity.LegalAddress.City',
  'Entity.LegalAddress.Region',
  'Entity.LegalAddress.Country',
  'Entity.LegalAddress.PostalCode',
  'Entity.HeadquartersAddress.FirstAddressLine',
  'Entity.HeadquartersAddress.City',
  'Entity.HeadquartersAddress.Country',
  'Entity.RegistrationAuthority.RegistrationAuthorityID',
  'Entity.RegistrationAuthority.RegistrationAuthorityEntityID',
  'Entity.LegalJurisdiction',
  'Entity.EntityCategory',
  'Entity.LegalForm.EntityLegalFormCode',
  'Entity.LegalForm.OtherLegalForm',
  'Entity.EntityStatus',
  'Entity.EntityCreationDate',
  'Entity.EntityExpirationDate',
  'Registration.RegistrationStatus',
];
const target = {
  LEI: TARGET,
  'Entity.LegalName': 'Lichtwerk B.V.',
  'Entity.OtherEntityNames.OtherEntityName.1': 'Lichtfabriek B.V.',
  'Entity.OtherEntityNames.OtherEntityName.1.type': 'PREVIOUS_LEGAL_NAME',
  'Entity.LegalAddress.FirstAddressLine': 'Kerkstraat 1',
  'Entity.LegalAddress.City': 'Eindhoven',
  'Entity.LegalAddress.Country': 'NL',
  'Entity.LegalAddress.PostalCode': '5611 AA',
  'Entity.RegistrationAuthority.RegistrationAuthorityID': 'RA000463',
  'Entity.RegistrationAuthority.RegistrationAuthorityEntityID': '01234567',
  'Entity.LegalJurisdiction': 'NL',
  'Entity.EntityCategory': 'GENERAL',
  'Entity.LegalForm.EntityLegalFormCode': '54M6',
  'Entity.EntityStatus': 'ACTIVE',
  'Entity.EntityCreationDate': '1999-05-01T00:00:00+02:00',
  'Registration.RegistrationStatus': 'LAPSED',
};
const stranger = { LEI: OTHER, 'Entity.LegalName': 'Vreemde Bank', 'Entity.LegalJurisdiction': 'US-DE' };

const LEVEL2 = [
  'Relationship.StartNode.NodeID',
  'Relationship.StartNode.NodeIDType',
  'Relationship.EndNode.NodeID',
  'Relationship.EndNode.NodeIDType',
  'Relationship.RelationshipType',
  'Relationship.RelationshipStatus',
  'Relationship.Period.1.startDate',
  'Relationship.Period.1.endDate',
  'Relationship.Period.1.periodType',
  'Relationship.Period.2.startDate',
  'Relationship.Period.2.endDate',
  'Relationship.Period.2.periodType',
  'Relationship.Qualifiers.1.QualifierDimension',
  'Relationship.Qualifiers.1.QualifierCategory',
  'Relationship.Quantifiers.1.MeasurementMethod',
  'Relationship.Quantifiers.1.QuantifierAmount',
  'Relationship.Quantifiers.1.QuantifierUnits',
  'Registration.RegistrationStatus',
];
const consolidated = {
  'Relationship.StartNode.NodeID': TARGET,
  'Relationship.EndNode.NodeID': PARENT,
  'Relationship.RelationshipType': 'IS_DIRECTLY_CONSOLIDATED_BY',
  'Relationship.RelationshipStatus': 'ACTIVE',
  'Relationship.Period.1.startDate': '2023-01-01T00:00:00Z',
  'Relationship.Period.1.endDate': '2023-12-31T00:00:00Z',
  'Relationship.Period.1.periodType': 'ACCOUNTING_PERIOD',
  'Relationship.Period.2.startDate': '2020-06-15T00:00:00Z',
  'Relationship.Period.2.periodType': 'RELATIONSHIP_PERIOD',
  'Relationship.Qualifiers.1.QualifierCategory': 'IFRS',
  'Relationship.Quantifiers.1.MeasurementMethod': 'ACCOUNTING_CONSOLIDATION',
  'Relationship.Quantifiers.1.QuantifierAmount': '100',
  'Relationship.Quantifiers.1.QuantifierUnits': 'PERCENTAGE',
};
const EXCEPTION = ['LEI', 'Exception.Category', 'Exception.Reason.1', 'Exception.Reference.1'];

/** A case that has the target by its LEI, as a record of its own. */
const record = '00000000-0000-4000-8000-0000000000c1' as RecordId;
const withTarget: KnownCase = {
  ...caseOf([{ record, type: 'company', body: { name: 'Lichtwerk', form: 'company' } }]),
  withIdentifier: (property, code) => (property === 'lei' && code === TARGET ? [record] : []),
};
type Kept = ReturnType<typeof readAll>['kept'];
const bodies = (kept: Kept, type: RecordType) =>
  kept.filter((one) => one.type === type).map(({ body }) => body);
const saying = (kept: Kept, property: string) =>
  kept.filter(({ body }) => body.property === property).map(({ body }) => body.value);

describe('level 1, who is who', () => {
  it('makes a party with its numbers, names, form and dates', () => {
    const { kept, refused } = readAll(GLEIF_ALL, csv(LEVEL1, target));
    expect(refused).toEqual([]);
    expect(bodies(kept, 'company')).toEqual([{ name: 'Lichtwerk B.V.', form: 'company', country: 'NL' }]);
    expect(saying(kept, 'kvk')).toEqual([{ kind: 'code', code: '01234567' }]);
    expect(saying(kept, 'formerName')).toEqual([{ kind: 'text', text: 'Lichtfabriek B.V.' }]);
    expect(saying(kept, 'legalForm')).toEqual([
      { kind: 'text', text: 'besloten vennootschap met beperkte aansprakelijkheid (ELF 54M6)' },
    ]);
    expect(saying(kept, 'founded')).toEqual([{ kind: 'date', date: '1999-05-01' }]);
    expect(saying(kept, 'description')).toEqual([{ kind: 'text', text: 'RegistrationStatus: LAPSED' }]);
  });

  it('takes only what touches the case, and of a party that is there already only adds facts', () => {
    const { kept } = readAll(GLEIF, csv(LEVEL1, target, stranger), contextFor(withTarget));
    expect(bodies(kept, 'company')).toEqual([]);
    expect(new Set(kept.map(({ body }) => body.subject))).toEqual(new Set([record]));
    expect(JSON.stringify(kept)).not.toContain('Vreemde Bank');
  });

  it('refuses a number that fails its check, with line and column', () => {
    const wrong = `${TARGET.slice(0, 18)}${TARGET.endsWith('97') ? '02' : '97'}`;
    const { refused } = readAll(GLEIF_ALL, csv(LEVEL1, { ...target, LEI: wrong }, stranger));
    expect(refused.map(({ line, problem }) => [line, problem.field, problem.code])).toEqual([
      [2, 'LEI', 'identifierCheckDigit'],
    ]);
  });
});

describe('level 2, who consolidates whom', () => {
  const { kept, refused } = readAll(GLEIF, csv(LEVEL2, consolidated), contextFor(withTarget));

  it('is control on the ground of the accounts, inferred, and never a share or votes', () => {
    expect(refused).toEqual([]);
    const [relation] = kept.filter(({ type }) => type === 'relation');
    expect(relation?.body).toMatchObject({ kind: 'controls', to: record, validFrom: '2020-06-15' });
    const said = kept.filter(({ body }) => body.subject === relation?.record);
    expect(
      said.map(({ body }) => [body.property, body.certainty, (body.value as { kind: string }).kind]),
    ).toEqual([
      ['exists', 'inferred', 'yesNo'],
      ['controlBasis', 'inferred', 'text'],
      ['votes', 'asserted', 'unknown'],
      ['relationNote', 'asserted', 'text'],
    ]);
    expect(saying(kept, 'capital')).toEqual([]);
    expect(saying(kept, 'relationNote')).toEqual([
      {
        kind: 'text',
        text: 'IFRS; ACCOUNTING_CONSOLIDATION 100 PERCENTAGE; ACCOUNTING_PERIOD 2023-01-01/2023-12-31',
      },
    ]);
    const claims = said.map(({ body }) => body) as never[];
    const holding = holdingOf({ ...relation, digest: '' } as never, claims);
    expect(holding).toMatchObject({ right: undefined, votes: { kind: 'unknown' } });
  });

  it('names a neighbour that the file does not describe by its number, until a level 1 file does', () => {
    expect(bodies(kept, 'company')).toEqual([{ name: `LEI ${PARENT}`, form: 'unknown' }]);
    const parent = kept.find(({ type }) => type === 'company')?.record as RecordId;
    const now: KnownCase = {
      ...caseOf([{ record: parent, type: 'company', body: {} }]),
      withIdentifier: (_, code) => (code === PARENT ? [parent] : []),
    };
    const level1 = readAll(
      GLEIF,
      csv(LEVEL1, { ...target, LEI: PARENT, 'Entity.LegalName': 'Moeder' }),
      contextFor(now),
    );
    expect(level1.kept.find(({ type }) => type === 'company')).toMatchObject({
      record: parent,
      body: { name: 'Moeder' },
    });
  });

  it('leaves out what touches nobody of the case, and refuses a kind that it does not know', () => {
    const far = { ...consolidated, 'Relationship.StartNode.NodeID': OTHER };
    expect(readAll(GLEIF, csv(LEVEL2, far), contextFor(withTarget)).kept).toEqual([]);
    const odd = { ...consolidated, 'Relationship.RelationshipType': 'IS_FRIEND_OF' };
    expect(readAll(GLEIF, csv(LEVEL2, odd), contextFor(withTarget)).refused[0]).toMatchObject({
      line: 2,
      problem: { field: 'Relationship.RelationshipType', code: 'fieldNotInList' },
    });
  });
});

describe('reporting exceptions', () => {
  const exception = (reason: string) =>
    readAll(
      GLEIF,
      csv(EXCEPTION, {
        LEI: TARGET,
        'Exception.Category': 'ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT',
        'Exception.Reason.1': reason,
      }),
      contextFor(withTarget),
    ).kept;

  it('make an owner whom nobody names, with the reason: kept from us, or not known to be there', () => {
    const kept = exception('NON_PUBLIC');
    expect(bodies(kept, 'company')).toEqual([
      { name: `NON_PUBLIC: ultimate parent ${TARGET}`, form: 'unknown' },
    ]);
    expect(saying(kept, 'votes')).toEqual([{ kind: 'undisclosed', reason: 'NON_PUBLIC (ultimate parent)' }]);
    expect(saying(kept, 'exists')).toEqual([{ kind: 'yesNo', yes: true }]);
    expect(saying(exception('NO_KNOWN_PERSON'), 'exists')).toEqual([
      { kind: 'unknown', reason: 'NO_KNOWN_PERSON (ultimate parent)' },
    ]);
  });

  it('are never control that is certain', () => {
    const kept = exception('NON_PUBLIC');
    const [relation] = kept.filter(({ type }) => type === 'relation');
    const claims = kept
      .filter(({ body }) => body.subject === relation?.record)
      .map(({ body }) => body) as never[];
    expect(holdingOf(relation as never, claims)).toMatchObject({
      right: undefined,
      votes: { kind: 'unknown' },
    });
  });
});

describe('a file of GLEIF', () => {
  it('read again, and cut anywhere, brings the same records', () => {
    const text = csv(LEVEL2, consolidated);
    const whole = readAll(GLEIF_ALL, text);
    for (const piece of [1, 11, 300]) expect(readAll(GLEIF_ALL, text, contextFor(), piece)).toEqual(whole);
    expect(factsOf(readAll(GLEIF_ALL, text).kept)).toEqual(factsOf(whole.kept));
  });

  it('is known by its columns, and another table is refused as a whole', () => {
    expect(GLEIF.looksLike(csv(LEVEL1).slice(0, 500), 'x.csv')).toBe(3);
    expect(GLEIF.looksLike(csv(LEVEL2).slice(0, 500), 'x.csv')).toBe(3);
    expect(GLEIF.looksLike('LEI,naam\n', 'x.csv')).toBe(0);
    expect(readAll(GLEIF, 'naam,land\na,b\n')).toMatchObject({ broken: true, kept: [] });
  });
});

describe.skipIf(!existsSync(ELF))('legal forms by their code', () => {
  it('are those of the code list, and every Dutch one is there', () => {
    const parsed = parseCsv(readFileSync(ELF, 'utf8'));
    const rows = parsed.ok ? parsed.value.slice(1) : [];
    const names = new Map(rows.map(({ cells }) => [cells[0] ?? '', new Set<string>()]));
    for (const { cells } of rows)
      names.get(cells[0] ?? '')?.add((cells[5] ?? '').replace('\u0027', '’').trim());
    for (const [code, [name]] of Object.entries(LEGAL_FORMS))
      expect([...(names.get(code) ?? [])], code).toContain(name);
    const dutch = rows
      .filter(({ cells }) => cells[2] === 'NL' && cells[12] === 'ACTV')
      .map(({ cells }) => cells[0] ?? '');
    expect(dutch.length).toBeGreaterThan(15);
    expect(dutch.filter((code) => !Object.hasOwn(LEGAL_FORMS, code))).toEqual([]);
  });
});
