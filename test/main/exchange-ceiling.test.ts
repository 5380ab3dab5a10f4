import fs from 'node:fs';
import path from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEntries } from '#db/log.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import { stateDigest, stateOf } from '#shared/log/state.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { RECORD_TYPES, type RecordType } from '#shared/model/records.ts';
import { type Desk, startDesk } from '../support/session.ts';
import { unpack } from './bundle/helpers.ts';

/** A word that stands in everything above the ceiling and in nothing below it. */
const CANARY = 'Kanariegeel';

let anna: Desk;
let bram: Desk;
let logId: LogId;
let contact: RecordId;
beforeEach(async () => {
  anna = await startDesk({ name: 'Anna de Vries', department: 'EZ' });
  bram = await startDesk({ name: 'Bram Visser', department: 'DEF' });
  ({ logId } = await anna.done('cases.create', {
    title: 'Gedeelde zaak',
    leadDepartment: 'EZ',
    trigger: 'foreseenDeal',
    companyName: 'Proefbedrijf B.V.',
    marking: 'depV',
  }));
  const card = path.join(anna.userData, 'bram.waarborg-card');
  bram.saveTo.push(card);
  await bram.done('contacts.saveCard', {});
  anna.pick.push(card);
  const [picked] = await anna.done('files.pick', { purpose: 'contact' });
  const added = await anna.done('contacts.add', { token: picked?.token ?? '', trusted: true });
  contact = added.contact.record;
});
afterEach(() => {
  anna.close();
  bram.close();
});

let next = 0;
const put = async (type: RecordType, marking: Marking, body: object): Promise<RecordId> => {
  const record = `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}` as RecordId;
  const puts = [{ record, type, base: [], body: body as never, marking }];
  await anna.done('records.put', { logId, action: 'create', puts });
  return record;
};
const attach = async (name: string, text: string, marking: Marking): Promise<RecordId> => {
  const file = path.join(anna.userData, name);
  fs.writeFileSync(file, text);
  anna.pick.push(file);
  const [picked] = await anna.done('files.pick', { purpose: 'attachment' });
  return (await anna.done('attachments.add', { logId, token: picked?.token ?? '', marking })).record;
};

/** Puts secrets into every corner: a party, its relation and facts, a source, a file, a note, an older version. */
async function secrets() {
  const [own] = liveOfTypes(store(anna), logId, ['company']);
  const company = own?.record as RecordId;
  const secret = await put('company', 'stgG', { name: `${CANARY} Holding`, form: 'company' });
  const source = await put('source', 'stgC', {
    title: `Bericht ${CANARY}`,
    kind: 'official',
    reliability: 'A',
  });
  const open = await put('source', 'open', { title: 'Handelsregister', kind: 'register', reliability: 'A' });
  const said = { reliability: 'B', credibility: '2', certainty: 'asserted', basis: [] };
  const owns = await put('relation', 'open', { kind: 'owns', from: secret, to: company });
  const share = { property: 'capital', value: { kind: 'number', number: 30, unit: 'percent' } };
  await put('claim', 'open', { subject: owns, ...share, ...said });
  await put('claim', 'depV', {
    subject: company,
    property: 'sector',
    value: { kind: 'text', text: 'Laser' },
    source,
    ...said,
  });
  await put('claim', 'open', {
    subject: company,
    property: 'sector',
    value: { kind: 'text', text: 'Optica' },
    source: open,
    ...said,
  });
  await put('note', 'stgZG', { text: CANARY });
  const once = await put('note', 'open', { text: `${CANARY} voordat iemand het rubriceerde` });
  const [version] = liveOfTypes(store(anna), logId, ['note']).filter(({ record }) => record === once);
  await anna.done('records.put', {
    logId,
    action: 'edit',
    puts: [
      {
        record: once,
        type: 'note',
        base: [version?.digest as string],
        body: { text: CANARY },
        marking: 'stgC',
      },
    ],
  });
  await attach(`${CANARY}.txt`, `${CANARY} in een bestand`, 'stgC');
  await attach('jaarverslag.txt', 'De omzet bedroeg 48 miljoen euro.', 'open');
}

const store = (desk: Desk) => {
  const session = desk.sessions.current();
  if (!session) throw new Error('locked');
  return session.store.read;
};
const digestAt = (desk: Desk): string => stateDigest(stateOf(readEntries(store(desk), logId)));
const send = async (file: string, ceiling?: Marking) => {
  const bundle = path.join(anna.userData, file);
  anna.saveTo.push(bundle);
  const to = { kind: 'contacts' as const, contacts: [contact], quantumSafe: false };
  const answer = await anna.call('bundle.export', { logId, to, ...(ceiling ? { ceiling } : {}) });
  return { bundle, answer };
};
const receive = async (bundle: string) => {
  bram.pick.push(bundle);
  const [picked] = await bram.done('files.pick', { purpose: 'bundle' });
  const preview = await bram.done('bundle.preview', { token: picked?.token ?? '' });
  await bram.done('bundle.merge', { token: preview.token, trustSender: true });
  return preview;
};
const plain = async (bundle: string): Promise<Buffer> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(bram.sessions.current()?.keys.classical ?? '');
  return Buffer.from(await decrypter.decrypt(fs.readFileSync(bundle)));
};

describe('a bundle under a marking ceiling', () => {
  it('tells beforehand what goes, what stays, what is pulled along and which text still names it', async () => {
    await secrets();
    await put('note', 'open', { text: `Let op ${CANARY} Holding` });
    const scope = await anna.done('exchange.scope', { logId, ceiling: 'depV' });
    // Above: party, source, two notes, file. Pulled along: the relation, its share, and the claim on the secret source.
    expect(scope).toMatchObject({ possible: true, marking: 'depV', above: 5, pulled: 3, mentioning: 1 });
    expect(scope.mentions.map(({ type }) => type)).toEqual(['note']);
    expect(await anna.done('exchange.scope', { logId, ceiling: 'open' })).toMatchObject({ possible: false });
  });

  it('has no trace of what is above it in any byte of the archive: no word, name, marking, id, file or size', async () => {
    await secrets();
    const { bundle, answer } = await send('grens.age', 'depV');
    expect(answer).toMatchObject({ ok: true, value: { saved: true } });
    const archive = await plain(bundle);
    const text = archive.toString('latin1');
    expect(text).toContain('Handelsregister');
    expect(text).not.toContain(CANARY);
    const stays = liveOfTypes(store(anna), logId, RECORD_TYPES).filter(({ marking }) => /^stg/.test(marking));
    for (const { record, body } of stays) {
      expect(text).not.toContain(record);
      if (typeof body.hash === 'string') expect(text).not.toContain(body.hash);
    }
    expect(text).not.toMatch(/stgC|stgG|stgZG/);
    const entries = await unpack(archive);
    const envelope = JSON.parse(
      entries.find(({ header }) => header.name === 'envelope.json')?.body.toString() ?? '',
    );
    expect(envelope).toMatchObject({ marking: 'depV', counts: { attachments: 1 } });
    expect(entries.filter(({ header }) => header.name.startsWith('data/attachments/'))).toHaveLength(1);
  });

  it('merges at the receiver, who sees how much is withheld, works on, and loses nothing either way', async () => {
    await secrets();
    const { bundle } = await send('grens.age', 'depV');
    const preview = await receive(bundle);
    expect(preview.counts).toMatchObject({ withheld: 9, attachments: 1, conflicts: 0 });
    const { counts } = await bram.done('cases.get', { logId });
    expect(counts).toMatchObject({ withheld: 9, relations: 0, conflicts: 0 });
    expect(await bram.done('history.verify', { logId })).toMatchObject({ findings: [] });
    expect(await bram.done('records.findings', { logId })).toMatchObject({ conflicts: [], dangling: [] });

    const rest = await send('alles.age');
    await receive(rest.bundle);
    expect(digestAt(bram)).toBe(digestAt(anna));
    expect((await bram.done('cases.get', { logId })).counts.withheld).toBe(0);
  });

  it('is not made when the case itself is above it', async () => {
    const { bundle, answer } = await send('open.age', 'open');
    expect(answer).toMatchObject({ ok: false, error: { code: 'aboveCeiling' } });
    expect(fs.existsSync(bundle)).toBe(false);
  });
});
