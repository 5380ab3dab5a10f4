import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStaged } from '#db/import/stage.ts';
import { readEntries } from '#db/log.ts';
import type { ImportBasis } from '#shared/ipc/imports.ts';
import { stateDigest, stateOf } from '#shared/log/state.ts';
import type { LogId } from '#shared/model/ids.ts';
import { type Desk, PASSPHRASE, startDesk } from '../../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeEach(async () => {
  desk = await startDesk();
  const made = await desk.done('cases.create', {
    title: 'Voorbeeld',
    leadDepartment: 'EZ',
    trigger: 'foreseenDeal',
    companyName: 'Lumenschip B.V.',
    marking: 'open',
  });
  logId = made.logId;
});
afterEach(() => desk.close());

const BASIS: ImportBasis = {
  source: { title: 'Register', kind: 'register' },
  reliability: 'B',
  credibility: '2',
  marking: 'depV',
};

/** Picks a file with this text, and the answer of the first look at it. */
async function look(name: string, text: string | Uint8Array) {
  const file = path.join(desk.userData, name);
  fs.writeFileSync(file, text);
  desk.pick.push(file);
  const [picked] = await desk.done('imports.pick', { folder: false });
  const token = picked?.token as string;
  return { token, seen: await desk.done('imports.inspect', { logId, token }) };
}

async function plan(name: string, text: string | Uint8Array, basis = BASIS) {
  const { token, seen } = await look(name, text);
  const table = seen.table && { options: seen.table.options, mapping: seen.table.suggestion };
  return desk.done('imports.plan', { logId, token, format: 'csv', basis, ...(table ? { table } : {}) });
}

const store = () => {
  const session = desk.sessions.current();
  if (!session) throw new Error('the vault is locked');
  return session.store.read;
};
const digest = () => stateDigest(stateOf(readEntries(store(), logId)));
const names = async () =>
  (await desk.done('records.list', { logId, types: ['company'] })).map(({ label }) => label).sort();

const HOLDINGS = `houder;kvk houder;deelneming;aandeel;stemmen min;stemmen max;vanaf
Aurelis Holding;01234567;Lumenschip B.V.;25,5%;25;50;1-4-2019
Aurelis Holding;01234567;Dochter B.V.;onbekend;;;
`;

describe('a table of holdings', () => {
  it('is known by its columns, and becomes parties, relations and facts with source, grade, marking and place', async () => {
    const { seen } = await look('belangen.csv', HOLDINGS);
    expect(seen.formats).toEqual([{ format: 'csv', sure: 3 }]);
    expect(seen.table?.options).toEqual({ encoding: 'utf-8', delimiter: ';', quote: '"', headerLine: 1 });
    expect(seen.table?.suggestion.columns.map(({ header, field }) => `${header} = ${field}`)).toEqual([
      'houder = from',
      'kvk houder = from.kvk',
      'deelneming = to',
      'aandeel = property:capital',
      'stemmen min = property:votes.min',
      'stemmen max = property:votes.max',
      'vanaf = validFrom',
    ]);
    const waiting = await plan('belangen.csv', HOLDINGS);
    expect(waiting.counts).toMatchObject({ rows: 3, created: 9, changed: 0, unchanged: 0, refused: 0 });
    expect(await names()).toEqual(['Lumenschip B.V.']);
    await desk.done('imports.take', { logId, id: waiting.id });
    expect(await names()).toEqual(['Aurelis Holding', 'Dochter B.V.', 'Lumenschip B.V.']);
    const claims = await desk.done('records.list', { logId, types: ['claim'] });
    const [source] = await desk.done('records.list', { logId, types: ['source'] });
    expect(claims.map(({ body, marking }) => ({ ...body, subject: '', marking }))).toContainEqual({
      subject: '',
      property: 'capital',
      value: { kind: 'number', number: 25.5, unit: 'percent' },
      source: source?.record,
      quote: 'aandeel: 25,5%',
      page: 'r. 2',
      reliability: 'B',
      credibility: '2',
      certainty: 'asserted',
      basis: [],
      validFrom: '2019-04-01',
      marking: 'depV',
    });
    expect(claims.map(({ body }) => body.value)).toEqual(
      expect.arrayContaining([
        { kind: 'code', code: '01234567' },
        { kind: 'range', min: 25, max: 50, unit: 'percent' },
        { kind: 'unknown' },
      ]),
    );
  });

  it('taken twice changes nothing, and one undo takes all of it back', async () => {
    const before = digest();
    const first = await plan('belangen.csv', HOLDINGS);
    await desk.done('imports.take', { logId, id: first.id });
    const again = await plan('belangen.csv', HOLDINGS);
    expect(again.counts).toMatchObject({ created: 0, changed: 0, refused: 0 });
    expect((await desk.done('imports.take', { logId, id: again.id })).change).toBeNull();
    await desk.done('history.undo', { logId });
    expect([digest(), await names()]).toEqual([before, ['Lumenschip B.V.']]);
    await desk.done('history.redo', { logId });
    expect((await names()).length).toBe(3);
  });

  it('in a later edition changes what it says otherwise, and tells from what to what', async () => {
    const first = await plan('belangen.csv', HOLDINGS);
    await desk.done('imports.take', { logId, id: first.id });
    const { counts, id } = await plan('belangen.csv', HOLDINGS.replace('25,5%', '30%').replace('\n', '\n\n'));
    expect(counts).toMatchObject({ created: 0, changed: 1, refused: 0 });
    const { items } = await desk.done('imports.page', { logId, id, tab: 'changed', offset: 0 });
    expect(
      items.map(({ line, item }) => [line, item.what, item.fields.find(({ field }) => field === 'value')]),
    ).toEqual([
      [
        3,
        'changed',
        {
          field: 'value',
          before: { kind: 'number', number: 25.5, unit: 'percent' },
          after: { kind: 'number', number: 30, unit: 'percent' },
        },
      ],
    ]);
  });

  it('refuses rows by line, column and reason; a corrected row is judged again, others are passed over by word', async () => {
    const text = `${HOLDINGS}Aurelis Holding;123;Kleindochter B.V.;12%;;;\n;;Dochter B.V.;101%;;;\n`;
    const waiting = await plan('belangen.csv', text);
    expect(waiting.counts).toMatchObject({ refused: 2 });
    const page = () => desk.done('imports.page', { logId, id: waiting.id, tab: 'refused', offset: 0 });
    const { rows } = await page();
    expect(
      rows.map(({ line, problems }) => [line, problems.map(({ field, code }) => `${field}: ${code}`)]),
    ).toEqual([
      [4, ['kvk houder: identifierLength']],
      [5, ['houder: partyMissing']],
    ]);
    expect((await desk.call('imports.take', { logId, id: waiting.id })).ok).toBe(false);
    const [wrong] = rows;
    const cells = (wrong?.cells ?? []).map((cell) => (cell === '123' ? '01234567' : cell));
    await desk.done('imports.fix', { logId, id: waiting.id, row: wrong?.n as number, cells });
    expect((await page()).rows.map(({ line }) => line)).toEqual([5]);
    const passed = await desk.done('imports.skip', { logId, id: waiting.id, rows: null, skipped: true });
    expect(passed.counts).toMatchObject({ refused: 0, skipped: 1 });
    const { counts } = await desk.done('imports.take', { logId, id: waiting.id });
    expect(counts.created).toBe(12);
  });

  it('writes its refused rows as a table in which no formula works', async () => {
    const text = `${HOLDINGS}=HYPERLINK("x");123;Dochter B.V.;12%;;;\n`;
    const { id } = await plan('belangen.csv', text);
    const target = path.join(desk.userData, 'uit.csv');
    desk.saveTo.push(target);
    await desk.done('imports.saveRefused', { logId, id });
    expect(fs.readFileSync(target, 'utf8')).toBe(
      '\ufeffbestand;regel;kolom;reden;houder;kvk houder;deelneming;aandeel;stemmen min;stemmen max;vanaf\r\n' +
        'belangen.csv;4;kvk houder;"Het nummer heeft 3 tekens; het moeten er 8 zijn.";"\'=HYPERLINK(""x"")";123;Dochter B.V.;12%;;;\r\n',
    );
  });

  it('is read in the code page of old exports, with a chosen mapping that the vault remembers', async () => {
    const old = Buffer.from('bedrijf;land;vermogen\nÉtoilé N.V.;BE;12\n', 'latin1');
    const { token, seen } = await look('oud.csv', old);
    expect([seen.encoding, seen.table?.saved]).toEqual(['windows-1252', []]);
    const options = seen.table?.options as never;
    const suggestion = seen.table?.suggestion as NonNullable<typeof seen.table>['suggestion'];
    const columns = [...suggestion.columns, { header: 'vermogen', field: 'property:employees' }];
    const mapping = { ...suggestion, columns };
    await desk.done('imports.saveMapping', { name: 'Oude export', mapping });
    const planned = await desk.done('imports.plan', {
      logId,
      token,
      format: 'csv',
      basis: BASIS,
      table: { options, mapping },
    });
    await desk.done('imports.take', { logId, id: planned.id });
    expect(await names()).toEqual(['Lumenschip B.V.', 'Étoilé N.V.']);
    const again = await look('nieuw.csv', 'vermogen;land;bedrijf\n1;NL;X\n');
    expect(again.seen.table?.saved.map(({ name }) => name)).toEqual(['Oude export']);
  });

  it('leaves nothing when it is given up, when the vault locks, or when the file is no table', async () => {
    const before = digest();
    const { id } = await plan('belangen.csv', HOLDINGS);
    await desk.done('imports.discard', { logId, id });
    expect([isStaged(store()), digest()]).toEqual([false, before]);
    const { token } = await look('belangen.csv', HOLDINGS);
    const bad = await desk.call('imports.plan', { logId, token, format: 'csv', basis: BASIS });
    expect([bad.ok, isStaged(store())]).toEqual([false, false]);
    await plan('belangen.csv', HOLDINGS);
    expect(isStaged(store())).toBe(true);
    await desk.done('vault.lock', {});
    await desk.done('vault.unlock', {
      vault: 'Werkkluis',
      credential: { kind: 'passphrase', passphrase: PASSPHRASE },
    });
    expect([isStaged(store()), digest()]).toEqual([false, before]);
  });
});
