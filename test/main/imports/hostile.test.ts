import fs, { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isStaged } from '#db/import/stage.ts';
import { readEntries } from '#db/log.ts';
import { ImportFailure } from '#main/import/failure.ts';
import { encodingOf, textOf } from '#main/import/text.ts';
import { TEXT_FORMAT_IDS, TEXT_FORMATS } from '#shared/import/formats.ts';
import { EMPTY_CASE, readPieces } from '#shared/import/reader.ts';
import { settleRows } from '#shared/import/settle-rows.ts';
import type { ImportBasis } from '#shared/ipc/imports.ts';
import { stateDigest, stateOf } from '#shared/log/state.ts';
import type { LogId } from '#shared/model/ids.ts';
import { contextFor } from '../../support/rows.ts';
import { type Desk, startDesk } from '../../support/session.ts';

const FUZZ = path.resolve(import.meta.dirname, '../../../../shared/data/fuzz');
const BASIS: ImportBasis = {
  source: { title: 'Proef', kind: 'other' },
  reliability: 'F',
  credibility: '6',
  marking: 'open',
};

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  const made = await desk.done('cases.create', {
    title: 'Proef',
    leadDepartment: 'EZ',
    trigger: 'signal',
    companyName: 'Proefbedrijf B.V.',
    marking: 'open',
  });
  logId = made.logId;
});
afterAll(() => desk.close());

const store = () => {
  const session = desk.sessions.current();
  if (!session) throw new Error('the vault is locked');
  return session.store.read;
};
const digest = () => stateDigest(stateOf(readEntries(store(), logId)));
const token = async (file: string): Promise<string> => {
  desk.pick.push(file);
  return (await desk.done('imports.pick', { folder: false }))[0]?.token as string;
};
const written = (name: string, text: string): string => {
  const file = path.join(desk.userData, name);
  fs.writeFileSync(file, text);
  return file;
};

describe('a large table', () => {
  it('that is broken off while it is read or taken leaves the vault as it was; others wait meanwhile', async () => {
    const before = digest();
    const rows = Array.from({ length: 1_500 }, (_, i) => `Houder ${i};Dochter ${i};${i % 100}%`);
    const file = written('groot.csv', `houder;deelneming;aandeel\n${rows.join('\n')}\n`);
    const seen = await desk.done('imports.inspect', { logId, token: await token(file) });
    const table = { options: seen.table?.options as never, mapping: seen.table?.suggestion as never };
    const input = { logId, format: 'csv' as const, basis: BASIS, table };
    const until = async (job: string, phase: string): Promise<void> => {
      const seenBefore = desk.events.length;
      for (;;) {
        const found = desk.events
          .slice(seenBefore)
          .some(
            ({ name, payload }) =>
              name === 'job.progress' &&
              (payload as { job: string; phase: string }).job === job &&
              (payload as { phase: string }).phase === phase,
          );
        if (found) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const planning = desk.call('imports.plan', { ...input, token: await token(file) });
    await until('imports.plan', 'reading');
    await desk.done('job.cancel', { job: 'imports.plan' });
    expect(await planning).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect([isStaged(store()), digest()]).toEqual([false, before]);

    const waiting = await desk.done('imports.plan', { ...input, token: await token(file) });
    expect(waiting.counts).toMatchObject({ refused: 0, created: 6_001 });
    const taking = desk.call('imports.take', { logId, id: waiting.id });
    await until('imports.take', 'writing');
    const note = {
      record: null,
      type: 'note' as const,
      base: [],
      body: { text: 'x' },
      marking: 'open' as const,
    };
    expect(await desk.call('records.put', { logId, action: 'create', puts: [note] })).toMatchObject({
      ok: false,
      error: { code: 'busy' },
    });
    await desk.done('job.cancel', { job: 'imports.take' });
    expect(await taking).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(digest()).toBe(before);

    const { change } = await desk.done('imports.take', { logId, id: waiting.id });
    expect(change).not.toBeNull();
    expect(digest()).not.toBe(before);
    await desk.done('history.undo', { logId });
    expect(digest()).toBe(before);
    const { findings } = await desk.done('history.verify', { logId });
    expect(findings).toEqual([]);
  }, 240_000);

  it('is not taken after the case changed under the preview', async () => {
    const file = written('klein.csv', 'naam\nEerste B.V.\n');
    const seen = await desk.done('imports.inspect', { logId, token: await token(file) });
    const table = { options: seen.table?.options as never, mapping: seen.table?.suggestion as never };
    const plan = async () =>
      desk.done('imports.plan', { logId, token: await token(file), format: 'csv', basis: BASIS, table });
    const waiting = await plan();
    const other = await plan();
    expect(await desk.call('imports.take', { logId, id: waiting.id })).toMatchObject({
      error: { code: 'notFound' },
    });
    const [company] = await desk.done('records.list', { logId, types: ['company'] });
    const { items } = await desk.done('imports.page', { logId, id: other.id, tab: 'created', offset: 0 });
    const made = items.find(({ item }) => item.ref.type === 'company')?.item.ref.record ?? null;
    const put = {
      record: made,
      type: 'company' as const,
      base: [],
      body: { name: 'Anders', form: 'fund' },
      marking: 'open' as const,
    };
    await desk.done('records.put', { logId, action: 'create', puts: [put] });
    expect(company?.label).toBe('Proefbedrijf B.V.');
    expect(await desk.call('imports.take', { logId, id: other.id })).toMatchObject({
      error: { code: 'importRefused', params: { reason: 'caseChanged' } },
    });
    await desk.done('imports.discard', { logId, id: other.id });
  });
});

describe.skipIf(!existsSync(FUZZ))('files that others made to break readers', () => {
  const filesIn = (folder: string): string[] =>
    existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
  it('of JSON are planned or refused with a reason by every format that takes text', async () => {
    const files = filesIn(path.join(FUZZ, 'json-nst/test_parsing'));
    const found = new Map<string, number>();
    const note = (what: string) => found.set(what, (found.get(what) ?? 0) + 1);
    for (const file of files) {
      const source = { name: path.basename(file), path: file };
      try {
        const encoding = await encodingOf(source, () => undefined);
        const pieces: string[] = [];
        for await (const piece of textOf(source, encoding, () => undefined)) pieces.push(piece);
        for (const id of TEXT_FORMAT_IDS) {
          const { kept, refused } = settleRows(
            readPieces(TEXT_FORMATS[id].open(contextFor()), pieces),
            EMPTY_CASE,
          );
          note(kept.length > 0 ? 'kept' : refused.length > 0 ? 'refused' : 'nothing');
        }
      } catch (error) {
        if (!(error instanceof ImportFailure)) throw error;
        note(String(error.failure.error.params?.reason));
      }
    }
    expect(files.length).toBeGreaterThan(100);
    expect(found.get('refused')).toBeGreaterThan(500);
    expect(found.get('kept')).toBeUndefined();
  });

  it('of CSV formulas stay text from cell to record', async () => {
    const payloads = fs
      .readFileSync(path.join(FUZZ, 'csv-injection/Intruder/csv-payload.txt'), 'utf8')
      .split('\n');
    const lines = payloads.filter((line) => line.trim() !== '').slice(0, 50);
    const quoted = lines.map((line, i) => `Partij ${i};"${line.replaceAll('"', '""')}"`);
    const file = written('formules.csv', `naam;opmerking\n${quoted.join('\n')}\n`);
    const seen = await desk.done('imports.inspect', { logId, token: await token(file) });
    const table = { options: seen.table?.options as never, mapping: seen.table?.suggestion as never };
    const waiting = await desk.done('imports.plan', {
      logId,
      token: await token(file),
      format: 'csv',
      basis: BASIS,
      table,
    });
    expect(waiting.counts).toMatchObject({ refused: 0 });
    const { items } = await desk.done('imports.page', {
      logId,
      id: waiting.id,
      tab: 'created',
      offset: 0,
      limit: 500,
    });
    const notes = items.flatMap(({ item }) =>
      item.fields.filter(({ field }) => field === 'note').map(({ after }) => after),
    );
    expect(notes).toEqual(lines.map((line) => line.trim()));
    await desk.done('imports.discard', { logId, id: waiting.id });
  });
});
