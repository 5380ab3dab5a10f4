import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { CASE_FILES, type PlannedPut, planImport } from '#shared/import/case-folder.ts';
import { TABLES, VALUE_COLUMNS } from '#shared/import/columns.ts';
import { parseCsv } from '#shared/import/csv.ts';
import { overlaps } from '#shared/model/dates.ts';
import { type AuthorKey, type LogId, slotId } from '#shared/model/ids.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { type BodyOf, ENTITY_TYPES } from '#shared/model/records.ts';
import { isMissing, sameValue } from '#shared/model/value.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../samples/lumenschip');
const logId = '00000000-0000-4000-8000-00000000000a' as LogId;
const author = 'b'.repeat(64) as AuthorKey;
const id = (key: string): string => slotId(logId, `import:${key}`);

const read = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');
const files = new Map(CASE_FILES.map((name) => [name, read(name)]));
const attachments = new Set(
  readdirSync(path.join(FOLDER, 'attachments')).map((name) => `attachments/${name}`),
);
const plan = planImport(files, { logId, author, attachments });

const bodies = <T extends PlannedPut['type']>(type: T) =>
  plan.puts.filter((put) => put.type === type).map((put) => put as PlannedPut & { body: BodyOf<T> });
const claims = bodies('claim');
const unsourced = claims.filter(({ body }) => body.source === undefined);

/** Subjects and properties of which two claims, true on one day, say different things. */
const disputed = (): string[] => {
  const found = new Set<string>();
  for (const { body: a } of claims) {
    for (const { body: b } of claims) {
      if (a.subject !== b.subject || a.property !== b.property || propertyOf(a.property)?.many) continue;
      if (isMissing(a.value) || isMissing(b.value) || sameValue(a.value, b.value)) continue;
      if (overlaps(a, b)) found.add(`${a.subject} ${a.property}`);
    }
  }
  return [...found].sort();
};

describe('the sample case', () => {
  it('is planned without a single refusal', () => {
    expect(plan.refused).toEqual([]);
  });
  it('is as large as a real one: entities of every type, sources, claims, attachments', () => {
    const of = (type: PlannedPut['type']): number => plan.counts[type] ?? 0;
    expect(ENTITY_TYPES.filter((type) => of(type) === 0)).toEqual([]);
    expect(ENTITY_TYPES.reduce((sum, type) => sum + of(type), 0)).toBeGreaterThanOrEqual(75);
    expect(of('source')).toBeGreaterThanOrEqual(40);
    expect(of('claim')).toBeGreaterThanOrEqual(180);
    expect(of('attachment')).toBe(attachments.size);
    expect(attachments.size).toBeGreaterThanOrEqual(7);
  });
  it('has a claim about every relation, and uses every source', () => {
    const subjects = new Set(claims.map(({ body }) => body.subject));
    const used = new Set(claims.map(({ body }) => body.source));
    expect(
      bodies('relation')
        .filter(({ record }) => !subjects.has(record))
        .map(({ place }) => place),
    ).toEqual([]);
    const evidence = new Set(bodies('verdict').flatMap(({ body }) => body.evidence));
    expect(
      bodies('source')
        .filter(({ record }) => !used.has(record) && !evidence.has(record))
        .map(({ place }) => place),
    ).toEqual([]);
  });
  it('is in dispute about six facts', () => {
    expect(disputed()).toEqual(
      [
        'co-lumenschip runway',
        're-north-lum capital',
        're-ols-aur nominee',
        're-sup-opt timeToReplace',
        're-sup-sens singleSource',
        'te-epitaxie reproductionTime',
      ]
        .map((fact) => fact.split(' ') as [string, string])
        .map(([key, property]) => `${id(key)} ${property}`)
        .sort(),
    );
  });
  it('says openly what is unknown and what is kept from us', () => {
    const missing = (kind: string) => claims.filter(({ body }) => body.value.kind === kind).length;
    expect([missing('unknown'), missing('undisclosed')]).toEqual([4, 2]);
  });
  it('has four facts without a source, two assumptions, and inferences that name what they are drawn from', () => {
    const count = (certainty: string) => unsourced.filter(({ body }) => body.certainty === certainty).length;
    expect([count('asserted'), count('assumption')]).toEqual([4, 2]);
    const inferred = claims.filter(({ body }) => body.certainty === 'inferred');
    expect(inferred.length).toBeGreaterThanOrEqual(3);
    expect(inferred.filter(({ body }) => body.basis.length === 0)).toEqual([]);
  });
  it('stays at Dep.V. and never marks a claim lower than the source it rests on', () => {
    expect([...new Set(plan.puts.map(({ marking }) => marking))].sort()).toEqual(['depV', 'open']);
    const markings = new Map(plan.puts.map(({ record, marking }) => [record as string, marking]));
    expect(
      claims.filter(({ marking, body }) => marking === 'open' && markings.get(body.source ?? '') === 'depV'),
    ).toEqual([]);
  });
  it('never marks a claim lower than the relation it is about', () => {
    const hidden = new Set(
      bodies('relation')
        .filter(({ marking }) => marking === 'depV')
        .map(({ record }) => record as string),
    );
    expect(claims.filter(({ marking, body }) => marking === 'open' && hidden.has(body.subject))).toEqual([]);
  });
  it('leads along the shares from the company to a state, through a pair of companies that own each other', () => {
    const owners = new Map<string, string[]>();
    for (const { body } of bodies('relation')) {
      if (body.kind === 'owns') owners.set(body.to, [...(owners.get(body.to) ?? []), body.from]);
    }
    const depth = new Map([[id('co-helion'), 0]]);
    for (const [owned, level] of depth) {
      for (const owner of owners.get(owned) ?? []) if (!depth.has(owner)) depth.set(owner, level + 1);
    }
    expect(depth.get(id('pb-zoravie'))).toBe(5);
    expect(owners.get(id('co-meridia'))).toContain(id('co-tarsis'));
    expect(owners.get(id('co-tarsis'))).toContain(id('co-meridia'));
  });
  it('adds the shares in a company up to a hundred at most, but where two sources differ', () => {
    const owned = new Map(
      bodies('relation').map(({ record, body }) => [record as string, body.to as string]),
    );
    const sums = new Map<string, number>();
    for (const { body } of claims) {
      const company = owned.get(body.subject);
      if (body.property !== 'capital' || body.value.kind !== 'number' || company === undefined) continue;
      sums.set(company, (sums.get(company) ?? 0) + body.value.number);
    }
    const above = [...sums].filter(([, sum]) => sum > 100 + 1e-9);
    expect(above).toEqual([[id('co-lumenschip'), 115.5]]);
  });
  it('reaches two vital processes from the company, over supplies and dependence', () => {
    const next = new Map<string, string[]>();
    for (const { body } of bodies('relation')) {
      const step = body.kind === 'supplies' || body.kind === 'partOf' ? [body.from, body.to] : [];
      const [from, to] = body.kind === 'dependsOn' ? [body.to, body.from] : step;
      if (from && to) next.set(from, [...(next.get(from) ?? []), to]);
    }
    const reached = new Set([id('co-lumenschip')]);
    for (const at of reached) for (const to of next.get(at) ?? []) reached.add(to);
    expect(['pr-giraal', 'pr-data', 'pr-inzet'].filter((key) => !reached.has(id(key)))).toEqual([]);
  });
  it('leaves five gates open on purpose: one not judged, four without an answer yet', () => {
    const open = bodies('verdict')
      .filter(({ body }) => body.outcome === 'undetermined')
      .map(({ body }) => body.leaf);
    expect(open).toEqual(['RA-5-SYS', 'STR-4', 'SC-4', 'CON-2', 'NEC-02']);
    expect(bodies('verdict').some(({ body }) => body.leaf === 'NEC-06')).toBe(false);
  });
  it('judges leaves and rates indicators that the framework has', () => {
    const leaves = new Set(BEV_2023.leaves.map(({ id: leaf }) => leaf));
    const indicators = new Set(BEV_2023.indicators.map(({ id: indicator }) => indicator));
    expect(bodies('verdict').filter(({ body }) => !leaves.has(body.leaf))).toEqual([]);
    expect(bodies('rating').filter(({ body }) => !indicators.has(body.indicator))).toEqual([]);
  });
  it('rates the four core indicators and leaves the broader one unknown with a reason', () => {
    expect(bodies('rating').map(({ body }) => [body.indicator, body.level])).toEqual([
      ['IND-1', 4],
      ['IND-2', 4],
      ['IND-3', 3],
      ['IND-4', 4],
      ['IND-5', 'unknown'],
    ]);
  });
  it('comes back from its tables cell by cell: no row is broken by a line break or a delimiter', () => {
    const widths = CASE_FILES.filter((name) => name.endsWith('.csv')).map((name) => {
      const parsed = parseCsv(read(name));
      return parsed.ok ? new Set(parsed.value.map(({ cells }) => cells.length)).size : 0;
    });
    expect(widths.every((size) => size === 1)).toBe(true);
  });
});

describe('the description of the format', () => {
  it('names every file and every column that is read', () => {
    const readme = readFileSync(path.join(FOLDER, '../README.md'), 'utf8');
    const words = [
      ...CASE_FILES,
      ...TABLES.flatMap(({ columns }) => columns.map(({ name }) => name)),
      ...VALUE_COLUMNS,
    ];
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(readme))).toEqual([]);
  });
});
