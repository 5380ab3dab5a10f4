import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveOfTypes } from '#db/queries/versions.ts';
import { exportBods } from '#shared/export/bods/export.ts';
import type { LogId } from '#shared/model/ids.ts';
import { RECORD_TYPES } from '#shared/model/records.ts';
import { type Desk, startDesk } from '../../support/session.ts';

const published = '2024-03-01';
const frame = (letter: string) => ({
  statementId: letter.repeat(32),
  statementDate: published,
  declarationSubject: 'c1',
});
const STATEMENTS = [
  {
    ...frame('a'),
    recordId: 'c1',
    recordType: 'entity',
    recordDetails: {
      isComponent: false,
      entityType: { type: 'registeredEntity' },
      name: 'Lichtwerk B.V.',
      identifiers: [{ scheme: 'NL-KVK', id: '01234567' }],
    },
  },
  {
    ...frame('b'),
    recordId: 'p1',
    recordType: 'person',
    recordDetails: { isComponent: false, personType: 'knownPerson', names: [{ fullName: 'Iris Bakker' }] },
  },
  {
    ...frame('c'),
    recordId: 'r1',
    recordType: 'relationship',
    recordDetails: {
      isComponent: false,
      subject: 'c1',
      interestedParty: 'p1',
      interests: [{ type: 'shareholding', share: { exact: 30 } }],
    },
  },
];

let desk: Desk;
let logId: LogId;
const at = (name: string): string => path.join(desk.userData, name);
const session = () => {
  const open = desk.sessions.current();
  if (!open) throw new Error('the vault is locked');
  return open;
};
const plan = async (file: string) => {
  desk.pick.push(file);
  const picked = await desk.call('imports.pick', { folder: false });
  if (!picked.ok) return picked;
  const token = picked.value[0]?.token as string;
  const basis = {
    source: { title: 'BODS', kind: 'database' },
    reliability: 'F',
    credibility: '6',
    marking: 'open',
  } as const;
  return desk.call('imports.plan', { logId, token, format: 'bods', basis });
};
const take = async (file: string) => {
  const read = await plan(file);
  if (!read.ok) return read;
  expect(read.value.counts.refused).toBe(0);
  const taken = await desk.call('imports.take', { logId, id: read.value.id });
  if (!taken.ok) return taken;
  const { created, changed, unchanged } = taken.value.counts;
  return { ok: true, value: { created, changed, unchanged } };
};
const views = () => liveOfTypes(session().store.read, logId, RECORD_TYPES);
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

describe('a file of ownership statements in a vault', () => {
  it('comes in as one change, and the second time changes nothing', async () => {
    const lines = STATEMENTS.map((one) => JSON.stringify(one)).join('\n');
    fs.writeFileSync(at('belangen.jsonl.gz'), gzipSync(lines));
    const first = await take(at('belangen.jsonl.gz'));
    // Company, person, relation, source, and the claims: legal name, number, capital.
    expect(first).toEqual({ ok: true, value: { created: 7, changed: 0, unchanged: 0 } });
    const before = (await desk.done('history.list', { logId })).entries.length;
    expect(await take(at('belangen.jsonl.gz'))).toEqual({
      ok: true,
      value: { created: 0, changed: 0, unchanged: 7 },
    });
    expect((await desk.done('history.list', { logId })).entries).toHaveLength(before);
  });

  it('a relationship of a later file finds the parties of the earlier one', async () => {
    const [, , relationship] = STATEMENTS;
    const later = { ...relationship, statementId: 'd'.repeat(32), recordId: 'r2' };
    fs.writeFileSync(at('later.json'), JSON.stringify([later]));
    const companies = views().filter(({ type }) => type === 'company').length;
    const result = await take(at('later.json'));
    expect(result).toMatchObject({ ok: true, value: { changed: 0 } });
    expect(views().filter(({ type }) => type === 'company')).toHaveLength(companies);
  });

  it('the whole case written out and read again changes nothing', async () => {
    const { statements, counts } = exportBods(views(), { logId, published, publisher: 'EZ' });
    expect(counts.relationship).toBeGreaterThan(5);
    fs.writeFileSync(at('zaak.json'), JSON.stringify(statements));
    expect(await take(at('zaak.json'))).toMatchObject({ ok: true, value: { created: 0, changed: 0 } });
  });

  it('a file that is no text, is not there or unpacks without end is refused, and why', async () => {
    fs.writeFileSync(at('bytes.json'), Buffer.from([0x5b, 0x00, 0x5d]));
    fs.writeFileSync(at('half.gz'), gzipSync('[]').subarray(0, 12));
    fs.writeFileSync(at('bomb.gz'), gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20)));
    const found = [];
    for (const name of ['bytes.json', 'nergens.json', 'half.gz', 'bomb.gz']) {
      const read = await plan(at(name));
      found.push(
        read.ok
          ? [read.value.counts.created, read.value.counts.broken]
          : (read.error.params?.reason ?? read.error.code),
      );
    }
    expect(found).toEqual(['notText', 'fileUnreadable', 'gzipDamaged', [0, true]]);
  });
});
