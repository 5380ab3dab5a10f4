import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBods } from '#shared/import/bods/plan.ts';
import { BODS_DEPTH } from '#shared/import/bods/read.ts';
import type { PlannedPut } from '#shared/import/case-folder.ts';
import { type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import type { BodyOf, RecordType } from '#shared/model/records.ts';

const logId = '00000000-0000-4000-8000-00000000000b' as LogId;
const plan = (statements: unknown, typeOf?: (record: RecordId) => RecordType | undefined) =>
  planBods(typeof statements === 'string' ? statements : JSON.stringify(statements), {
    logId,
    file: 'b.json',
    ...(typeOf ? { typeOf } : {}),
  });

let count = 0;
const statement = (recordType: string, recordId: string, recordDetails: object, more: object = {}) => ({
  statementId: `statement-${String(++count).padStart(28, '0')}`,
  statementDate: '2024-03-01',
  declarationSubject: 'c1',
  recordId,
  recordType,
  recordDetails: { isComponent: false, ...recordDetails },
  publicationDetails: {
    publicationDate: '2024-03-02',
    bodsVersion: '0.4',
    publisher: { name: 'Register van Verweg' },
  },
  source: { type: ['officialRegister'], retrievedAt: '2024-03-02T10:00:00Z' },
  ...more,
});
const company = (recordId: string, name: string, more: object = {}) =>
  statement('entity', recordId, { entityType: { type: 'registeredEntity' }, name, ...more });
const person = (recordId: string, fullName: string) =>
  statement('person', recordId, { personType: 'knownPerson', names: [{ fullName }] });
const holds = (recordId: string, holder: unknown, interests: readonly object[], more: object = {}) =>
  statement('relationship', recordId, { subject: 'c1', interestedParty: holder, interests, ...more });

const bodies = <T extends RecordType>(puts: readonly PlannedPut[], type: T): BodyOf<T>[] =>
  puts.filter((put) => put.type === type).map(({ body }) => body as unknown as BodyOf<T>);
const saidOf = (puts: readonly PlannedPut[], kind: string) => {
  const relation = puts.find(({ type, body }) => type === 'relation' && body.kind === kind);
  return bodies(puts, 'claim')
    .filter(({ subject }) => subject === relation?.record)
    .map(({ property, value }) => [property, value]);
};

describe('what a statement becomes', () => {
  const both = [company('c1', 'Lichtwerk B.V.'), person('p1', 'Iris Bakker')];

  it('a holding of shares and votes is one ownership, with capital and votes apart', () => {
    const { puts, refused } = plan([
      ...both,
      holds('r1', 'p1', [
        { type: 'shareholding', directOrIndirect: 'direct', share: { exact: 30 }, startDate: '2020-01-01' },
        { type: 'votingRights', share: { minimum: 25, exclusiveMaximum: 50 } },
        { type: 'appointmentOfBoard' },
      ]),
    ]);
    expect(refused).toEqual([]);
    expect(bodies(puts, 'relation').map(({ kind }) => kind)).toEqual(['owns']);
    expect(saidOf(puts, 'owns')).toEqual([
      ['capital', { kind: 'number', number: 30, unit: 'percent' }],
      ['votes', { kind: 'range', min: 25, max: 50, unit: 'percent' }],
      ['boardAppointment', { kind: 'yesNo', yes: true }],
    ]);
  });

  it('each claim quotes its fragment, cites the one source of the statements and is not graded', () => {
    const { puts } = plan([...both, holds('r1', 'p1', [{ type: 'shareholding', share: { exact: 30 } }])]);
    const capital = bodies(puts, 'claim').find(({ property }) => property === 'capital');
    const [source] = puts.filter(({ type }) => type === 'source');
    expect(puts.filter(({ type }) => type === 'source')).toHaveLength(1);
    expect(source?.body).toMatchObject({
      title: 'Register van Verweg',
      kind: 'register',
      published: '2024-03-02',
      retrieved: '2024-03-02',
    });
    expect(capital).toMatchObject({
      source: source?.record,
      quote: '{"share":{"exact":30},"type":"shareholding"}',
      page: 'recordDetails.interests[0]',
      reliability: 'F',
      credibility: '6',
    });
  });

  it('an office directs, a ground of control controls, a right or part in a trust has its property, and every other interest keeps its code as influence', () => {
    const { puts } = plan([
      ...both,
      holds('r1', 'p1', [
        { type: 'boardChair' },
        { type: 'controlByLegalFramework', details: 'Wet op de lichtwerken' },
        { type: 'settlor' },
        { type: 'rightsToProfitOrIncome', share: { exact: 12.5 } },
      ]),
    ]);
    expect(saidOf(puts, 'directs')).toEqual([['boardFunction', { kind: 'text', text: 'boardChair' }]]);
    expect(saidOf(puts, 'controls')[0]).toEqual([
      'controlBasis',
      { kind: 'text', text: 'controlByLegalFramework: Wet op de lichtwerken' },
    ]);
    expect(saidOf(puts, 'influences')).toEqual([
      ['trustRole', { kind: 'code', code: 'settlor' }],
      ['profitRight', { kind: 'number', number: 12.5, unit: 'percent' }],
    ]);
  });

  it('an interest of unknown nature is an ownership of unknown size, so that the path stays possible', () => {
    const { puts } = plan([...both, holds('r1', 'p1', [{ type: 'unknownInterest' }])]);
    expect(saidOf(puts, 'owns')).toEqual([['capital', { kind: 'unknown', reason: 'unknownInterest' }]]);
  });

  it('an indirect interest that sums up a chain is not added to the shares of the chain', () => {
    const indirect = { type: 'shareholding', directOrIndirect: 'indirect', share: { exact: 40 } };
    const { puts } = plan([...both, holds('r1', 'p1', [indirect], { componentRecords: ['r2', 'r3'] })]);
    expect(bodies(puts, 'relation').map(({ kind }) => kind)).toEqual(['influences']);
    expect(saidOf(puts, 'influences')[0]).toEqual([
      'relationNote',
      { kind: 'text', text: 'shareholding, indirect, 40%' },
    ]);
  });

  it('a party that nobody names is of unknown form, with the reason that is given', () => {
    const why = { reason: 'interestedPartyExemptFromDisclosure', description: 'Beursgenoteerd' };
    const { puts } = plan([...both, holds('r1', why, [])]);
    const unknown = bodies(puts, 'company').find(({ form }) => form === 'unknown');
    expect(unknown?.name).toBe('Beursgenoteerd');
    expect(bodies(puts, 'claim').map(({ value }) => value)).toContainEqual({
      kind: 'undisclosed',
      reason: 'interestedPartyExemptFromDisclosure: Beursgenoteerd',
    });
  });

  it('that there is no owner is a denial and no ownership', () => {
    const { puts } = plan([...both, holds('r1', { reason: 'noBeneficialOwners' }, [])]);
    expect(bodies(puts, 'relation').map(({ kind }) => kind)).toEqual(['influences']);
    expect(saidOf(puts, 'influences')).toContainEqual(['exists', { kind: 'yesNo', yes: false }]);
  });

  it('numbers of registers go under their own property, and a wrong one is kept with its register', () => {
    const identifiers = [
      { scheme: 'NL-KVK', id: '01234567' },
      { scheme: 'XI-LEI', id: '5493001KJTIIGC8Y1R12' },
      { scheme: 'XI-LEI', id: 'NIET-GOED' },
      { scheme: 'GB-COH', id: '07444723' },
    ];
    const { puts } = plan([company('c1', 'Lichtwerk B.V.', { identifiers })]);
    const numbers = bodies(puts, 'claim').flatMap(({ property, value }) =>
      value.kind === 'code' ? [[property, value.code]] : [],
    );
    expect(numbers).toEqual([
      ['kvk', '01234567'],
      ['lei', '5493001KJTIIGC8Y1R12'],
      ['foreignRegistration', 'XI-LEI:NIET-GOED'],
      ['foreignRegistration', 'GB-COH:07444723'],
    ]);
  });

  it('the state and its bodies are public bodies with their country', () => {
    const jurisdiction = { name: 'Nederland', code: 'NL' };
    const { puts } = plan([
      statement('entity', 's1', { entityType: { type: 'state' }, name: 'De Staat', jurisdiction }),
      statement('entity', 's2', {
        entityType: { type: 'stateBody', subtype: 'governmentDepartment' },
        name: 'Ministerie van Licht',
      }),
    ]);
    expect(bodies(puts, 'publicBody')).toEqual([
      { name: 'De Staat', level: 'state', country: 'NL' },
      { name: 'Ministerie van Licht', level: 'ministry' },
    ]);
  });
});

describe('versions of a record in one file', () => {
  const own = (statementDate: string, exact: number, recordStatus: string) => ({
    ...holds('r1', 'p1', [{ type: 'shareholding', share: { exact } }]),
    statementDate,
    recordStatus,
  });
  const both = [company('c1', 'Lichtwerk B.V.'), person('p1', 'Iris Bakker')];

  it('the latest statement counts, whatever the order of the file', () => {
    const made = [own('2024-02-01', 40, 'updated'), own('2024-01-01', 30, 'new')];
    for (const order of [made, [...made].reverse()]) {
      const { puts, superseded } = plan([...both, ...order]);
      expect(saidOf(puts, 'owns')).toEqual([['capital', { kind: 'number', number: 40, unit: 'percent' }]]);
      expect(superseded).toBe(1);
    }
  });

  it('a closed record ends on the day of the statement that closes it', () => {
    const { puts } = plan([...both, own('2024-01-01', 30, 'new'), own('2024-05-06', 30, 'closed')]);
    expect(bodies(puts, 'relation')[0]).toMatchObject({ kind: 'owns', validTo: '2024-05-06' });
    expect(bodies(puts, 'claim').find(({ property }) => property === 'capital')?.validTo).toBe('2024-05-06');
  });

  it('a record of which one version is refused is refused whole', () => {
    const { puts, refused } = plan([
      ...both,
      own('2024-01-01', 30, 'new'),
      own('2024-02-01', 130, 'updated'),
    ]);
    expect(bodies(puts, 'relation')).toEqual([]);
    expect(refused.map(({ index, field, code }) => [index, field, code])).toEqual([
      [2, undefined, 'referenceRefused'],
      [3, 'recordDetails.interests[0].share.exact', 'valueTooLarge'],
    ]);
  });

  it('two different statements with one id are both refused; the same one twice is one', () => {
    const first = company('c1', 'Lichtwerk B.V.');
    const other = { ...first, recordDetails: { ...first.recordDetails, name: 'Donkerwerk B.V.' } };
    expect(plan([first, other]).refused.map(({ code }) => code)).toEqual(['keyTwice', 'keyTwice']);
    expect(plan([first, first])).toMatchObject({ refused: [], counts: { company: 1 } });
  });
});

describe('what a relationship points at', () => {
  it('a refused party takes the relationship with it, with the reason', () => {
    const { refused } = plan([
      company('c1', 'Lichtwerk B.V.', { foundingDate: 'lang geleden' }),
      person('p1', 'Iris Bakker'),
      holds('r1', 'p1', [{ type: 'shareholding' }]),
    ]);
    expect(refused.map(({ index, field, code }) => [index, field, code])).toEqual([
      [0, 'recordDetails.foundingDate', 'fieldInvalid'],
      [2, 'recordDetails.subject', 'referenceRefused'],
    ]);
  });

  it('a party that no statement describes is a node of unknown form that goes by its id', () => {
    const { puts } = plan([
      company('c1', 'Lichtwerk B.V.'),
      holds('r1', 'p9', [{ type: 'shareholding', share: { exact: 30 } }]),
    ]);
    expect(bodies(puts, 'company')).toContainEqual({ name: 'p9', form: 'unknown' });
  });

  it('a party that the case has from an earlier file is found again', () => {
    const earlier = plan([company('c1', 'Lichtwerk B.V.'), person('p1', 'Iris Bakker')]).puts;
    const types = new Map(earlier.map(({ record, type }) => [record, type]));
    const later = [holds('r1', 'p1', [{ type: 'shareholding' }])];
    const { puts, counts } = plan(later, (record) => types.get(record));
    expect(counts.company).toBeUndefined();
    const [relation] = bodies(puts, 'relation');
    expect([types.get(relation?.from as RecordId), types.get(relation?.to as RecordId)]).toEqual([
      'person',
      'company',
    ]);
  });

  it('nobody owns themselves', () => {
    const { refused } = plan([company('c1', 'Lichtwerk B.V.'), holds('r1', 'c1', [])]);
    expect(refused.map(({ code }) => code)).toEqual(['relationToItself']);
  });
});

describe('statements of 0.2', () => {
  const id = (letter: string): string => letter.repeat(32);
  const old = (letter: string, statementType: string, more: object) => ({
    statementID: id(letter),
    statementType,
    statementDate: '2019-01-01',
    ...more,
  });
  const file = [
    old('a', 'entityStatement', {
      entityType: 'registeredEntity',
      name: 'Lichtwerk B.V.',
      incorporatedInJurisdiction: { name: 'Nederland', code: 'NL' },
      addresses: [{ type: 'registered', address: 'Dijk 1', country: 'NL' }],
    }),
    old('b', 'personStatement', {
      personType: 'knownPerson',
      names: [{ type: 'individual', fullName: 'Iris Bakker' }],
      hasPepStatus: false,
    }),
    old('c', 'ownershipOrControlStatement', {
      subject: { describedByEntityStatement: id('a') },
      interestedParty: { describedByPersonStatement: id('b') },
      interests: [
        {
          type: 'voting-rights',
          interestLevel: 'direct',
          share: { minimum: 50, exclusiveMinimum: true, maximum: 75 },
        },
      ],
    }),
  ];

  it('come in as those of 0.4 do', () => {
    const { puts, refused } = plan(file);
    expect(refused).toEqual([]);
    expect(bodies(puts, 'company')).toEqual([{ name: 'Lichtwerk B.V.', form: 'company', country: 'NL' }]);
    expect(saidOf(puts, 'controls')).toEqual([
      ['votes', { kind: 'range', min: 50, max: 75, unit: 'percent' }],
    ]);
  });

  it('a statement that replaces another is of the same record', () => {
    const renamed = old('d', 'entityStatement', {
      entityType: 'registeredEntity',
      name: 'Helderwerk B.V.',
      statementDate: '2020-01-01',
      replacesStatements: [id('a')],
    });
    const { puts, superseded } = plan([...file, renamed]);
    const [was] = plan(file).puts.filter(({ type }) => type === 'company');
    const now = puts.filter(({ type }) => type === 'company');
    expect(now.map(({ record, body }) => [record, body.name])).toEqual([[was?.record, 'Helderwerk B.V.']]);
    expect(superseded).toBe(1);
    expect(bodies(puts, 'relation')[0]?.to).toBe(was?.record);
  });

  it('a broken one is refused with its id', () => {
    const [first] = file;
    const { refused } = plan([{ ...first, name: 7 }]);
    expect(refused).toMatchObject([{ index: 0, statementId: id('a'), field: 'recordDetails.name' }]);
  });
});

describe('files that are not what they seem', () => {
  const good = company('c1', 'Lichtwerk B.V.');

  it('JSON lines come in line by line, and a bad line spoils no other', () => {
    const text = `\ufeff${JSON.stringify(good)}\r\n{"half\r\n\r\n${JSON.stringify(person('p1', 'Iris Bakker'))}\n`;
    const { counts, refused } = plan(text);
    expect([counts.company, counts.person]).toEqual([1, 1]);
    expect(refused.map(({ index, line, code }) => [index, line, code])).toEqual([[1, 2, 'jsonSyntax']]);
  });

  it('what is no list of statements is refused as a whole', () => {
    const codes = ['', '[{]', '"tekst"', JSON.stringify(good, null, 2), '{"half'].map((text) =>
      plan(text).refused.map(({ code }) => code),
    );
    expect(codes).toEqual([['jsonShape'], ['jsonSyntax'], ['jsonShape'], ['jsonShape'], ['jsonSyntax']]);
  });

  it('nesting without end is refused before anything walks it', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const line = JSON.stringify({ ...good, extra: 0 }).replace('"extra":0', `"extra":${deep}`);
    expect(plan(line).refused.map(({ code }) => code)).toEqual(['jsonShape']);
    expect(BODS_DEPTH).toBeLessThan(100);
  });

  it('names of the language itself are names like any other', () => {
    const line = JSON.stringify({ ...good, recordId: '__proto__' }).replace(
      '{"statementId"',
      '{"__proto__":{"isComponent":true},"constructor":{"prototype":{"mark":1}},"statementId"',
    );
    const text = `${line}\n${JSON.stringify(holds('toString', '__proto__', [{ type: 'shareholding' }]))}`;
    const { puts, refused } = plan(text);
    expect(refused).toEqual([]);
    expect(bodies(puts, 'company').map(({ name }) => name)).toContain('Lichtwerk B.V.');
    expect(({} as { mark?: number }).mark).toBeUndefined();
  });

  it('half a character and a number beyond reckoning are refused', () => {
    const broken = JSON.stringify(good).replace('Lichtwerk', '\\ud800');
    const huge = JSON.stringify(good).replace('"isComponent":false', '"isComponent":false,"x":1e999');
    expect([broken, huge].map((text) => plan(text).refused[0]?.code)).toEqual(['jsonShape', 'jsonShape']);
  });

  it('whatever JSON stands in a list, it is planned or refused and never breaks the program', () => {
    const parts = fc.constantFrom('entity', 'person', 'relationship', 'c1', 'name', 'interests', 'subject');
    const noise = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        parts,
        fc.dictionary(parts, tie('node')),
        fc.array(tie('node'), { maxLength: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(noise, fc.constantFrom('entity', 'person', 'relationship'), (details, recordType) => {
        const { puts, refused } = plan([{ ...good, recordType, recordDetails: details }, details]);
        expect(puts.length + refused.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('an annotation that pretends to be ours never writes the case itself, a verdict or a record of another type', () => {
    const record = slotId(logId, 'x');
    for (const [type, id] of [
      ['case', logId],
      ['verdict', record],
      ['company', logId],
    ] as const) {
      const annotations = [
        {
          statementPointerTarget: '',
          motivation: 'commenting',
          waarborg: { version: 1, records: [{ record: id, type, marking: 'open', body: { name: 'X' } }] },
        },
      ];
      const { puts } = plan([{ ...good, recordId: id, annotations }]);
      expect(puts.filter((put) => put.record === (logId as string) || put.type === 'verdict')).toEqual([]);
    }
  });
});
