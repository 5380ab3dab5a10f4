import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportContext, type ImportPlan, planImport } from '#shared/import/case-folder.ts';
import { type AuthorKey, caseRecordId, type LogId, slotId } from '#shared/model/ids.ts';
import { isRecordType, RECORDS } from '#shared/model/records.ts';

const logId = '00000000-0000-4000-8000-000000000001' as LogId;
const author = 'a'.repeat(64) as AuthorKey;
const context: ImportContext = { logId, author, attachments: new Set(['attachments/map.txt']) };
const id = (key: string): string => slotId(logId, `import:${key}`);

const CASE = JSON.stringify({
  title: 'Proef',
  status: 'signal',
  leadDepartment: 'EZ',
  trigger: 'foreseenDeal',
  company: 'co-a',
});
const FOLDER: Readonly<Record<string, string>> = {
  'case.json': CASE,
  'companies.csv': 'key;name;form;country\nco-a;Alfa B.V.;company;NL\nco-b;Beta Ltd;unknown;\n',
  'persons.csv': 'key,name\npe-p,P. Person\n',
  'relations.csv': 'key,kind,from,to,validFrom\nre-1,owns,co-b,co-a,2021-03\nre-2,directs,pe-p,co-a,\n',
  'sources.csv': 'key,title,kind,reliability\nso-1,Register,register,A\n',
  'claims.csv': [
    'key,subject,property,value,min,max,unit,reason,source,page,reliability,credibility,certainty,basis,marking',
    'cl-1,re-1,capital,"12,5",,,,,so-1,p. 3,A,1,asserted,,',
    'cl-2,re-1,votes,,10,25,percent,,so-1,,B,2,asserted,,depV',
    'cl-3,co-b,legalName,undisclosed,,,,Trust zwijgt,,,F,6,asserted,,',
    'cl-4,re-1,beneficialOwner,@pe-p,,,,,,,C,3,inferred,cl-1 cl-2,',
    'cl-5,co-a,revenue,1 250 000,,,,,so-1,,A,2,asserted,,',
  ].join('\n'),
  'attachments.csv': 'key,name,file,mime,source\nat-1,Kaart,map.txt,text/plain,so-1\n',
  'verdicts.json': JSON.stringify([
    { leaf: 'CON-1', outcome: 'met', argument: 'Omdat.', evidence: ['cl-1', 'so-1'] },
  ]),
  'ratings.json': JSON.stringify([{ indicator: 'IND-1', level: 4, low: 3, high: 5, argument: 'Omdat.' }]),
  'notes.csv': 'key,about,text,marking\nno-1,co-a,Bellen,depV\n',
};
const plan = (changes: Readonly<Record<string, string | undefined>> = {}): ImportPlan => {
  const files = Object.entries({ ...FOLDER, ...changes }).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  );
  return planImport(new Map(files), context);
};
const replaced = (file: string, from: string, to: string): ImportPlan => {
  const text = FOLDER[file] as string;
  expect(text).toContain(from);
  return plan({ [file]: text.replace(from, to) });
};
const bodyOf = (made: ImportPlan, record: string) => made.puts.find((put) => put.record === record)?.body;

describe('a case folder', () => {
  it('becomes records with ids from their keys, every body as its schema has it', () => {
    const made = plan();
    expect(made.refused).toEqual([]);
    expect(made.counts).toEqual({
      case: 1,
      company: 2,
      person: 1,
      relation: 2,
      source: 1,
      claim: 5,
      attachment: 1,
      verdict: 1,
      rating: 1,
      note: 1,
    });
    for (const { type, body } of made.puts) {
      expect(isRecordType(type) && RECORDS[type].body.safeParse(body).success).toBe(true);
    }
    expect(made.puts[0]).toEqual({
      record: caseRecordId(logId),
      type: 'case',
      body: { ...JSON.parse(CASE), company: id('co-a'), archived: false },
      marking: 'open',
      place: 'case.json:1',
    });
    expect(made.attachments).toEqual([
      {
        record: id('at-1'),
        path: 'attachments/map.txt',
        body: { name: 'Kaart', mime: 'text/plain', source: id('so-1') },
        marking: 'open',
        place: 'attachments.csv:2',
      },
    ]);
  });
  it('gives values their kinds: numbers, ranges, records, missing ones with a reason', () => {
    const made = plan();
    expect(['cl-1', 'cl-2', 'cl-3', 'cl-4', 'cl-5'].map((key) => bodyOf(made, id(key))?.value)).toEqual([
      { kind: 'number', number: 12.5, unit: 'percent' },
      { kind: 'range', min: 10, max: 25, unit: 'percent' },
      { kind: 'undisclosed', reason: 'Trust zwijgt' },
      { kind: 'record', record: id('pe-p') },
      { kind: 'number', number: 1_250_000, unit: 'eur' },
    ]);
    expect(bodyOf(made, id('cl-4'))?.basis).toEqual([id('cl-1'), id('cl-2')]);
    expect(made.puts.find(({ record }) => record === id('cl-2'))?.marking).toBe('depV');
  });
  it('puts a verdict in the slot of its leaf and a rating in the slot of its indicator and rater', () => {
    const made = plan();
    expect(bodyOf(made, slotId(logId, 'verdict:CON-1'))).toEqual({
      leaf: 'CON-1',
      outcome: 'met',
      argument: 'Omdat.',
      evidence: [id('cl-1'), id('so-1')],
    });
    expect(bodyOf(made, slotId(logId, `rating:IND-1:${author}`))?.rater).toBe(author);
  });
  it('needs its case file and no other', () => {
    expect(
      planImport(new Map([['case.json', CASE.replace(',"company":"co-a"', '')]]), context).counts,
    ).toEqual({
      case: 1,
    });
    expect(planImport(new Map(), context)).toEqual({
      puts: [],
      attachments: [],
      refused: [{ file: 'case.json', line: 1, code: 'caseMissing' }],
      counts: {},
    });
  });
  it('plans the same records again, whatever the order of the rows in a file', () => {
    const sorted = (made: ImportPlan) =>
      made.puts.map(({ place, ...put }) => put).sort((a, b) => (a.record < b.record ? -1 : 1));
    const file = fc.constantFrom('companies.csv', 'relations.csv', 'claims.csv');
    expect(plan()).toEqual(plan());
    fc.assert(
      fc.property(file, fc.infiniteStream(fc.nat()), (name, numbers) => {
        const [header, ...rows] = (FOLDER[name] as string).trim().split('\n');
        const shuffled = rows
          .map((row) => [numbers.next().value as number, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
        expect(sorted(plan({ [name]: [header, ...shuffled].join('\r\n') }))).toEqual(sorted(plan()));
      }),
    );
  });
});

describe('a bad row', () => {
  it.each([
    ['claims.csv', '"12,5"', '"twaalf"', 2, 'value', 'numberFormat'],
    ['claims.csv', '"12,5"', '"1.250"', 2, 'value', 'numberAmbiguous'],
    ['claims.csv', '"12,5"', '', 2, 'value', 'valueMissing'],
    ['claims.csv', '"12,5"', '101', 2, 'value', 'valueTooLarge'],
    ['claims.csv', '10,25,percent', '25,10,percent', 3, 'value', 'rangeReversed'],
    ['claims.csv', 'votes,,10', 'votes,5,10', 3, 'value', 'valueAndRange'],
    ['claims.csv', '10,25,percent', '10,25,eur', 3, 'value', 'valueUnit'],
    ['claims.csv', 're-1,capital', 're-1,colour', 2, 'property', 'propertyUnknown'],
    ['claims.csv', 're-1,capital', 'co-a,capital', 2, 'property', 'propertyNotForSubject'],
    ['claims.csv', 'p. 3,A,1', 'p. 3,Z,1', 2, 'reliability', 'fieldNotInList'],
    ['claims.csv', 're-1,capital', 're-9,capital', 2, 'subject', 'referenceUnknown'],
    ['claims.csv', 're-1,capital', 'so-1,capital', 2, 'subject', 'referenceType'],
    ['claims.csv', 'cl-1,', 'c 1,', 2, 'key', 'keyForm'],
    ['claims.csv', ',depV', ',hush', 3, 'marking', 'fieldNotInList'],
    ['relations.csv', 'owns,co-b,co-a', 'owns,co-b,co-b', 2, undefined, 'relationToItself'],
    ['relations.csv', '2021-03', '2021-13', 2, 'validFrom', 'fieldInvalid'],
    ['relations.csv', 'owns', 'has', 2, 'kind', 'fieldNotInList'],
    ['companies.csv', 'Alfa B.V.', '', 2, 'name', 'fieldMissing'],
    ['companies.csv', 'company;NL', 'company;NL;x', 2, undefined, 'cellCount'],
    ['persons.csv', 'P. Person', 'x'.repeat(401), 2, 'name', 'fieldTooLong'],
    ['attachments.csv', 'map.txt', '../map.txt', 2, 'file', 'fileName'],
    ['attachments.csv', 'map.txt', 'gone.txt', 2, 'file', 'fileMissing'],
    ['verdicts.json', '"met"', '"maybe"', 1, 'outcome', 'fieldNotInList'],
    ['verdicts.json', '"argument"', '"because"', 1, 'argument', 'fieldMissing'],
    ['ratings.json', '"level":4', '"level":2', 1, undefined, 'levelOutsideRange'],
    ['case.json', '"signal"', '"rumour"', 1, 'status', 'fieldNotInList'],
  ])('of %s, %s made %s, is named by line, field and reason', (file, from, to, line, field, code) => {
    const [first] = replaced(file, from, to).refused.filter((refusal) => refusal.code === code);
    expect([first?.file, first?.line, first?.field]).toEqual([file, line, field]);
  });
  it('never stops the rows beside it', () => {
    const made = replaced('claims.csv', '1 250 000', 'veel');
    expect([made.refused.length, made.counts.claim, made.counts.company]).toEqual([1, 4, 2]);
  });
  it('takes along all that points at it, and each says why', () => {
    const made = replaced('companies.csv', 'Beta Ltd', '');
    expect(made.refused.map(({ file, line, field, code }) => `${file}:${line} ${field} ${code}`)).toEqual([
      'companies.csv:3 name fieldMissing',
      'relations.csv:2 from referenceRefused',
      'claims.csv:2 subject referenceRefused',
      'claims.csv:3 subject referenceRefused',
      'claims.csv:4 subject referenceRefused',
      'claims.csv:5 subject referenceRefused',
      'verdicts.json:1 evidence referenceRefused',
    ]);
  });
  it('with a key that another row has too is refused in both places, for neither is the right one', () => {
    const made = plan({ 'persons.csv': 'key,name\npe-p,P. Person\nco-b,Dubbel\n' });
    expect(
      made.refused.filter(({ code }) => code === 'keyTwice').map(({ file, line }) => [file, line]),
    ).toEqual([
      ['companies.csv', 3],
      ['persons.csv', 3],
    ]);
  });
});

describe('a bad file', () => {
  it.each([
    ['verdicts.json', '{"leaf":', 'jsonSyntax'],
    ['verdicts.json', '{"leaf":"CON-1"}', 'jsonShape'],
    ['company.csv', 'key,name\n', 'fileUnknown'],
    ['persons.csv', 'name\nP. Person\n', 'columnMissing'],
    ['persons.csv', 'key,name,name\npe-p,P,Q\n', 'columnTwice'],
    ['persons.csv', 'key,name,age\npe-p,P. Person,44\n', 'columnUnknown'],
    ['persons.csv', 'key,name\npe-p,"P. Person\n', 'csvQuoteUnclosed'],
  ])('%s with %j is refused as %s', (file, text, code) => {
    expect(plan({ [file]: text }).refused.map((refusal) => [refusal.file, refusal.code])).toContainEqual([
      file,
      code,
    ]);
  });
  it('never makes the planner fall over, whatever text it has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(FOLDER)), fc.string({ unit: 'binary' }), (file, text) => {
        const made = plan({ [file]: text });
        expect(made.refused.every(({ line }) => line >= 1)).toBe(true);
      }),
    );
  });
  it('keeps a formula as the text that it is', () => {
    const made = plan({ 'persons.csv': 'key,name,note\npe-p,"=HYPERLINK(""http://x"")",@SUM(A1)\n' });
    expect(bodyOf(made, id('pe-p'))).toEqual({ name: '=HYPERLINK("http://x")', note: '@SUM(A1)' });
  });
});
