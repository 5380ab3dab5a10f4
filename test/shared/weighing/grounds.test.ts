import { describe, expect, it } from 'vitest';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { evaluate } from '#shared/framework/evaluate.ts';
import { translator } from '#shared/i18n/index.ts';
import { WEIGHING_PARTS } from '#shared/model/records/weighing.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { judgedSince, leavesFor, rungCount, unwritten } from '#shared/weighing/grounds.ts';
import { indicatorText, rungsText } from '#shared/weighing/wording.ts';

const { root, indicators } = evaluate(BEV_2023, { trigger: 'foreseenDeal', verdicts: [], ratings: [] });

describe('what the three parts of the weighing build on (PUR-22)', () => {
  it('every question of the framework belongs to one part, and to no second', () => {
    const placed = WEIGHING_PARTS.flatMap((part) => leavesFor(part, root).map(({ id }) => id));
    expect(placed.toSorted()).toEqual(BEV_2023.leaves.map(({ id }) => id).toSorted());
    expect(leavesFor('risks', root).map(({ id }) => id)).toEqual(['CON-1', 'CON-2', 'IND-5-CRUCIAL']);
  });

  it('a text is older than the verdicts given after it, of its own part alone', () => {
    const written = [{ time: '2026-11-20T09:00:00.000Z' }];
    const verdicts = [
      { leaf: 'CON-2', time: '2026-11-21T09:00:00.000Z' },
      { leaf: 'CON-1', time: '2026-11-20T09:00:00.000Z' },
      { leaf: 'NEC-05', time: '2026-11-22T09:00:00.000Z' },
    ];
    expect(judgedSince('risks', written, verdicts, root)).toEqual(['CON-2']);
    expect(judgedSince('response', written, verdicts, root)).toEqual(['NEC-05']);
    expect(judgedSince('interests', written, verdicts, root)).toEqual([]);
    // Without a text nothing can be older than it.
    expect(judgedSince('risks', [], verdicts, root)).toEqual([]);
  });

  it('a part counts as written when all its versions say something', () => {
    const text = (part: (typeof WEIGHING_PARTS)[number], argument: string) => ({
      part,
      argument,
      evidence: [],
    });
    expect(unwritten([])).toEqual(['interests', 'risks', 'response']);
    expect(unwritten([text('risks', 'Weglek van kennis.'), text('response', ' \n')])).toEqual([
      'interests',
      'response',
    ]);
    expect(unwritten([text('risks', 'Weglek.'), text('risks', '')])).toContain('risks');
  });
});

describe('what a part builds on, in words', () => {
  const t = translator('nl');
  const rung = (instrument: string, verdict: BodyOf<'rung'>['verdict'], reason = 'Daarom.') =>
    ({ instrument, verdict, reason, covers: [], inTime: 'unknown', evidence: [] }) as BodyOf<'rung'>;

  it('rungs are counted by verdict; one without a reason, in conflict or not judged is empty', () => {
    const rungs = [
      rung('INS-01', 'insufficient'),
      rung('INS-02', 'insufficient', ''),
      rung('INS-03', 'undetermined'),
      rung('INS-04', 'suffices'),
      rung('INS-04', 'insufficient'),
    ];
    const count = rungCount(['INS-01', 'INS-02', 'INS-03', 'INS-04', 'INS-05'], rungs);
    expect(count).toEqual({ suffices: 0, insufficient: 1, notRelevant: 0, undetermined: 1, empty: 3 });
    expect(rungsText(t, count)).toBe('1 onvoldoende, 1 onbepaald, 3 nog zonder oordeel');
  });

  it('an indicator that is shut, not rated or unknown shows no level', () => {
    const [first] = indicators;
    if (first === undefined) throw new Error('the framework has indicators');
    const said = (change: object) => indicatorText(t, { ...first, ...change });
    expect(said({})).toBe('nog niet gewaardeerd');
    expect(said({ open: false })).toBe('telt nog niet mee');
    expect(said({ ratings: 2, unknown: 2 })).toBe('niveau onbekend');
    expect(said({ ratings: 2, range: { low: 3, high: 5 } })).toBe('niveau 3–5; 2 waarderingen');
    expect(said({ ratings: 1, range: { low: 4, high: 4 } })).toBe('niveau 4; 1 waardering');
  });
});
