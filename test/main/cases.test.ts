import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, PASSPHRASE, startDesk } from '../support/session.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

describe('a case', () => {
  it('is in the list from the moment it is made, with its maker and its marking', async () => {
    const { logId } = await desk.done('cases.create', {
      title: 'Voorbeeld',
      leadDepartment: 'EZ',
      trigger: 'foreseenDeal',
      companyName: 'Proefbedrijf B.V.',
      marking: 'depV',
    });
    const [row] = await desk.done('cases.list', { archived: false });
    expect({ ...row, changedAt: '' }).toEqual({
      logId,
      title: 'Voorbeeld',
      status: 'signal',
      leadDepartment: 'EZ',
      trigger: 'foreseenDeal',
      archived: false,
      marking: 'depV',
      changedAt: '',
      changedBy: 'Anna de Vries',
      records: 2,
      conflicts: 0,
    });
  });

  it('takes back and brings back an edit, also after the vault was locked and opened again', async () => {
    const { logId } = await desk.done('cases.create', {
      title: 'Eerst',
      leadDepartment: 'EZ',
      trigger: 'signal',
      marking: 'open',
    });
    const title = async () => (await desk.done('cases.get', { logId })).row.title;
    const base = async () => (await desk.done('cases.get', { logId })).versions.map(({ digest }) => digest);
    await desk.done('cases.rename', { logId, base: await base(), title: 'Daarna' });
    await desk.done('vault.lock', {});
    await desk.done('vault.unlock', {
      vault: 'Werkkluis',
      credential: { kind: 'passphrase', passphrase: 'kano berging vijftien lantaarn zegel' },
    });
    await desk.done('history.undo', { logId });
    expect(await title()).toBe('Eerst');
    await desk.done('history.redo', { logId });
    expect(await title()).toBe('Daarna');
    expect(await desk.done('history.verify', { logId })).toMatchObject({ changes: 4, findings: [] });
  });

  it('refuses an edit made on a version that is no longer the live one', async () => {
    const { logId } = await desk.done('cases.create', {
      title: 'Eerst',
      leadDepartment: 'EZ',
      trigger: 'signal',
      marking: 'open',
    });
    const base = (await desk.done('cases.get', { logId })).versions.map(({ digest }) => digest);
    await desk.done('cases.rename', { logId, base, title: 'Van mij' });
    expect(await desk.call('cases.rename', { logId, base, title: 'Van een ander venster' })).toMatchObject({
      ok: false,
      error: { code: 'stale' },
    });
  });
});

describe('a vault whose database was put back to an earlier day', () => {
  it('opens with an alarm that stays, because the header remembers where the log stood', async () => {
    const { logId } = await desk.done('cases.create', {
      title: 'Eerst',
      leadDepartment: 'EZ',
      trigger: 'signal',
      marking: 'open',
    });
    await desk.done('vault.lock', {});
    const database = path.join(desk.userData, 'vaults', 'Werkkluis', 'vault.db');
    const earlier = fs.readFileSync(database);
    const credential = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
    const anchored = async () => (await desk.done('app.status', {})).open?.anchored;
    await desk.done('vault.unlock', { vault: 'Werkkluis', credential });
    const { versions } = await desk.done('cases.get', { logId });
    await desk.done('cases.rename', { logId, base: versions.map(({ digest }) => digest), title: 'Later' });
    expect(await anchored()).toBe(true);
    await desk.done('vault.lock', {});
    fs.writeFileSync(database, earlier);
    for (let i = 0; i < 2; i += 1) {
      await desk.done('vault.unlock', { vault: 'Werkkluis', credential });
      expect(await anchored()).toBe(false);
      await desk.done('vault.lock', {});
    }
  });
});
