import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEntries } from '#db/log.ts';
import { stateDigest, stateOf } from '#shared/log/state.ts';
import type { LogId } from '#shared/model/ids.ts';
import { sendCase as send } from '../support/exchange.ts';
import { type Desk, startDesk } from '../support/session.ts';

let anna: Desk;
let bram: Desk;
let folder: string;
beforeEach(async () => {
  anna = await startDesk({ name: 'Anna de Vries', department: 'EZ' });
  bram = await startDesk({ name: 'Bram Visser', department: 'DEF' });
  folder = anna.userData;
});
afterEach(() => {
  anna.close();
  bram.close();
});

const newCase = async (desk: Desk): Promise<LogId> =>
  (
    await desk.done('cases.create', {
      title: 'Gedeelde zaak',
      leadDepartment: 'EZ',
      trigger: 'foreseenDeal',
      companyName: 'Proefbedrijf B.V.',
      marking: 'depV',
    })
  ).logId;

const digestAt = (desk: Desk, logId: LogId): string => {
  const session = desk.sessions.current();
  if (!session) throw new Error('locked');
  return stateDigest(stateOf(readEntries(session.store.read, logId)));
};

const titleEdit = async (desk: Desk, logId: LogId, title: string) => {
  const { versions } = await desk.done('cases.get', { logId });
  await desk.done('cases.rename', { logId, base: versions.map(({ digest }) => digest), title });
};

describe('two departments that exchange a case', () => {
  it('know the same after a bundle went over, and the receiver sees who sent it before anything is written', async () => {
    const logId = await newCase(anna);
    const { preview } = await send(anna, bram, logId, 'heen');
    expect(preview).toMatchObject({
      caseTitle: 'Gedeelde zaak',
      known: false,
      sender: { name: 'Anna de Vries', department: 'EZ', trusted: false },
      counts: { changes: 1, newChanges: 1, conflicts: 0, withheld: 0, attachments: 0 },
    });
    expect(await bram.done('cases.list', { archived: false })).toEqual([]);
    expect(await bram.call('bundle.merge', { token: preview.token, trustSender: false })).toMatchObject({
      ok: false,
      error: { code: 'bundleRefused', params: { reason: 'unknownSender' } },
    });
    await bram.done('bundle.merge', { token: preview.token, trustSender: true });
    expect(digestAt(bram, logId)).toBe(digestAt(anna, logId));
    expect(await bram.done('history.verify', { logId })).toMatchObject({ findings: [] });
  });

  it('see both titles when both changed it, settle it once, and both keep the settlement', async () => {
    const logId = await newCase(anna);
    const there = await send(anna, bram, logId, 'heen');
    await bram.done('bundle.merge', { token: there.preview.token, trustSender: true });
    await titleEdit(anna, logId, 'Titel van EZ');
    await titleEdit(bram, logId, 'Titel van DEF');
    const back = await send(bram, anna, logId, 'terug');
    expect(back.preview.counts).toMatchObject({ newChanges: 2, conflicts: 1 });
    await anna.done('bundle.merge', { token: back.preview.token, trustSender: true });
    const { conflicts } = await anna.done('records.findings', { logId });
    expect(conflicts[0]?.versions.map(({ body, author }) => [body.title, author.department]).sort()).toEqual([
      ['Titel van DEF', 'DEF'],
      ['Titel van EZ', 'EZ'],
    ]);
    const versions = conflicts[0]?.versions ?? [];
    const [first] = versions;
    if (!first) throw new Error('no conflict');
    await anna.done('records.put', {
      logId,
      action: 'resolve',
      puts: [
        {
          record: first.record,
          type: 'case',
          base: versions.map(({ digest }) => digest),
          body: { ...first.body, title: 'Gezamenlijke titel' },
          marking: 'depV',
        },
      ],
    });
    expect((await anna.done('records.findings', { logId })).conflicts).toEqual([]);
  });

  it('can take a merge back as one step and bring it back', async () => {
    const logId = await newCase(anna);
    const there = await send(anna, bram, logId, 'heen');
    await bram.done('bundle.merge', { token: there.preview.token, trustSender: true });
    await titleEdit(bram, logId, 'Nieuwe titel van DEF');
    const back = await send(bram, anna, logId, 'terug');
    const before = digestAt(anna, logId);
    await anna.done('bundle.merge', { token: back.preview.token, trustSender: true });
    const after = digestAt(anna, logId);
    expect(after).not.toBe(before);
    await anna.done('history.undo', { logId });
    expect(digestAt(anna, logId)).toBe(before);
    await anna.done('history.redo', { logId });
    expect(digestAt(anna, logId)).toBe(after);
  });

  it('refuse a bundle that was sent before, and one that was altered, with the reason', async () => {
    const logId = await newCase(anna);
    const { bundle, preview } = await send(anna, bram, logId, 'heen');
    await bram.done('bundle.merge', { token: preview.token, trustSender: true });
    const open = async (file: string) => {
      bram.pick.push(file);
      const [picked] = await bram.done('files.pick', { purpose: 'bundle' });
      const answer = await bram.call('bundle.preview', { token: picked?.token ?? '' });
      return answer.ok ? 'opened' : answer.error.params?.reason;
    };
    expect(await open(bundle)).toBe('replayed');
    const altered = path.join(folder, 'gewijzigd.age');
    const bytes = fs.readFileSync(bundle);
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] as number) ^ 1;
    fs.writeFileSync(altered, bytes);
    expect(await open(altered)).toBe('contentDamaged');
  });

  it('take attachments along, and find one whose bytes are not what was signed', async () => {
    const logId = await newCase(anna);
    const file = path.join(folder, 'jaarverslag.txt');
    fs.writeFileSync(file, 'De omzet bedroeg 48 miljoen euro.');
    anna.pick.push(file);
    const [picked] = await anna.done('files.pick', { purpose: 'attachment' });
    const { record } = await anna.done('attachments.add', {
      logId,
      token: picked?.token ?? '',
      marking: 'open',
    });
    const { preview } = await send(anna, bram, logId, 'heen');
    expect(preview.counts.attachments).toBe(1);
    await bram.done('bundle.merge', { token: preview.token, trustSender: true });
    expect(await bram.done('attachments.verify', { logId, record })).toMatchObject({ intact: true });
    expect(await bram.done('attachments.preview', { logId, record })).toMatchObject({
      kind: 'text',
      text: 'De omzet bedroeg 48 miljoen euro.',
    });
    const session = bram.sessions.current();
    if (!session) throw new Error('locked');
    session.store.transaction((db) => db.run("UPDATE blob_chunk SET bytes = X'00'"));
    expect(await bram.done('attachments.verify', { logId, record })).toMatchObject({ intact: false });
  });
});
