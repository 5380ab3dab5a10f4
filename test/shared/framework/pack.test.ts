import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { checkExamples } from '#shared/framework/examples.ts';
import { loadPack } from '#shared/framework/load.ts';
import json from '#shared/framework/packs/bev-2023.json' with { type: 'json' };

const copy = (): typeof json => structuredClone(json);

const objectsOf = (value: unknown): Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(objectsOf);
  return Array.isArray(value) ? inside : [{ ...value }, ...inside];
};

const letters = (): string[] =>
  objectsOf(json).flatMap(({ letter }) => {
    if (Array.isArray(letter)) return letter.map(String);
    return typeof letter === 'string' ? [letter] : [];
  });

describe('the shipped pack', () => {
  test('says what its worked examples say', () => {
    expect(checkExamples(BEV_2023)).toEqual([]);
    expect(BEV_2023.examples.length).toBeGreaterThanOrEqual(10);
  });

  test('has every text in Dutch and in English, and never the same words twice', () => {
    const texts = objectsOf(json).filter((one) => 'nl' in one || 'en' in one);
    const same = texts.filter((one) => one.nl === one.en || one.nl === undefined || one.en === undefined);
    expect(texts.length).toBeGreaterThan(400);
    expect(same).toEqual([]);
  });

  test('labels every number that the letter does not have as a construct of the tool', () => {
    const own = [...BEV_2023.constants, ...BEV_2023.fund].filter((one) => one.construct).map((one) => one.id);
    const stated = [...BEV_2023.constants, ...BEV_2023.fund].flatMap(({ id, value, construct }) =>
      value.kind === 'number' && !construct ? [[id, value.number, value.unit]] : [],
    );
    expect(own).toEqual(['shortTerm', 'mediumTerm', 'raters']);
    expect(stated).toEqual([
      ['evaluationTerm', 2, 'years'],
      ['investNlStateShare', 100, 'percent'],
      ['conditionsNeeded', 2, 'count'],
      ['FND-01', 100_000_000, 'eur'],
      ['FND-03', 100_000_000, 'eur'],
      ['FND-05', 50_000_000, 'eur'],
      ['FND-06', 50_000_000, 'eur'],
      ['FND-10', 150_000_000, 'eur'],
    ]);
  });

  test('leaves what the letter leaves open as not stated, never as zero', () => {
    const open = BEV_2023.fund.filter((one) => one.value.kind === 'notStated').map((one) => one.id);
    expect(open).toEqual([
      'FND-07-2025',
      'FND-07-2026',
      'FND-07-2027',
      'FND-12',
      'maxStake',
      'ticketSize',
      'holdingPeriod',
      'returnTarget',
    ]);
  });

  test('draws the line for historical transactions strictly before 8 September 2020', () => {
    expect(BEV_2023.constants.find((one) => one.id === 'historicalCutoff')?.value).toEqual({
      kind: 'day',
      day: '2020-09-08',
      comparison: 'before',
    });
  });

  test('allows three instruments and refuses three forms of debt', () => {
    const of = (allowed: boolean) =>
      BEV_2023.financing.filter((one) => one.allowed === allowed).map((one) => one.id);
    expect({ allowed: of(true), refused: of(false) }).toEqual({
      allowed: ['FIN-1', 'FIN-2', 'FIN-3'],
      refused: ['FIN-X-ordinaryLoan', 'FIN-X-subordinatedLoan', 'FIN-X-guarantee'],
    });
  });

  test('asks condition 1 in other words for every other reason to open a case', () => {
    const leaf = BEV_2023.leaves.find((one) => one.id === 'CON-1');
    expect(Object.keys(leaf?.variants ?? {}).toSorted()).toEqual([
      'blockedFunding',
      'existingHolding',
      'exitChance',
      'signal',
    ]);
  });
});

const spec = path.resolve(import.meta.dirname, '../../../../shared/domain/letter-spec.md');
describe.skipIf(!existsSync(spec))('beside the specification of the letter', () => {
  test('the shipped pack cites places that exist', () => {
    const known = new Set(
      readFileSync(spec, 'utf8').match(/\b([A-Z]{2,3}-([0-9]{1,2}|[A-Zx])|fn[0-9]{1,2})\b/g),
    );
    expect(letters().length).toBeGreaterThan(100);
    expect([...new Set(letters())].filter((id) => !known.has(id))).toEqual([]);
  });

  test('every rule of scope, conditions, last resort, indicators and fund is in the pack', () => {
    const rules =
      readFileSync(spec, 'utf8').match(/^\| (SC|STR|CON|IND|FND)-([0-9]{1,2}|x|R)(?= \|)/gm) ?? [];
    const wanted = rules.map((row) => row.slice(2));
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter((id) => !letters().includes(id))).toEqual([]);
  });
});

describe('a pack that is wrong is refused with the place', () => {
  const refusedFor = (change: (pack: typeof json) => void) => {
    const pack = copy();
    change(pack);
    const loaded = loadPack(pack);
    return loaded.ok ? 'accepted' : loaded.error;
  };
  const wrong = (place: string, problem: string, more = 0) => ({
    code: 'packInvalid',
    params: { place, problem, more },
  });

  test('an empty Dutch text', () => {
    expect(
      refusedFor((pack) => {
        Object.assign(pack.leaves[3]?.question ?? {}, { nl: '  ' });
      }),
    ).toEqual(wrong('leaves.3.question.nl', 'too_small'));
  });

  test('two leaves with one id', () => {
    expect(refusedFor((pack) => pack.leaves.push(...structuredClone(pack.leaves.slice(1, 2))))).toEqual(
      wrong('leaves.24.id', 'duplicateId'),
    );
  });

  test('gate leaves that stand nowhere in the tree: the four of the scope, and four examples that expect it', () => {
    expect(refusedFor((pack) => pack.tree.children.splice(2, 1))).toMatchObject({
      params: { place: 'leaves.9', problem: 'leafNotInTree', more: 3 + 4 },
    });
  });

  test('an informing leaf that would decide', () => {
    expect(
      refusedFor((pack) => {
        Object.assign(pack.leaves[1] ?? {}, { id: 'PUR-04', role: 'informs' });
        pack.tree.children[0]?.children.push({ leaf: 'PUR-04' } as never);
      }),
    ).toEqual(wrong('tree.children.0.children.1', 'informingLeafDecides'));
  });

  test('a scale without the construct label', () => {
    expect(
      refusedFor((pack) => {
        Object.assign(pack.indicators[0]?.scale[4] ?? {}, { construct: false });
      }),
    ).toEqual(wrong('indicators.0.scale.4.construct', 'invalid_value'));
  });

  test('a format from the future, a bottomless nesting, and something else altogether', () => {
    const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`);
    expect([loadPack({ format: 2 }), loadPack(deep), loadPack('pack')]).toEqual([
      { ok: false, error: { code: 'packFormatUnknown', params: { format: 2, known: 1 } } },
      { ok: false, error: { code: 'packTooDeep', params: { limit: 40 } } },
      { ok: false, error: wrong('(pack)', 'invalid_type') },
    ]);
  });
});
