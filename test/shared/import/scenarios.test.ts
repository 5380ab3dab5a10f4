import { describe, expect, it } from 'vitest';
import { planImport } from '#shared/import/case-folder.ts';
import { type AuthorKey, type LogId, slotId } from '#shared/model/ids.ts';

const logId = '00000000-0000-4000-8000-00000000000a' as LogId;
const CASE = JSON.stringify({
  title: 'Zaak',
  status: 'assessment',
  leadDepartment: 'EZ',
  trigger: 'foreseenDeal',
  company: 'co-a',
});
const COMPANIES = 'key;name;form\nco-a;A;company\nco-b;B;company\n';
const plan = (...items: readonly object[]) =>
  planImport(
    new Map([
      ['case.json', CASE],
      ['companies.csv', COMPANIES],
      ['scenarios.json', JSON.stringify(items)],
    ]),
    { logId, author: 'b'.repeat(64) as AuthorKey, attachments: new Set() },
  );
const id = (key: string): string => slotId(logId, `import:${key}`);
const deal = (changes: object = {}) => ({
  key: 'sc-1',
  title: 'Deal',
  kind: 'unwantedDeal',
  company: 'co-a',
  ...changes,
});
const issue = (investor: string, amount: unknown) => ({
  kind: 'issue',
  investor,
  size: { by: 'money', amount, preMoney: 100 },
});

describe('scenarios.json', () => {
  it('reads keys for parties and short forms of quantities', () => {
    const { puts, refused } = plan(
      deal({
        parties: [
          { key: 'state', name: 'State' },
          { key: 'fund', name: 'Fund', owners: [{ owner: 'own:state', percent: 100 }] },
        ],
        steps: [issue('co-b', 50), issue('own:fund', [10, 20]), issue('co-b', 'unknown')],
        marking: 'depV',
      }),
      deal({ key: 'sc-2', title: 'More', basedOn: 'sc-1' }),
    );
    expect(refused).toEqual([]);
    const [first, second] = puts.filter(({ type }) => type === 'scenario');
    expect(first).toMatchObject({
      record: id('sc-1'),
      marking: 'depV',
      place: 'scenarios.json:1',
      body: {
        company: id('co-a'),
        parties: [
          { key: 'state', name: 'State', owners: [] },
          { key: 'fund', owners: [{ owner: { own: 'state' }, percent: { kind: 'exact', value: 100 } }] },
        ],
        steps: [
          { investor: { record: id('co-b') }, size: { amount: { kind: 'exact', value: 50 } } },
          { investor: { own: 'fund' }, size: { amount: { kind: 'range', min: 10, max: 20 } } },
          { size: { amount: { kind: 'unknown' } } },
        ],
      },
    });
    expect(second?.body).toMatchObject({ basedOn: id('sc-1'), steps: [], parties: [] });
  });

  it('refuses with the place, field and reason, and keeps the others', () => {
    const bev = deal({
      key: 'sc-3',
      kind: 'bevStake',
      steps: [{ kind: 'debt', lender: 'co-b', instrument: 'loan', amount: 1 }],
    });
    const { puts, refused } = plan(
      deal({ steps: [issue('co-nobody', 1)] }),
      deal({ key: 'sc 2' }),
      bev,
      deal({ key: 'sc-4', steps: [issue('own:ghost', 1)] }),
      deal({ key: 'sc-5', basedOn: 'sc-1' }),
      deal({ key: 'sc-6', steps: [{ kind: 'merge' }] }),
      deal({ key: 'sc-7' }),
    );
    expect(refused.map(({ line, field, code }) => [line, field, code])).toEqual([
      [1, 'steps.0.investor', 'referenceUnknown'],
      [2, 'key', 'keyForm'],
      [3, 'steps.0.instrument', 'bevDebt'],
      [4, 'steps.0.investor', 'partyUnknown'],
      [5, 'basedOn', 'referenceRefused'],
      [6, 'steps.0.kind', 'fieldInvalid'],
    ]);
    expect(puts.filter(({ type }) => type === 'scenario').map(({ record }) => record)).toEqual([id('sc-7')]);
  });
});
