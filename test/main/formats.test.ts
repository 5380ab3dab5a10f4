import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveOfTypes } from '#db/queries/versions.ts';
import { OPEN_FORMATS, type OpenFormat } from '#shared/export/open-formats.ts';
import { planBods } from '#shared/import/bods/plan.ts';
import { FTM } from '#shared/import/ftm/reader.ts';
import { GRAPHML } from '#shared/import/graph/reader.ts';
import { type LogId, slotId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { ENTITY_TYPES } from '#shared/model/records.ts';
import { contextFor, factsOf, readAll } from '../support/rows.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  ({ logId } = await desk.done('cases.openSample', {}));
});
afterAll(() => desk.close());

const views = (types: readonly (typeof ENTITY_TYPES)[number][] = ENTITY_TYPES) => {
  const session = desk.sessions.current();
  if (!session) throw new Error('locked');
  return liveOfTypes(session.store.read, logId, types);
};
async function write(format: OpenFormat, ceiling?: Marking) {
  const file = path.join(desk.userData, `zaak-${format}-${ceiling ?? 'alles'}`);
  desk.saveTo.push(file);
  const answer = await desk.done('formats.export', { logId, format, ...(ceiling ? { ceiling } : {}) });
  if (!answer.saved) throw new Error('not saved');
  return { file, answer, bytes: fs.readFileSync(file) };
}

describe('the sample case in open formats', () => {
  it.each(OPEN_FORMATS)(
    '%s is written whole, with how much is in it, and the second time the same',
    async (format) => {
      const first = await write(format);
      expect(first.answer.bytes).toBe(first.bytes.length);
      expect(Object.values(first.answer.counts).reduce((sum, one) => sum + (one ?? 0), 0)).toBeGreaterThan(
        20,
      );
      expect(first.answer.withheld).toBe(0);
      expect(first.answer.leftOut).toBeGreaterThan(0);
      expect((await write(format)).bytes.equals(first.bytes)).toBe(true);
    },
  );

  it('is read back by our own readers as the parties that it has', async () => {
    const ftm = readAll(FTM, (await write('ftm')).bytes.toString('utf8'));
    expect(ftm.refused).toEqual([]);
    const things = ftm.kept.filter(({ type }) => ENTITY_TYPES.some((one) => one === type));
    expect(factsOf(things)).toEqual(factsOf(views()));

    const bods = planBods((await write('bods')).bytes.toString('utf8'), { logId, file: 'x' });
    expect(bods.refused).toEqual([]);
    expect(bods.counts.company).toBe(views(['company']).length);

    const graph = readAll(GRAPHML, (await write('graphml')).bytes.toString('utf8'));
    expect(graph.refused).toEqual([]);
    expect(graph.kept.filter(({ type }) => type === 'company')).toHaveLength(views(['company']).length);

    const tables = unzipSync(new Uint8Array((await write('csv')).bytes));
    expect(Object.keys(tables)).toEqual(['nodes.csv', 'edges.csv']);
    const lines = Buffer.from(tables['nodes.csv'] as Uint8Array)
      .toString('utf8')
      .split('\r\n').length;
    expect(lines).toBeGreaterThan(views().length);
  });

  it('of what is above the ceiling has no trace, in any format', async () => {
    const record = slotId(logId, 'geheime partij');
    const relation = slotId(logId, 'geheim belang');
    const [company] = views(['company']);
    const put = (one: object) => ({ base: [], ...one }) as never;
    await desk.done('records.put', {
      logId,
      action: 'create',
      puts: [
        put({
          record,
          type: 'company',
          marking: 'stgG',
          body: { name: 'Kanariegeel N.V.', form: 'company' },
        }),
        put({
          record: relation,
          type: 'relation',
          marking: 'open',
          body: { kind: 'owns', from: record, to: company?.record },
        }),
      ],
    });
    for (const format of OPEN_FORMATS) {
      const plain = (bytes: Buffer): string =>
        format === 'csv'
          ? Object.values(unzipSync(new Uint8Array(bytes)))
              .map((one) => Buffer.from(one).toString('utf8'))
              .join()
          : bytes.toString('utf8');
      const all = await write(format);
      expect(plain(all.bytes)).toContain('Kanariegeel');
      expect(all.answer.marking).toBe('stgG');
      const within = await write(format, 'depV');
      for (const trace of ['Kanariegeel', record, relation, 'stgG'])
        expect(plain(within.bytes), `${format}: ${trace}`).not.toContain(trace);
      expect(within.answer).toMatchObject({ withheld: 2 });
      expect(['open', 'depV']).toContain(within.answer.marking);
    }
  });

  it('says no when nothing may leave, and writes nothing when nobody says where', async () => {
    const open = await desk.call('formats.export', { logId, format: 'ftm', ceiling: 'open' });
    const own = desk.sessions.current();
    expect(own).not.toBeNull();
    expect(open.ok ? 'ok' : open.error.code).toBe('aboveCeiling');
    expect(await desk.done('formats.export', { logId, format: 'ftm' })).toEqual({ saved: false });
  });
});

describe('a graph of ours', () => {
  it('is told apart from other XML by its beginning', () => {
    expect(GRAPHML.looksLike('<?xml version="1.0"?><graphml>', 'x.xml')).toBe(3);
    expect(readAll(GRAPHML, '<svg/>', contextFor()).broken).toBe(true);
  });
});
