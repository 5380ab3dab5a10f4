import fs from 'node:fs';
import { seeded } from '#shared/graph/random.ts';

const HEADER = 'houder;kvk houder;deelneming;kvk deelneming;aandeel;stemmen min;stemmen max;vanaf';
/** One row in so many has a number of the trade register that is too short. */
const WRONG_EVERY = 1_000;
const ROWS_A_PARTY = 4;

const eight = (n: number): string => String(10_000_000 + n);
const day = (n: number): string => `${1 + (n % 28)}-${1 + (n % 12)}-${1990 + (n % 35)}`;

/** Writes a text piece by piece: no file is in memory as a whole. */
function write(file: string, pieces: Iterable<string>): number {
  const target = fs.openSync(file, 'w');
  let held = '';
  let bytes = 0;
  const flush = (): void => {
    bytes += fs.writeSync(target, held);
    held = '';
  };
  for (const piece of pieces) {
    held += piece;
    if (held.length > 1_000_000) flush();
  }
  flush();
  fs.closeSync(target);
  return bytes;
}

function* holdings(rows: number): Iterable<string> {
  const random = seeded(rows);
  const parties = Math.ceil(rows / ROWS_A_PARTY);
  const any = (): number => Math.floor(random() * parties);
  yield `${HEADER}\n`;
  for (let row = 1; row <= rows; row++) {
    const [from, to, share] = [any(), any(), 1 + Math.floor(random() * 990) / 10];
    const low = Math.floor(share / 5) * 5;
    const number = row % WRONG_EVERY === 0 ? '123' : eight(from);
    yield `Houdstermaatschappij ${from} B.V.;${number};"Bedrijf ${to}; te Zuid-Oost";${eight(to)};` +
      `${share.toFixed(1).replace('.', ',')}%;${low};${low + 5};${day(row)}\n`;
  }
}

/** A table of holdings: who holds how much of whom, with bounds on the votes and a day. Bytes of the file. */
export const writeHoldings = (file: string, rows: number): number => write(file, holdings(rows));

const id = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;

const address = (n: number, type: string) => ({
  type,
  address: `Handelskade ${1 + (n % 400)}, verdieping ${n % 20}, Gebouw De Verrekijker, Bedrijvenpark Zuid-Oost, Rotterdam`,
  postCode: `${3000 + (n % 90)} AB`,
  country: { name: 'Netherlands', code: 'NL' },
});

/** What every publisher repeats in every statement. */
const frame = (kind: number, n: number) => ({
  statementId: id(kind, n),
  statementDate: '2024-03-01',
  publicationDetails: {
    publicationDate: '2024-03-05',
    bodsVersion: '0.4',
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    publisher: { name: 'Register van uiteindelijk belanghebbenden', url: 'https://register.example' },
  },
  source: {
    type: ['officialRegister'],
    description: 'Opgave van de rechtspersoon, door het register overgenomen',
    url: `https://register.example/opgaven/${n}`,
    retrievedAt: '2024-03-01',
  },
  declarationSubject: `entiteit-${n}`,
  recordStatus: 'new',
});

/** A company, a person, what the person holds of it and, of every other one, what an earlier company holds. */
function* register(bytes: number): Iterable<string> {
  yield '[\n';
  let written = 0;
  for (let n = 0; written < bytes; n++) {
    const company = {
      ...frame(1, n),
      recordId: `entiteit-${n}`,
      recordType: 'entity',
      recordDetails: {
        isComponent: false,
        entityType: { type: 'registeredEntity' },
        name: `Onderneming ${n} B.V.`,
        jurisdiction: { name: 'Netherlands', code: 'NL' },
        identifiers: [{ scheme: 'NL-KVK', id: eight(n), schemeName: 'Kamer van Koophandel' }],
        foundingDate: '2001-05-17',
        addresses: [address(n, 'registered')],
      },
    };
    const person = {
      ...frame(2, n),
      recordId: `persoon-${n}`,
      recordType: 'person',
      recordDetails: {
        isComponent: false,
        personType: 'knownPerson',
        names: [{ type: 'legal', fullName: `Persoon ${n}`, familyName: `${n}`, givenName: 'Persoon' }],
        nationalities: [{ name: 'Netherlands', code: 'NL' }],
        birthDate: '1965-11',
        addresses: [address(n + 7, 'service')],
      },
    };
    const holds = (kind: number, from: string) => ({
      ...frame(kind, n),
      recordId: `belang-${kind}-${n}`,
      recordType: 'relationship',
      recordDetails: {
        isComponent: false,
        subject: `entiteit-${n}`,
        interestedParty: from,
        interests: [
          {
            type: 'shareholding',
            directOrIndirect: 'direct',
            beneficialOwnershipOrControl: kind === 3,
            share: { minimum: 25, maximum: 50 },
            startDate: '2017-11-01',
          },
        ],
      },
    });
    const statements = [company, person, holds(3, `persoon-${n}`)];
    const held = n % 2 === 1 ? [...statements, holds(4, `entiteit-${Math.floor(n / 2)}`)] : statements;
    const text = held.map((one) => JSON.stringify(one)).join(',\n');
    written += text.length + 2;
    yield n === 0 ? text : `,\n${text}`;
  }
  yield '\n]\n';
}

/** Beneficial ownership statements (BODS 0.4), about so many bytes. Bytes of the file. */
export const writeRegister = (file: string, bytes: number): number => write(file, register(bytes));
