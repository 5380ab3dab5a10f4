import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateText } from '#shared/dossier/compose/wording.ts';
import { adviceSentence } from '#shared/framework/adviceSentence.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { assessJudged } from '#shared/framework/judged.ts';
import { translator } from '#shared/i18n/index.ts';
import type { LogId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { sampleId, sampleViews } from '../support/sample-views.ts';
import { type Desk, startDesk } from '../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(() => desk.close());

describe('the sample case', () => {
  it('is imported once, as one change, and found again the second time', async () => {
    expect(await desk.done('cases.openSample', {})).toEqual({ logId, created: false });
    const { entries } = await desk.done('history.list', { logId });
    expect(entries.map(({ intent }) => intent.action)).toEqual(['createCase']);
  });

  it('holds what a first look needs: many things, many sources, and some facts that are missing, disputed or unsourced', async () => {
    const { counts, row } = await desk.done('cases.get', { logId });
    expect(counts.entities).toBeGreaterThanOrEqual(60);
    expect(counts.sources).toBeGreaterThanOrEqual(40);
    for (const count of [counts.unsourced, counts.missing, counts.disputed, counts.attachments])
      expect(count).toBeGreaterThan(0);
    expect({ conflicts: counts.conflicts, withheld: counts.withheld, marking: row.marking }).toEqual({
      conflicts: 0,
      withheld: 0,
      marking: 'depV',
    });
  });

  it('has no advice yet, and says which gates are open', async () => {
    const assessment = assessJudged(await desk.done('assessment.get', { logId }));
    expect([...assessment.advice.openLeaves].sort()).toEqual(['CON-2', 'NEC-02', 'NEC-06']);
    expect(adviceSentence(assessment, BEV_2023, 'nl')).toMatch(/^Nog geen advies/);
  });

  it('has a sound log, whole attachments and no loose ends', async () => {
    expect(await desk.done('vault.check', {})).toMatchObject({
      badPages: [],
      database: [],
      log: [],
      attachments: { damaged: [] },
    });
    expect(await desk.done('records.findings', { logId })).toEqual({
      conflicts: [],
      dangling: [],
      unknownTypes: [],
    });
  });

  it('opens the page of every single thing in it', async () => {
    for (const { record, label } of await desk.done('dossier.entities', { logId })) {
      const page = await desk.done('dossier.entity', { logId, record });
      expect(page.ref.label).toBe(label);
    }
  });
});

describe('what the sample case cites', () => {
  const interview = readFileSync(
    path.resolve(import.meta.dirname, '../../samples/lumenschip/attachments/gesprek-cto-2026-10-23.txt'),
    'utf8',
  );

  it('states since when each dated supply is there, in the words that are cited and in the document itself', () => {
    const views = sampleViews();
    const claims = views.flatMap(({ type, body }) =>
      type === 'claim' ? [body as unknown as BodyOf<'claim'>] : [],
    );
    const dated = views.flatMap(({ record, type, body }) => {
      const { kind, validFrom } = body as unknown as BodyOf<'relation'>;
      return type === 'relation' && kind === 'supplies' && validFrom !== undefined
        ? [{ record, validFrom }]
        : [];
    });
    expect(dated).toHaveLength(6);
    for (const { record, validFrom } of dated) {
      const said = claims.filter(({ subject, property }) => subject === record && property === 'exists');
      const day = dateText(validFrom, translator('nl'));
      expect(said.map((claim) => [claim.validFrom, claim.quote])).toEqual([
        [validFrom, expect.stringContaining(day)],
      ]);
      if (said[0]?.source === sampleId('so-int-cto')) expect(interview).toContain(said[0].quote);
    }
  });
});
