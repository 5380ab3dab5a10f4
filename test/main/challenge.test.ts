import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogId } from '#shared/model/ids.ts';
import { handOver } from '../support/exchange.ts';
import { type Desk, startDesk } from '../support/session.ts';

let anna: Desk;
let bram: Desk;
let logId: LogId;
beforeAll(async () => {
  anna = await startDesk({ name: 'Anna de Vries', department: 'EZ' });
  bram = await startDesk({ name: 'Bram Visser', department: 'DEF' });
  logId = (await anna.done('cases.openSample', {})).logId;
});
afterAll(() => {
  anna.close();
  bram.close();
});

const give = (desk: Desk) =>
  desk.done('challenge.give', {
    logId,
    leaf: 'NEC-05',
    base: [],
    finding: 'doubtful',
    argument: 'Een deel van de markt is nog niet gevraagd.',
    evidence: [],
    marking: 'depV',
  });
const missing = async (desk: Desk) => (await desk.done('challenge.get', { logId })).missing.challenge;
const standings = async (desk: Desk) =>
  (await desk.done('challenge.get', { logId })).verdicts
    .flatMap(({ challenges }) => challenges)
    .map(({ standing, versions: [version] }) => `${version?.author.name}: ${standing}`)
    .sort();

describe('the necessity challenge (NEC-05)', () => {
  it('counts by the key under it: not from who signed the verdict, but from another vault', async () => {
    await give(anna);
    expect(await standings(anna)).toEqual(['Anna de Vries: ownVerdict']);
    expect(await missing(anna)).toContain('challenger');
    await handOver(anna, bram, logId, 'heen');
    await give(bram);
    await handOver(bram, anna, logId, 'terug');
    expect(await standings(anna)).toEqual(['Anna de Vries: ownVerdict', 'Bram Visser: counts']);
    expect(await missing(anna)).not.toContain('challenger');
    const { blockers } = await anna.done('freeze.list', { logId });
    expect(blockers.find(({ code }) => code === 'noChallenge')?.items).not.toContain('challenger');
  });

  it('stops counting when the verdict is changed afterwards', async () => {
    const { verdicts } = await anna.done('assessment.get', { logId });
    const nec = verdicts.find(({ leaf }) => leaf === 'NEC-05');
    await anna.done('assessment.judge', {
      logId,
      leaf: 'NEC-05',
      base: (nec?.versions ?? []).map(({ digest }) => digest),
      outcome: 'met',
      argument: 'Ook na de tegenspraak.',
      evidence: [],
      marking: 'depV',
    });
    expect(await standings(anna)).toEqual(['Anna de Vries: ownVerdict', 'Bram Visser: earlierVersion']);
    expect(await missing(anna)).toContain('challenger');
  });

  it('is refused where there is no verdict to challenge', async () => {
    const answer = await anna.call('challenge.give', {
      logId,
      leaf: 'NEC-99',
      base: [],
      finding: 'fails',
      argument: 'Er is geen oordeel.',
      evidence: [],
      marking: 'open',
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });

  it('has its questions answered one by one, each a step that undo takes back', async () => {
    const before = await missing(anna);
    await anna.done('challenge.check', {
      logId,
      item: 'gaming.timing',
      base: [],
      result: 'concern',
      reason: 'Het verzoek kwam een week na het voornemen.',
      evidence: [],
      marking: 'depV',
    });
    expect(await missing(anna)).toEqual(before.filter((code) => code !== 'gaming.timing'));
    await anna.done('history.undo', { logId });
    expect(await missing(anna)).toEqual(before);
  });
});
