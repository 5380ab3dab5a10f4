import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeCard, parseCard } from '#main/bundle/card.ts';
import { signBytes, signingKeyOf } from '#main/bundle/ed25519.ts';
import { fingerprintsOf, parseKeys, publicKeysOf, serialiseKeys } from '#main/bundle/keys.ts';
import { minisignKey } from '#main/bundle/minisign.ts';
import { type CardBody, cardBytes } from '#shared/bundle/card.ts';
import { recipientFingerprint } from '#shared/bundle/fingerprint.ts';
import { canonicalText } from '#shared/model/canonical.ts';
import { newParty, outcome, type Party } from './helpers.ts';

const OWNER = { name: 'Anna de Wit', department: 'EZ', created: '2026-11-23T10:20:30.000Z' };
let anna: Party;
let bram: Party;
let text: string;
let body: CardBody;
beforeAll(async () => {
  [anna, bram] = await Promise.all([newParty('Anna'), newParty('Bram')]);
  text = await makeCard(anna.keys, OWNER);
  body = (JSON.parse(text) as { card: CardBody }).card;
});

/** A card that its owner signed, whatever it says. */
const signed = (card: unknown, by: Party = anna): string => {
  const signature = signBytes(cardBytes(card as CardBody), signingKeyOf(by.keys.signingSeed));
  return canonicalText({ card, signature: Buffer.from(signature).toString('hex') });
};

describe('the keys of a user', () => {
  test('come back from the vault as they were', async () => {
    const again = parseKeys(serialiseKeys(anna.keys));
    expect(await publicKeysOf(again)).toEqual(anna.pub);
    expect(fingerprintsOf(anna.pub)).toEqual([
      recipientFingerprint(anna.pub.classical),
      recipientFingerprint(anna.pub.postQuantum),
    ]);
  });

  test('are not quoted when what is stored is damaged', () => {
    const stored = serialiseKeys(anna.keys).replace('"v":1', '"v":2');
    expect(() => parseKeys(stored)).toThrow(/^the stored keys have an unknown form$/);
  });
});

describe('a contact card', () => {
  test('says who its owner is and which keys are theirs', () => {
    expect(parseCard(text)).toEqual({
      ok: true,
      value: {
        format: 'waarborg-card/1',
        ...OWNER,
        signingKey: anna.pub.signingKey,
        keyId: anna.pub.keyId,
        minisign: minisignKey(anna.pub.signingKey),
        recipients: { classical: anna.pub.classical, postQuantum: anna.pub.postQuantum },
      },
    });
  });

  test.each<[string, string, () => string]>([
    ['another name', 'cardSignatureInvalid', () => text.replace('Anna', 'Bram')],
    [
      'somebody else’s recipient',
      'cardSignatureInvalid',
      () => text.replace(anna.pub.classical, bram.pub.classical),
    ],
    ['a signature by another key', 'cardSignatureInvalid', () => signed(body, bram)],
    ['another key', 'cardMalformed', () => signed({ ...body, signingKey: bram.pub.signingKey })],
    [
      'another minisign key',
      'cardMalformed',
      () => signed({ ...body, minisign: minisignKey(bram.pub.signingKey) }),
    ],
    ['an unknown member', 'cardMalformed', () => signed({ ...body, web: 'https://x' })],
    ['an empty name', 'cardMalformed', () => signed({ ...body, name: '' })],
    ['a name that turns the writing round', 'cardMalformed', () => signed({ ...body, name: 'A\u202e' })],
    [
      'a recipient with a typing error',
      'cardMalformed',
      () =>
        signed({
          ...body,
          recipients: {
            ...body.recipients,
            classical: body.recipients.classical.replace(/.$/, (c) => (c === 'q' ? 'p' : 'q')),
          },
        }),
    ],
    [
      'its recipients exchanged',
      'cardMalformed',
      () =>
        signed({
          ...body,
          recipients: { classical: body.recipients.postQuantum, postQuantum: body.recipients.classical },
        }),
    ],
    ['more than a card holds', 'cardMalformed', () => text + ' '.repeat(20_000)],
    ['no JSON', 'cardMalformed', () => 'hallo'],
    ['nothing', 'cardMalformed', () => ''],
  ])('with %s is refused', (_, reason, card) => expect(outcome(parseCard(card()))).toBe(reason));

  test('of any other form is refused, never a crash', () => {
    fc.assert(fc.property(fc.json(), (json) => !parseCard(json).ok));
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.string({ minLength: 1, maxLength: 3 }), (at, junk) => {
        const changed = text.slice(0, at) + junk + text.slice(at + junk.length);
        // White space between members changes nothing that is said.
        const result = parseCard(changed);
        return !result.ok || canonicalText(result.value) === canonicalText(body);
      }),
    );
  });
});
