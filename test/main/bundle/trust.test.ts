import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Decrypter } from 'age-encryption';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBundle } from '#main/bundle/open.ts';
import { signingFingerprint } from '#shared/bundle/fingerprint.ts';
import { encryptTo, newParty, open, outcome, type Party, plainArchive, seal, tempFolder } from './helpers.ts';

const folder = tempFolder();
const file = path.join(folder, 'case.age');
let anna: Party;
let bram: Party;
let carla: Party;
let id: string;

beforeAll(async () => {
  [anna, bram, carla] = await Promise.all([newParty('Anna'), newParty('Bram'), newParty('Carla')]);
  const sealed = await seal(file, anna, [bram.pub.classical]);
  if (!sealed.ok) throw new Error(outcome(sealed));
  id = sealed.value.id;
});

describe('a bundle from Anna to Bram', () => {
  test('that Bram seals again for Carla is not taken for one from Anna to Carla', async () => {
    const forwarded = await encryptTo(path.join(folder, 'forwarded.age'), await plainArchive(file, bram), [
      carla,
    ]);
    expect(outcome(await open(forwarded, carla, [anna]))).toBe('notAddressedToUs');
  });

  test('is taken in once', async () => {
    const asked: string[] = [];
    const isSeen = (one: string): boolean => asked.push(one) > 0;
    expect([outcome(await open(file, bram, [anna], { isSeen })), asked]).toEqual(['replayed', [id]]);
  });

  test('is refused while Bram does not trust Anna, and her key is named', async () => {
    expect(await open(file, bram, [carla])).toEqual({
      ok: false,
      error: { code: 'bundleRefused', params: { reason: 'unknownSender', keyId: anna.pub.keyId } },
    });
  });

  test('can be looked into at a first contact, to compare the fingerprint', async () => {
    const opened = await open(file, bram, [], { allowUnknownSender: true });
    if (!opened.ok) throw new Error(outcome(opened));
    const { trusted, senderKeyId, envelope } = opened.value;
    expect([trusted, senderKeyId, signingFingerprint(envelope.sender.signingKey)]).toEqual([
      false,
      anna.pub.keyId,
      signingFingerprint(anna.pub.signingKey),
    ]);
    const trusting = await open(file, bram, [anna], { allowUnknownSender: true });
    expect(trusting.ok && trusting.value.trusted).toBe(true);
  });

  test('is refused at a first contact too when it was forwarded', async () => {
    const forwarded = await encryptTo(path.join(folder, 'forwarded2.age'), await plainArchive(file, bram), [
      carla,
    ]);
    expect(outcome(await open(forwarded, carla, [], { allowUnknownSender: true }))).toBe('notAddressedToUs');
  });
});

test('a bundle sealed with a passphrase and sealed again for a person is refused', async () => {
  const sealFor = { kind: 'passphrase', passphrase: 'paard vijf lamp' } as const;
  const shared = path.join(folder, 'shared.age');
  await seal(shared, anna, [], { sealFor });
  const decrypter = new Decrypter();
  decrypter.addPassphrase(sealFor.passphrase);
  const archive = await decrypter.decrypt(readFileSync(shared));
  const again = await encryptTo(path.join(folder, 'again.age'), archive, [carla]);
  expect(outcome(await open(again, carla, [anna]))).toBe('notAddressedToUs');
  const identities = { kind: 'passphrase', passphrase: 'x' } as const;
  expect(outcome(await openBundle(again, identities, { trusted: [], isSeen: () => false }))).toBe(
    'needsIdentity',
  );
});
