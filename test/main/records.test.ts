import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
let company: RecordId;
beforeEach(async () => {
  desk = await startDesk();
  logId = (
    await desk.done('cases.create', {
      title: 'Voorbeeld',
      leadDepartment: 'EZ',
      trigger: 'foreseenDeal',
      companyName: 'Proefbedrijf B.V.',
      marking: 'open',
    })
  ).logId;
  company = (await desk.done('records.list', { logId, types: ['company'] }))[0]?.record as RecordId;
});
afterEach(() => desk.close());

const claim = (property: string, value: object, more: object = {}) => ({
  record: null,
  type: 'claim' as const,
  base: [],
  body: {
    subject: company,
    property,
    value,
    reliability: 'B',
    credibility: '2',
    certainty: 'asserted',
    ...more,
  } as never,
  marking: 'open' as const,
});
const put = (...puts: ReturnType<typeof claim>[]) =>
  desk.call('records.put', { logId, action: 'create', puts });
const entity = () => desk.done('dossier.entity', { logId, record: company });

describe('a fact', () => {
  it('stands in the dossier as a claim, visibly without a source when it has none', async () => {
    await put(claim('kvk', { kind: 'code', code: '12345678' }));
    const { claims, counts } = await entity();
    expect(claims.map(({ unsourced, disputed }) => ({ unsourced, disputed }))).toEqual([
      { unsourced: true, disputed: false },
    ]);
    expect(counts).toEqual({ claims: 1, unsourced: 1, disputed: 0, missing: 0 });
  });

  it('is disputed when another claim says otherwise for the same time, and both stay', async () => {
    await put(
      claim('employees', { kind: 'number', number: 210, unit: 'fte' }),
      claim('employees', { kind: 'number', number: 185, unit: 'fte' }),
    );
    const { claims, counts } = await entity();
    expect(claims.map(({ disputed }) => disputed)).toEqual([true, true]);
    expect(counts.disputed).toBe(2);
  });

  it('is not disputed by a claim about another period', async () => {
    const [old, recent] = [{ validTo: '2023' }, { validFrom: '2024' }];
    await put(
      claim('employees', { kind: 'number', number: 210, unit: 'fte' }, recent),
      claim('employees', { kind: 'number', number: 185, unit: 'fte' }, old),
    );
    expect((await entity()).counts.disputed).toBe(0);
    const then = await desk.done('dossier.entity', { logId, record: company, at: { validAt: '2023-06-30' } });
    expect(then.claims.map(({ versions }) => versions[0]?.body.value)).toEqual([
      { kind: 'number', number: 185, unit: 'fte' },
    ]);
  });

  it('that says "unknown" contradicts nothing and is counted as missing', async () => {
    await put(
      claim('employees', { kind: 'number', number: 210, unit: 'fte' }),
      claim('employees', { kind: 'unknown' }),
    );
    expect((await entity()).counts).toMatchObject({ disputed: 0, missing: 1 });
  });

  it.each([
    ['a KvK number that is too short', claim('kvk', { kind: 'code', code: '1234' }), 'value'],
    ['a property that does not exist', claim('bestaatNiet', { kind: 'text', text: 'x' }), 'value'],
    [
      'a range that runs backwards',
      claim('employees', { kind: 'range', min: 5, max: 2, unit: 'fte' }),
      'value',
    ],
    [
      'a grade that is none',
      claim('kvk', { kind: 'code', code: '12345678' }, { reliability: 'Z' }),
      'reliability',
    ],
    [
      'a day that does not exist',
      claim('kvk', { kind: 'code', code: '12345678' }, { validFrom: '2024-02-30' }),
      'validFrom',
    ],
  ])('is refused with the field named: %s', async (_, wrong, field) => {
    wrong.body = { ...(wrong.body as object), subject: company } as never;
    const answer = await put(wrong);
    expect(
      answer.ok ? 'accepted' : [answer.error.code, String(answer.error.params?.field).split('.')[0]],
    ).toEqual(['invalidRecord', field]);
  });

  it('about something that is not there is refused, and nothing of the same call is written', async () => {
    const stray = claim(
      'kvk',
      { kind: 'code', code: '12345678' },
      { subject: '00000000-0000-4000-8000-000000000000' },
    );
    expect(await put(claim('kvk', { kind: 'code', code: '12345678' }), stray)).toMatchObject({
      ok: false,
      error: { code: 'danglingReference', params: { index: 1, field: 'subject' } },
    });
    expect((await entity()).claims).toEqual([]);
  });
});

describe('a withdrawn record', () => {
  it('leaves what pointed to it as a finding, and comes back with undo', async () => {
    await put(claim('kvk', { kind: 'code', code: '12345678' }));
    const [live] = await desk.done('records.get', { logId, record: company });
    await desk.done('records.withdraw', {
      logId,
      records: [{ record: company, base: [live?.digest as never] }],
    });
    const findings = await desk.done('records.findings', { logId });
    expect(findings.dangling.map(({ ref, member }) => `${ref.type}.${member}`).sort()).toEqual([
      'case.company',
      'claim.subject',
    ]);
    await desk.done('history.undo', { logId });
    expect((await desk.done('records.findings', { logId })).dangling).toEqual([]);
  });
});

describe('search', () => {
  it('finds words by their beginning, without accents, in one case or all, and marks where', async () => {
    await put(claim('activity', { kind: 'text', text: 'Fotonische geïntegreerde schakelingen' }));
    const hits = await desk.done('records.search', { text: 'geinteg foto', logId: null });
    expect(hits.map(({ ref, about, caseTitle }) => [ref.type, about?.label, caseTitle])).toEqual([
      ['claim', 'Proefbedrijf B.V.', 'Voorbeeld'],
    ]);
    expect(hits[0]?.snippet).toContain('\u0002Fotonische\u0003');
  });

  it.each(['"', '*', 'NEAR(', 'a AND', 'text:x', "'; DROP TABLE version; --", '((('])(
    'reads %s as words, not as a query',
    async (text) => {
      expect(await desk.call('records.search', { text, logId: null })).toMatchObject({ ok: true });
    },
  );
});

describe('the history', () => {
  it('says who did what to which fields, newest first, and filters by record', async () => {
    await put(claim('kvk', { kind: 'code', code: '12345678' }));
    const { entries, authors } = await desk.done('history.list', { logId });
    expect(
      entries.map(({ intent, items }) => [
        intent.action,
        items.map(({ what, ref }) => `${what} ${ref.type}`),
      ]),
    ).toEqual([
      ['create', ['created claim']],
      ['createCase', ['created company', 'created case']],
    ]);
    expect(authors).toMatchObject([{ name: 'Anna de Vries', department: 'EZ' }]);
    const own = await desk.done('history.list', { logId, record: company });
    expect(own.entries.map(({ intent }) => intent.action)).toEqual(['createCase']);
  });

  it('takes back an old step while a later one of another record stands', async () => {
    await put(claim('kvk', { kind: 'code', code: '12345678' }));
    await put(claim('employees', { kind: 'number', number: 12, unit: 'fte' }));
    const { entries } = await desk.done('history.list', { logId });
    await desk.done('history.revert', { logId, change: entries[1]?.id as never });
    expect((await entity()).claims.map(({ versions }) => versions[0]?.body.property)).toEqual(['employees']);
  });

  it('does not take back a fact that was changed since, and says by its company which', async () => {
    await put(claim('employees', { kind: 'number', number: 12, unit: 'fte' }));
    const [made] = (await entity()).claims;
    const [version] = made?.versions ?? [];
    await desk.done('records.put', {
      logId,
      action: 'edit',
      puts: [
        {
          record: made?.record as never,
          type: 'claim',
          base: [version?.digest as never],
          marking: 'open',
          body: { ...version?.body, value: { kind: 'number', number: 14, unit: 'fte' } } as never,
        },
      ],
    });
    const { entries } = await desk.done('history.list', { logId });
    const answer = await desk.call('history.revert', { logId, change: entries[1]?.id as never });
    const [name] = (await desk.done('records.list', { logId, types: ['company'] })).map(({ label }) => label);
    expect(name).toBeTruthy();
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'revertBlocked', params: { records: 1, which: name } },
    });
  });

  it('does not take back the making of the case', async () => {
    const { entries } = await desk.done('history.list', { logId });
    const answer = await desk.call('history.revert', { logId, change: entries[0]?.id as never });
    expect(answer).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
  });

  it('undoes everything back to the making of the case, one step at a time, and redoes it all', async () => {
    await put(claim('kvk', { kind: 'code', code: '12345678' }));
    const [made] = (await entity()).claims;
    await desk.done('records.put', {
      logId,
      action: 'edit',
      puts: [
        {
          record: made?.record as never,
          type: 'claim',
          base: made?.versions.map(({ digest }) => digest) ?? [],
          body: { ...made?.versions[0]?.body, value: { kind: 'code', code: '87654321' } } as never,
          marking: 'open',
        },
      ],
    });
    const codes = async () =>
      (await entity()).claims.map(
        ({ versions }) => (versions[0]?.body.value as { code: string } | undefined)?.code,
      );
    const steps = [await codes()];
    for (let i = 0; i < 2; i += 1) {
      await desk.done('history.undo', { logId });
      steps.push(await codes());
    }
    expect(await desk.call('history.undo', { logId })).toMatchObject({
      ok: false,
      error: { code: 'nothingToUndo' },
    });
    for (let i = 0; i < 2; i += 1) {
      await desk.done('history.redo', { logId });
      steps.push(await codes());
    }
    expect(steps).toEqual([['87654321'], ['12345678'], [], ['12345678'], ['87654321']]);
  });
});

describe('a judgement that was taken back', () => {
  it('can be made again by somebody who sees none, and redone or undone after that', async () => {
    const judge = (outcome: 'met' | 'notMet', base: string[] = []) =>
      desk.call('assessment.judge', {
        logId,
        leaf: 'CON-1',
        base: base as never,
        outcome,
        argument: 'Omdat.',
        evidence: [company],
        marking: 'open',
      });
    const outcomes = async () =>
      (await desk.done('assessment.get', { logId })).verdicts.map(({ versions }) =>
        versions.map(({ body }) => body.outcome),
      );
    await judge('met');
    await desk.done('history.undo', { logId });
    expect(await outcomes()).toEqual([]);
    expect(await judge('notMet')).toMatchObject({ ok: true });
    expect(await outcomes()).toEqual([['notMet']]);
    expect(await judge('met')).toMatchObject({ ok: false, error: { code: 'stale' } });
    await desk.done('history.undo', { logId });
    expect(await outcomes()).toEqual([]);
  });
});
