import { describe, expect, it } from 'vitest';
import { derivedFacts } from '#shared/law/derived.ts';
import { idOf, SmallCase } from '../graph/small-case.ts';

const yes = { kind: 'yesNo', yes: true } as const;
const no = { kind: 'yesNo', yes: false } as const;
const DAY = '2026-11-25';

/** A maker of lenses, whose customer delivers to a vital provider; on both relations it is said whether they are essential. */
function lenses(second: typeof yes | typeof no | undefined) {
  const world = new SmallCase();
  for (const name of ['lens', 'laser', 'grid']) world.thing(name);
  world.claim(idOf('grid'), 'vitalProvider', yes);
  const links = [
    world.link('supplies', 'lens', 'laser', { essential: yes }),
    world.link('supplies', 'laser', 'grid', second ? { essential: second } : {}),
  ];
  return { links, ask: derivedFacts(() => world.views, idOf('lens')) };
}

describe('an essential supplier of a vital provider or of sensitive technology (SC-2)', () => {
  it('is one through others, when every relation on the way is essential; it rests on those', () => {
    const { links, ask } = lenses(yes);
    expect(ask('essentialSupplierOfVital', DAY)).toEqual({ outcome: 'met', reason: 'stated', rests: links });
  });

  it('is open, and not refuted, when a relation is not essential or nobody said so', () => {
    for (const second of [no, undefined])
      expect(lenses(second).ask('essentialSupplierOfVital', DAY).outcome).toBe('undetermined');
  });

  it('tells vital providers and sensitive technology apart', () => {
    expect(lenses(yes).ask('essentialSupplierOfSensitive', DAY).outcome).toBe('undetermined');
  });
});
